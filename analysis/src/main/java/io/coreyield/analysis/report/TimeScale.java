package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.load.LoadSeries;
import java.util.Arrays;

/**
 * The time of a run as shares of a figure's width.
 *
 * @param startNs at share 0, on the run's clock
 * @param endNs at share 1, later than {@code startNs}
 */
record TimeScale(long startNs, long endNs) {

  /** What the axis takes below the figure, in pixels. */
  static final double HEIGHT = 34;

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long[] STEP_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400
  };

  /** More ticks than this have no room on a telephone. */
  private static final int MOST_STEPS = 5;

  /** From the first sample to the last; there must be two. */
  static TimeScale of(LoadSeries load) {
    return new TimeScale(load.timeNs(0), load.timeNs(load.samples() - 1));
  }

  /** Where a moment lies, 0 to 1; moments outside lie on the edge. */
  double share(long momentNs) {
    return Math.clamp((momentNs - startNs) / (double) (endNs - startNs), 0, 1);
  }

  /** The length in whole seconds. */
  long seconds() {
    return (endNs - startNs) / SECOND_NS;
  }

  /** Draws the axis below {@code top}. */
  void draw(Svg svg, double top) {
    long step = stepSeconds();
    for (long at = 0; at <= seconds(); at += step) {
      double share = share(startNs + at * SECOND_NS);
      String x = Svg.percent(share);
      svg.line("axis", x, top, x, top + 4);
      String anchor = at == 0 ? "start" : share > 0.94 ? "end" : "middle";
      svg.label(clock(at), "tick", x, top + 17, anchor);
    }
    svg.label("time, minutes:seconds", "axis-title", "100%", top + 31, "end");
  }

  private long stepSeconds() {
    return Arrays.stream(STEP_SECONDS)
        .filter(step -> seconds() / step <= MOST_STEPS)
        .findFirst()
        .orElse(seconds() / MOST_STEPS);
  }

  /** {@code m:ss}, with hours where there are any. */
  static String clock(long seconds) {
    long minutes = seconds / 60;
    return seconds < 3600
        ? minutes + ":" + twoDigits(seconds % 60)
        : minutes / 60 + ":" + twoDigits(minutes % 60) + ":" + twoDigits(seconds % 60);
  }

  private static String twoDigits(long value) {
    return value < 10 ? "0" + value : Long.toString(value);
  }
}
