package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one file that users carry to another machine, alone in a directory. Its processes have a
 * temporary directory of their own, so that JMH's lock file is not that of another run here.
 */
final class Jar {

  private static final String NAME = "benchmarks.jar";
  private static final String TEMPORARY = "tmp";
  private static final int SIGINT_BIT = 1 << 1;

  private static final String DIRECTLY = "";

  private final Path home;
  private final Path cache;
  private final String temporary;
  private final String script;

  private Jar(Path home, Path cache, String temporary, String script) {
    this.home = home;
    this.cache = cache;
    this.temporary = temporary;
    this.script = script;
  }

  /** Copies the built jar to a directory that holds nothing else. */
  static Jar copiedTo(Path directory) throws IOException {
    Path built = Path.of(System.getProperty("basedir", "")).resolve("target").resolve(NAME);
    Files.createDirectories(directory.resolve("work"));
    Files.createDirectories(directory.resolve(TEMPORARY));
    Files.copy(built, directory.resolve("work").resolve(NAME));
    // A cache of forks takes 4 s to make: without a place for one they start as usual.
    return new Jar(directory, directory.resolve("work").resolve(NAME), TEMPORARY, DIRECTLY);
  }

  /** The same, with a place for the cache of its forks. */
  Jar withCache() {
    return new Jar(home, home.resolve("cache"), temporary, script);
  }

  /** The same, with another temporary directory. */
  Jar withTemporary(String name) throws IOException {
    Files.createDirectories(home.resolve(name));
    return new Jar(home, cache, name, script);
  }

  /** The same, started by a shell script that gets the command as its arguments. */
  Jar by(String startingScript) {
    return new Jar(home, cache, temporary, startingScript);
  }

  /** The working directory of its processes; it holds the jar. */
  Path directory() {
    return home.resolve("work");
  }

  Path file() {
    return directory().resolve(NAME);
  }

  /** {@code java.io.tmpdir} of its processes. */
  Path temporary() {
    return home.resolve(temporary);
  }

  /** Where its processes keep what can be made again. */
  Path cache() {
    return cache;
  }

  /** The directory that {@code --out DIR} names. */
  Path out() {
    return directory().resolve("DIR");
  }

  /** The run in {@link #out}. */
  Run read() throws IOException {
    return new RunDirectory(out()).read();
  }

  /** A file below {@link #directory}. */
  JsonNode json(String file) {
    return JsonMapper.shared().readTree(directory().resolve(file));
  }

  /** Starts it and waits for its end. */
  Ended run(String arguments) throws IOException, InterruptedException {
    return start(arguments).end();
  }

  /** Runs it to an end without an error, and returns its standard output. */
  String done(String arguments) throws IOException, InterruptedException {
    Ended ended = run(arguments);
    assertThat(ended.complaints()).isEmpty();
    assertThat(ended.exit()).as(ended.out()).isZero();
    return ended.out();
  }

  /** Starts it with arguments that have blanks between them. */
  Started start(String arguments) throws IOException {
    Path out = Files.createTempFile(home, "out", ".txt");
    Path err = Files.createTempFile(home, "err", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command(arguments))
            .directory(directory().toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("XDG_CACHE_HOME", cache().toString());
    List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS").forEach(builder.environment()::remove);
    return new Started(builder.start(), out, err);
  }

  private List<String> command(String arguments) throws IOException {
    List<String> command = new ArrayList<>(interruptible());
    if (!script.isEmpty()) {
      command.addAll(List.of("/bin/sh", "-c", script, "sh"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Djava.io.tmpdir=" + temporary());

    command.addAll(List.of("-jar", NAME));
    command.addAll(List.of(arguments.split(" ", -1)));
    return command;
  }

  /** A shell's background job ignores Ctrl-C, and so do all that it starts, unless told not to. */
  private static List<String> interruptible() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return List.of();
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16))
        .filter(ignored -> (ignored & SIGINT_BIT) != 0)
        .findFirst()
        .map(ignored -> List.of("env", "--default-signal=INT"))
        .orElse(List.of());
  }
}
