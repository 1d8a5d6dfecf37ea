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

  /** A stream that is no terminal wraps no line. */
  private static final int ENDLESS = Integer.MAX_VALUE;

  /**
   * What this stream is by the environment: with {@code TERM=dumb} no line is written over, and
   * with any {@code NO_COLOR} there are no colours.
   */
  public static Screen of(PrintWriter out, boolean terminal, int columns, boolean ascii) {
    return of(out, terminal, columns, ascii, System.getenv());
  }

  static Screen of(
      PrintWriter out,
      boolean terminal,
      int columns,
      boolean ascii,
      Map<String, String> environment) {
    boolean rewritable = terminal && !"dumb".equals(environment.get("TERM"));
    boolean colored = rewritable && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new Screen(out, rewritable, columns, ascii, colored);
  }

  /** A file or a pipe: plain lines. */
  public static Screen plain(PrintWriter out) {
    return new Screen(out, false, ENDLESS, false, false);
  }

  public static Screen none() {
    return plain(new PrintWriter(Writer.nullWriter()));
  }
}
