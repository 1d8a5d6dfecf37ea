package io.coreyield.benchmarks.campaign;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** One line that says how far a campaign is; on a terminal it is written over itself. */
public final class Progress {

  private static final String START_OF_LINE = "\r";
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private static final int USUAL_COLUMNS = 80;

  private final boolean terminal;
  private final int columns;
  private boolean lineOpen;

  /**
   * Writes to this stream.
   *
   * @param terminal whether it is one, so that a line can be written over
   */
  public Progress(PrintWriter out, boolean terminal) {
    this(out, terminal, System.getenv());
  }

  /**
   * The same, under these environment variables: {@code COLUMNS} is the terminal's width (80 where
   * it says none), and with {@code TERM=dumb} lines are plain, as where there is no terminal.
   */
  Progress(PrintWriter out, boolean terminal, Map<String, String> environment) {
    this.out = out;
    this.terminal = terminal && !"dumb".equals(environment.get("TERM"));
    columns = columns(environment.getOrDefault("COLUMNS", ""));
  }

  private static int columns(String declared) {
    return declared.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(declared) : USUAL_COLUMNS;
  }

  /** A line that wraps cannot be written over; the last column is free, as some wrap there. */
  private String fitting(String line) {
    int most = columns - 1;
    return line.codePointCount(0, line.length()) <= most
        ? line
        : line.substring(0, line.offsetByCodePoints(0, most));
  }

  /**
   * A trial starts.
   *
   * @param what it runs
   * @param round 1-based
   * @param elapsed since the start of the campaign
   * @param left until its end, as far as can be told
   */
  public void trial(String what, int round, Duration elapsed, Duration left) {
    String line =
        String.format(
            Locale.ROOT,
            "%s elapsed, about %s left   round %d   %s",
            clock(elapsed),
            clock(left),
            round,
            what);
    if (terminal) {
      out.print(START_OF_LINE + fitting(line) + CLEAR_TO_END);
      out.flush();
      lineOpen = true;
    } else {
      out.println(line);
      out.flush();
    }
  }

  /** A line that stays. */
  public void say(String line) {
    end();
    out.println(line);
    out.flush();
  }

  /** Leaves the progress line. */
  public void end() {
    if (lineOpen) {
      out.print(START_OF_LINE + CLEAR_TO_END);
      out.flush();
      lineOpen = false;
    }
  }

  /** Minutes and seconds: {@code 2:05}; with hours {@code 1:02:05}. */
  public static String clock(Duration time) {
    long seconds = Math.max(0, Math.round(time.toMillis() / 1e3));
    return seconds < 3600
        ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
        : String.format(
            Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
