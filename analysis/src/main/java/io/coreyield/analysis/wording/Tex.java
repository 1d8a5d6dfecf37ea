package io.coreyield.analysis.wording;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text for LaTeX, whatever it holds: no command, no comment, nothing that pdfTeX cannot set. */
public final class Tex {

  private static final Pattern LETTER =
      Pattern.compile("[\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff]");

  private Tex() {}

  /**
   * The text on one line, with what means something to TeX escaped. Mathematical signs become
   * TeX's, and what Latin-1 has no letter for becomes a question mark.
   */
  public static String escaped(String text) {
    return text.codePoints().mapToObj(Tex::sign).collect(Collectors.joining());
  }

  private static String sign(int codePoint) {
    return switch (codePoint) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '%', '&', '$', '#', '_' -> "\\" + Character.toString(codePoint);
      case '~' -> "\\textasciitilde{}";
      case '\u00a0' -> "~";
      case '^' -> "\\textasciicircum{}";
      case '<' -> "\\textless{}";
      case '>' -> "\\textgreater{}";
      case '|' -> "\\textbar{}";
      case '"' -> "\\textquotedbl{}";
      case '`' -> "\\textasciigrave{}";
      case '−' -> "$-$";
      case '×' -> "$\\times$";
      case '±' -> "$\\pm$";
      case '≠' -> "$\\neq$";
      case '≤' -> "$\\leq$";
      case '≥' -> "$\\geq$";
      case '–' -> "--";
      case '…' -> "\\ldots{}";
      case '·' -> "\\textperiodcentered{}";
      case 'µ', 'μ' -> "\\textmu{}";
      case '°' -> "\\textdegree{}";
      default -> plain(codePoint);
    };
  }

  private static String plain(int codePoint) {
    String sign = Character.toString(codePoint);
    if (Character.isWhitespace(codePoint) || Character.isISOControl(codePoint)) {
      return " ";
    }
    boolean known = (codePoint >= ' ' && codePoint < 127) || LETTER.matcher(sign).matches();
    return known ? sign : "?";
  }
}
