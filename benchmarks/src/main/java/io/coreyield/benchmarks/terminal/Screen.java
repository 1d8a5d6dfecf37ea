package io.coreyield.benchmarks.terminal;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Map;

/**
 * Where progress is shown.
 *
 * @param rewritable whether it is a terminal that can write over a line
 * @param ascii whether it may show no other characters
 */
public record Screen(
    PrintWriter out, boolean rewritable, int columns, boolean ascii, boolean colored) {

  private static final int USUAL_COLUMNS = 80;

  /**
   * What this stream is by the environment: {@code COLUMNS} is the width (80 where it says none),
   * with {@code TERM=dumb} no line is written over, and with any {@code NO_COLOR} there are no
   * colours.
   */
  public static Screen of(PrintWriter out, boolean terminal, boolean ascii) {
    return of(out, terminal, ascii, System.getenv());
  }

  static Screen of(
      PrintWriter out, boolean terminal, boolean ascii, Map<String, String> environment) {
    boolean rewritable = terminal && !"dumb".equals(environment.get("TERM"));
    boolean colored = rewritable && environment.getOrDefault("NO_COLOR", "").isEmpty();
    String columns = environment.getOrDefault("COLUMNS", "");
    return new Screen(
        out,
        rewritable,
        columns.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(columns) : USUAL_COLUMNS,
        ascii,
        colored);
  }

  /** A file or a pipe: plain lines. */
  public static Screen plain(PrintWriter out) {
    return new Screen(out, false, USUAL_COLUMNS, false, false);
  }

  public static Screen none() {
    return plain(new PrintWriter(Writer.nullWriter()));
  }
}
