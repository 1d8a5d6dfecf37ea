package io.coreyield.benchmarks.simulation;

/**
 * A program of somebody else's that takes its share of a logical CPU, evenly, for a while.
 *
 * @param cpu the logical CPU
 * @param share of its time, 0 to 0.95
 * @param fromSeconds when it starts, since the start of the run's clock
 * @param toSeconds when it ends; may be infinite
 */
public record Neighbour(int cpu, double share, double fromSeconds, double toSeconds) {

  private static final double MOST = 0.95;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public Neighbour {
    if (cpu < 0) {
      throw new IllegalArgumentException("logical CPU %d: give 0 or more".formatted(cpu));
    }
    if (!(share >= 0 && share <= MOST)) {
      throw new IllegalArgumentException("a share of %s: give 0 to %s".formatted(share, MOST));
    }
    if (!(fromSeconds < toSeconds)) {
      throw new IllegalArgumentException(
          "from %s s to %s s: it must end after it starts".formatted(fromSeconds, toSeconds));
    }
  }

  /** The share of a stretch that it takes; the stretch is in seconds since the clock's start. */
  double shareBetween(double startSeconds, double endSeconds) {
    double inside = Math.min(endSeconds, toSeconds) - Math.max(startSeconds, fromSeconds);
    return share * Math.max(0, inside) / (endSeconds - startSeconds);
  }
}
