package io.coreyield.analysis.bundle;

import io.coreyield.analysis.recording.RunContent;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFiles;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Removes the names of the machine and of its user from a run: the host name in {@code run.json},
 * the user's name in home directories, and both where free text repeats them.
 */
final class Anonymous {

  private static final JsonMapper JSON = Descriptions.JSON;

  private static final Pattern HOME =
      Pattern.compile(
          "(?i)((?:/home/|/Users/|\\b[a-z]:[\\\\/]+Users[\\\\/]+))"
              // A name of two words only if the path goes on after it; else text follows.
              + "(WORD(?: WORD)+(?=[/\\\\])|WORD)".replace("WORD", "[^/\\\\\\s\"':;,]+"));

  /** Fields of free text; the others have a fixed vocabulary. */
  private static final Set<String> FREE =
      Set.of(
          ("commandLine javaPath arguments jvm jvmArgs failure warnings leftOut tool segments"
                  + " timings backgroundLoad")
              .split(" "));

  private static final String USER = "USER";
  private static final String HOST = "HOST";

  private final Set<String> users = new TreeSet<>();
  private final NavigableSet<String> hosts = new TreeSet<>();
  private final Set<String> changed = new LinkedHashSet<>();

  private Anonymous() {}

  /**
   * Replaces files of a run.
   *
   * @return the changed fields, in order: {@code run.json environment.host}
   */
  static List<String> make(RunContent run) throws IOException {
    Anonymous names = new Anonymous();
    try {
      JsonNode info = JSON.readTree(run.text(RunFiles.RUN));
      names.learn(info);
      for (String file : run.names()) {
        switch (file) {
          case RunFiles.RUN -> names.whole(run, file, info);
          case RunFiles.TRIALS -> names.lines(run, file);
          case RunFiles.JMH -> names.whole(run, file, JSON.readTree(run.text(file)));
          default -> {}
        }
      }
    } catch (JacksonException e) {
      // Reading the run gives the better message.
      run.run();
      throw new RecordingException(
          run.where(),
          0,
          "jmh.json is no JSON that can be read: restore it from a copy, or delete it");
    }
    return List.copyOf(names.changed);
  }

  private void learn(JsonNode info) {
    String host = info.path("environment").path("host").asString("");
    // Programs name it without its domain as well.
    Stream.of(host, host.split("\\.", 2)[0]).filter(name -> !name.isBlank()).forEach(hosts::add);
    HOME.matcher(info.toString().replace("\\\\", "\\"))
        .results()
        .forEach(home -> users.add(home.group(2)));
  }

  private void whole(RunContent run, String file, JsonNode tree) {
    JsonNode other = without(tree, file, "", false);
    if (!other.equals(tree)) {
      DefaultIndenter lines = new DefaultIndenter("  ", "\n");
      DefaultPrettyPrinter printer =
          new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
      String text = JSON.writer().with(printer).writeValueAsString(other) + "\n";
      run.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void lines(RunContent run, String file) throws IOException {
    StringBuilder text = new StringBuilder();
    boolean isSame = true;
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(run.open(file), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        JsonNode tree = JSON.readTree(line);
        JsonNode other = without(tree, file, "", false);
        isSame &= other.equals(tree);
        text.append(other.equals(tree) ? line : JSON.writeValueAsString(other)).append('\n');
      }
    }
    if (!isSame) {
      run.replace(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
  }

  private JsonNode without(JsonNode node, String file, String at, boolean free) {
    return switch (node) {
      case ObjectNode object -> {
        ObjectNode copy = JSON.createObjectNode();
        object
            .properties()
            .forEach(field -> {
              String path = at.isEmpty() ? field.getKey() : at + "." + field.getKey();
              boolean inside = free || FREE.contains(field.getKey());
              copy.set(field.getKey(), without(field.getValue(), file, path, inside));
            });
        if (file.equals(RunFiles.RUN) && at.equals("environment") && copy.path("host").isString()) {
          copy.putNull("host");
          changed.add(file + " environment.host");
        }
        yield copy;
      }
      case ArrayNode array -> {
        ArrayNode copy = JSON.createArrayNode();
        array.forEach(element -> copy.add(without(element, file, at, free)));
        yield copy;
      }
      case StringNode text -> {
        String other = free ? text(text.stringValue()) : homes(text.stringValue());
        if (other.equals(text.stringValue())) {
          yield text;
        }
        changed.add(file + " " + at);
        yield StringNode.valueOf(other);
      }
      default -> node;
    };
  }

  private String text(String text) {
    String without = homes(text);
    for (String host : hosts.reversed()) {
      without = replaced(without, host, HOST);
    }
    for (String user : users) {
      without = replaced(without, user, USER);
    }
    return without;
  }

  private static String homes(String text) {
    return HOME.matcher(text).replaceAll("$1" + USER);
  }

  /** Whole words only: a user {@code al} must not change {@code parallel}. */
  private static String replaced(String text, String name, String by) {
    return Pattern.compile(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
        .matcher(text)
        .replaceAll(by);
  }
}
