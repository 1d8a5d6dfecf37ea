package io.coreyield.analysis.model.trial;

import java.util.List;

/**
 * Another tool captured the load of the machine; there are no trials.
 *
 * @param tool that made the captures: {@code dstat}
 * @param segments stretches of the load, in the order of time; between two nothing is known
 * @param timings what {@code time} said of one program each, as the user gives it
 */
public record Captured(String tool, List<Segment> segments, List<Timing> timings)
    implements RunOrigin {

  /** A file with more segments is refused. */
  public static final int MAX_SEGMENTS = 1000;

  /** A file with more timings is refused. */
  public static final int MAX_TIMINGS = 10_000;

  /** The code of the warning that some segments have no real times. */
  public static final String UNDATED = "import-no-time";

  /**
   * A stretch of load that was captured without a gap.
   *
   * @param what ran, as the user or the file names it
   * @param file that it was read from, without its directory
   * @param startNs on the run's clock
   * @param endNs on the run's clock
   */
  public record Segment(String what, String file, long startNs, long endNs) {

    /** Throws an {@link IllegalArgumentException} if it ends before it starts. */
    public Segment {
      if (endNs < startNs) {
        throw new IllegalArgumentException("'%s' ends before it starts".formatted(what));
      }
    }
  }

  /**
   * How long one program took.
   *
   * @param what it was: {@code python multiprocessing}
   * @param workers at the same time
   * @param elements that each worker summed
   * @param realSeconds wall time
   * @param userSeconds CPU time of its own code, all workers together
   * @param systemSeconds CPU time of the kernel on its behalf
   */
  public record Timing(
      String what,
      int workers,
      long elements,
      double realSeconds,
      double userSeconds,
      double systemSeconds) {

    /**
     * Checks the ranges; throws an {@link IllegalArgumentException} naming the value and its range.
     */
    public Timing {
      if (workers < 1 || elements < 1) {
        throw new IllegalArgumentException(
            "%d workers that sum %d elements each: give 1 or more of both"
                .formatted(workers, elements));
      }
      if (!(realSeconds > 0 && Double.isFinite(realSeconds))
          || !(userSeconds >= 0 && Double.isFinite(userSeconds))
          || !(systemSeconds >= 0 && Double.isFinite(systemSeconds))) {
        throw new IllegalArgumentException(
            "real %s, user %s, system %s seconds: real must be above 0, the others 0 or more"
                .formatted(realSeconds, userSeconds, systemSeconds));
      }
    }

    /** Elements per second of all workers together. */
    public double elementsPerSecond() {
      return (double) elements * workers / realSeconds;
    }
  }

  /**
   * Throws an {@link IllegalArgumentException} if there are too many of either, or a segment starts
   * before the one before it ends.
   */
  public Captured {
    segments = List.copyOf(segments);
    timings = List.copyOf(timings);
    if (segments.size() > MAX_SEGMENTS || timings.size() > MAX_TIMINGS) {
      throw new IllegalArgumentException(
          "%d segments and %d timings: at most %d and %d can be held"
              .formatted(segments.size(), timings.size(), MAX_SEGMENTS, MAX_TIMINGS));
    }
    for (int i = 1; i < segments.size(); i++) {
      if (segments.get(i).startNs() < segments.get(i - 1).endNs()) {
        throw new IllegalArgumentException(
            "segment %d starts before the one before it ends".formatted(i));
      }
    }
  }
}
