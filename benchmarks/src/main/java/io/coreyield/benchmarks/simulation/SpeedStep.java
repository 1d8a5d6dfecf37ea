package io.coreyield.benchmarks.simulation;

/**
 * A stretch of a fork's work that is slower by a constant factor.
 *
 * @param seconds where it ends or starts, since the start of the fork's first iteration or block
 * @param slowdown how much longer everything takes in it, as a fraction
 */
public record SpeedStep(double seconds, double slowdown) {

  private static final double MAX = 100;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public SpeedStep {
    Ranges.require(
        seconds >= 0 && Double.isFinite(seconds),
        "seconds of %s: give 0 or more".formatted(seconds));
    Ranges.require(
        slowdown >= 0 && slowdown <= MAX,
        "a slowdown of %s: give 0 to %s (0.5 is half as long again)".formatted(slowdown, MAX));
  }

  /** The factor on speed. */
  double factor() {
    return 1 / (1 + slowdown);
  }
}
