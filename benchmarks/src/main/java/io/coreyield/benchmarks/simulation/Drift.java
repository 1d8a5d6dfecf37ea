package io.coreyield.benchmarks.simulation;

/**
 * How the clock of every core changes in the course of a run: by equal parts in equal times, and no
 * further.
 *
 * @param change what it has gained at the end, as a fraction of what it was at the start
 * @param overSeconds how long that takes, from the start of the run's clock
 */
public record Drift(double change, double overSeconds) {

  /** A clock that stays. */
  public static final Drift NONE = new Drift(0, 1);

  private static final double MAX = 0.9;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public Drift {
    Ranges.require(
        Math.abs(change) <= MAX,
        "a change of %s: give %s to %s (-0.05 is 5 %% less)".formatted(change, -MAX, MAX));
    Ranges.require(
        overSeconds > 0 && Double.isFinite(overSeconds),
        "overSeconds of %s: give more than 0".formatted(overSeconds));
  }

  /** The clock at a moment, seconds since the start of the run's, over that at the start. */
  double at(double seconds) {
    return 1 + change * Math.clamp(seconds / overSeconds, 0, 1);
  }
}
