package io.coreyield.analysis.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads BibTeX as strictly as the oldest reader of it: entries of {@code name = {value}} fields,
 * nothing between entries, braces that balance even behind a backslash.
 */
public final class BibtexParser {

  private static final String FIELD =
      "\\s*,\\s*(?<name>[a-z]+)\\s*=\\s*\\{(?<value>%s)}\\s*".formatted(value(4));
  private static final Pattern FIELDS = Pattern.compile("\\G" + FIELD);
  private static final Pattern ENTRY =
      Pattern.compile(
          "\\G\\s*@(?<type>[a-z]+)\\{(?<key>[a-z0-9]+)\\s*(?<fields>(?:%s)*+)}\\s*"
              .formatted(FIELD.replaceAll("\\?<\\w+>", "?:")));

  private BibtexParser() {}

  /** An entry without its key. */
  public record Entry(String type, Map<String, String> fields) {}

  /** What may stand between two braces, with that many further pairs inside each other. */
  private static String value(int depth) {
    String inner = depth == 0 ? "" : "|\\{%s}".formatted(value(depth - 1));
    return "(?:[^{}@\\x00-\\x1f]++%s)*+".formatted(inner);
  }

  /**
   * The entries by key.
   *
   * @throws IllegalArgumentException saying where the text is no BibTeX
   */
  public static Map<String, Entry> parse(String text) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    Matcher entry = ENTRY.matcher(text);
    int end = 0;
    while (entry.find()) {
      Map<String, String> fields = new LinkedHashMap<>();
      Matcher field = FIELDS.matcher(entry.group("fields"));
      while (field.find()) {
        if (fields.put(field.group("name"), field.group("value")) != null) {
          throw new IllegalArgumentException("a second field " + field.group("name"));
        }
      }
      if (entries.put(entry.group("key"), new Entry(entry.group("type"), fields)) != null) {
        throw new IllegalArgumentException("a second entry " + entry.group("key"));
      }
      end = entry.end();
    }
    if (!text.substring(end).isBlank()) {
      throw new IllegalArgumentException("no entry: " + text.substring(end));
    }
    return entries;
  }
}
