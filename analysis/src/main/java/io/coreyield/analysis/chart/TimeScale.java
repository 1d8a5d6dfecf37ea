package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.load.LoadSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The time axis of a run.
 *
 * @param startNs at share 0, on the run's clock
 * @param endNs at share 1, later than {@code startNs}
 */
public record TimeScale(long startNs, long endNs) {

  private static final long SECOND_NS = 1_000_000_000L;
  private static final long[] STEP_SECONDS = {
    1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 43_200, 86_400
  };

  /** More ticks than this have no room on a telephone. */
  private static final int MAX_STEPS = 5;

  /** From the first sample to the last; there must be two. */
  public static TimeScale of(LoadSeries load) {
    return new TimeScale(load.timeNs(0), load.timeNs(load.samples() - 1));
  }

  /** Where a moment lies, 0 to 1; moments outside lie on the edge. */
  public double share(long momentNs) {
    return Math.clamp((momentNs - startNs) / (double) (endNs - startNs), 0, 1);
  }

  /** The length in seconds. */
  public double seconds() {
    return (endNs - startNs) / 1e9;
  }

  /** From 0 to 1, with ticks at round times since the start. */
  public Axis axis(String title) {
    long seconds = (endNs - startNs) / SECOND_NS;
    long step =
        Arrays.stream(STEP_SECONDS)
            .filter(each -> seconds / each <= MAX_STEPS)
            .findFirst()
            .orElse(seconds / MAX_STEPS);
    List<Axis.Tick> ticks =
        LongStream.rangeClosed(0, seconds / step)
            .map(i -> i * step)
            .mapToObj(at -> new Axis.Tick(share(startNs + at * SECOND_NS), clock(at)))
            .toList();
    return new Axis(title, 0, 1, ticks, false);
  }

  /** {@code m:ss}, with hours where there are any. */
  public static String clock(long seconds) {
    long minutes = seconds / 60;
    return seconds < 3600
        ? "%d:%02d".formatted(minutes, seconds % 60)
        : "%d:%02d:%02d".formatted(minutes / 60, minutes % 60, seconds % 60);
  }
}
