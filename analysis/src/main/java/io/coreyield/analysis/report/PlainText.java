package io.coreyield.analysis.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for terminals: no control characters, whole words, limited width. */
final class PlainText {

  private static final Pattern NO_QUOTES_NEEDED = Pattern.compile("[\\w@%+=:,./-]+");

  private static final Pattern INTERVAL = Pattern.compile(" \\[[−0-9.]+, [−0-9.]+\\]");

  private PlainText() {}

  /** The text with no-break spaces inside figures: {@code 81 % [80, 82]} stays on one line. */
  static String bound(String text) {
    return INTERVAL
        .matcher(text.replace(" %", "\u00a0%"))
        .replaceAll(match -> Matcher.quoteReplacement(match.group().replace(' ', '\u00a0')));
  }

  /** The text with plain spaces again. */
  static String unbound(String text) {
    return text.replace('\u00a0', ' ');
  }

  /** Things in a sentence: {@code a}, {@code a and b}, {@code a, b and c}. */
  static String list(List<String> things) {
    int last = things.size() - 1;
    return last < 1
        ? String.join("", things)
        : String.join(", ", things.subList(0, last)) + " and " + things.get(last);
  }

  /** A count with its noun: {@code 1 fork}, {@code 2 forks}. */
  static String count(long count, String noun) {
    return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }

  /** The text, with an ellipsis in place of what is too long. */
  static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
  }

  /** The text in lines; what does not fit the last line is cut. */
  static List<String> wrap(String text, int columns, int mostLines) {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (rest.length() > columns && lines.size() < mostLines - 1) {
      int space = rest.lastIndexOf(' ', columns);
      int end = space > 0 ? space : columns;
      lines.add(rest.substring(0, end).stripTrailing());
      rest = rest.substring(end).stripLeading();
    }
    lines.add(cut(rest, columns));
    return lines;
  }

  /** The text as one word of a shell's command line. */
  static String shellQuoted(String text) {
    return NO_QUOTES_NEEDED.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
