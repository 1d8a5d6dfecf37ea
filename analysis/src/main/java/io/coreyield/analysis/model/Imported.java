package io.coreyield.analysis.model;

import java.util.List;

/**
 * What another tool captured: a run with load and times, but without trials of ours.
 *
 * @param tool that made the captures: {@code dstat}
 * @param segments stretches of the load, in the order of time; between two nothing is known
 * @param timings what {@code time} said of one program each, as the user tells it
 */
public record Imported(String tool, List<Segment> segments, List<Timing> timings) {

  /** The code of the warning that some segments' times are no real ones. */
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

    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException if it ends before it starts
     */
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
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value and its range
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

  /** Copies the lists. */
  public Imported {
    segments = List.copyOf(segments);
    timings = List.copyOf(timings);
  }
}
