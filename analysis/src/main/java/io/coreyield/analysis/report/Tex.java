package io.coreyield.analysis.report;

import java.util.regex.Pattern;

/** Text for LaTeX, whatever it holds: no command, no comment, nothing that pdfTeX cannot set. */
public final class Tex {

  private static final Pattern LETTER =
      Pattern.compile("[\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u00ff]");

  private Tex() {}

  /**
   * The text on one line, with what means something to TeX escaped. Signs of ours become TeX's, and
   * what Latin-1 has no letter for becomes a question mark.
   */
  public static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    // A no-break space binds a figure to its unit: TeX has one too.
    for (String part : text.split("\\u00a0", -1)) {
      escaped.append(escaped.isEmpty() ? "" : "~");
      part.codePoints().forEach(c -> escaped.append(sign(c)));
    }
    return escaped.toString();
  }

  private static String sign(int codePoint) {
    return switch (codePoint) {
      case '\\' -> "\\textbackslash{}";
      case '{', '}', '%', '&', '$', '#', '_' -> "\\" + Character.toString(codePoint);
      case '~' -> "\\textasciitilde{}";
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
