package io.coreyield.benchmarks.campaign;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** One line that says how far a campaign is; on a terminal it is written over itself. */
public final class Progress {

  private static final String START_OF_LINE = "\r";
  private static final String CLEAR_TO_END = "\u001b[K";

  private final PrintWriter out;
  private final boolean terminal;
  private boolean lineOpen;

  /**
   * Writes to this stream.
   *
   * @param terminal whether it is one, so that a line can be written over
   */
  public Progress(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
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
      out.print(START_OF_LINE + line + CLEAR_TO_END);
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
