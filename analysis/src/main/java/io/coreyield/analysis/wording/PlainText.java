package io.coreyield.analysis.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text for terminals: no control characters, whole words, limited width. */
public final class PlainText {

  private static final Pattern NO_QUOTES_NEEDED = Pattern.compile("[\\w@%+=:,./-]+");

  private static final Pattern INTERVAL = Pattern.compile(" \\[[−0-9.]+, [−0-9.]+\\]");

  private PlainText() {}

  /** The text with no-break spaces inside figures: {@code 81 % [80, 82]} stays on one line. */
  public static String bound(String text) {
    return INTERVAL
        .matcher(text.replace(" %", "\u00a0%"))
        .replaceAll(match -> Matcher.quoteReplacement(match.group().replace(' ', '\u00a0')));
  }

  /** The text with plain spaces again. */
  public static String unbound(String text) {
    return text.replace('\u00a0', ' ');
  }

  /** The text, with an ellipsis in place of what is too long. */
  public static String cut(String text, int columns) {
    return text.length() <= columns ? text : text.substring(0, columns - 1) + "…";
  }

  /** The text in lines; what does not fit the last line is cut. */
  public static List<String> wrap(String text, int columns, int mostLines) {
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
  public static String shellQuoted(String text) {
    return NO_QUOTES_NEEDED.matcher(text).matches() ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
