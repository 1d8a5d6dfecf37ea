package io.coreyield.analysis.report;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads BibTeX as strictly as the oldest reader of it: entries of {@code name = {value}} fields,
 * nothing between entries, braces that balance even behind a backslash.
 */
public final class BibtexParser {

  private final String text;
  private int at;

  private BibtexParser(String text) {
    this.text = text;
  }

  /** An entry without its key. */
  public record Entry(String type, Map<String, String> fields) {}

  /**
   * The entries by key.
   *
   * @throws IllegalArgumentException saying where the text is no BibTeX
   */
  public static Map<String, Entry> parse(String text) {
    BibtexParser parser = new BibtexParser(text);
    Map<String, Entry> entries = new LinkedHashMap<>();
    parser.skipSpace();
    while (parser.at < text.length()) {
      parser.expect('@');
      String type = parser.word("[a-z]");
      parser.expect('{');
      String key = parser.word("[a-z0-9]");
      if (entries.put(key, new Entry(type, parser.fields())) != null) {
        throw parser.fault("a second entry " + key);
      }
      parser.skipSpace();
    }
    return entries;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    skipSpace();
    while (at < text.length() && text.charAt(at) == ',') {
      at++;
      skipSpace();
      String name = word("[a-z]");
      skipSpace();
      expect('=');
      skipSpace();
      if (fields.put(name, value()) != null) {
        throw fault("a second field " + name);
      }
      skipSpace();
    }
    expect('}');
    return fields;
  }

  private String value() {
    expect('{');
    int start = at;
    for (int depth = 1; depth > 0; at++) {
      if (at == text.length()) {
        throw fault("a brace that is never closed");
      }
      char c = text.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == '@' || c < ' ') {
        throw fault("a character that ends or breaks a field");
      }
    }
    return text.substring(start, at - 1);
  }

  private String word(String letters) {
    int start = at;
    while (at < text.length() && Character.toString(text.charAt(at)).matches(letters)) {
      at++;
    }
    if (start == at) {
      throw fault("no name");
    }
    return text.substring(start, at);
  }

  private void expect(char c) {
    if (at == text.length() || text.charAt(at) != c) {
      throw fault("no '" + c + "'");
    }
    at++;
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException fault(String what) {
    return new IllegalArgumentException(
        "%s at %d: %s".formatted(what, at, text.substring(Math.max(0, at - 40), at)));
  }
}
