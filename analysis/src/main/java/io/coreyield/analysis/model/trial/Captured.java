package io.coreyield.analysis.model.trial;

import java.util.List;

/**
 * Another tool captured the load or the throughput of the machine; there are no trials.
 *
 * @param tool that made the captures: {@code dstat}
 * @param segments stretches of the load, in the order of time; between two nothing is known
 * @param timings what {@code time} said of one program each, as the user gives it
 * @param curves throughput against workers, as another tool measured it
 */
public record Captured(
    String tool, List<Segment> segments, List<Timing> timings, List<Curve> curves)
    implements RunOrigin {

  /** A file with more segments is refused. */
  public static final int MAX_SEGMENTS = 1000;

  /** A file with more timings is refused. */
  public static final int MAX_TIMINGS = 10_000;

  /** A file with more curves, or more points of all curves, is refused. */
  public static final int MAX_CURVES = 1000;

  public static final int MAX_POINTS = 100_000;

  /** The code of the warning that nobody said which logical CPUs share a core. */
  public static final String NO_SIBLINGS = "import-no-siblings";

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
   * How throughput grows with the workers.
   *
   * @param what ran, as the user or the file names it
   * @param file that it was read from, without its directory
   * @param unit of the throughput, without "per second": {@code operations}
   * @param points in any order, at least one; a number of workers may occur more than once
   */
  public record Curve(String what, String file, String unit, List<CurvePoint> points) {

    /** Throws an {@link IllegalArgumentException} if there is no point. */
    public Curve {
      points = List.copyOf(points);
      if (points.isEmpty()) {
        throw new IllegalArgumentException("curve '%s' has no point".formatted(what));
      }
    }
  }

  /**
   * A point of a curve.
   *
   * @param workers at the same time
   * @param throughput of all of them together, a second
   */
  public record CurvePoint(int workers, double throughput) {

    /** Throws an {@link IllegalArgumentException} naming the value that is out of its range. */
    public CurvePoint {
      if (workers < 1 || !(throughput > 0 && Double.isFinite(throughput))) {
        throw new IllegalArgumentException(
            "%d workers with a throughput of %s: give 1 worker or more, and more than 0"
                .formatted(workers, throughput));
      }
    }
  }

  /**
   * Throws an {@link IllegalArgumentException} if there are too many of any, or a segment starts
   * before the one before it ends.
   */
  public Captured {
    curves = List.copyOf(curves);
    if (curves.size() > MAX_CURVES
        || curves.stream().mapToInt(curve -> curve.points().size()).sum() > MAX_POINTS) {
      throw new IllegalArgumentException(
          "at most %d curves with %d points can be held".formatted(MAX_CURVES, MAX_POINTS));
    }
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
