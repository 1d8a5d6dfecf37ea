package io.coreyield.benchmarks.simulation;

/**
 * The clock of every core.
 *
 * @param oneCoreGHz with one active core, GHz
 * @param turbo relative to that, by active cores
 * @param siblingClock of a core on both of whose siblings our workers run, relative to one of them
 * @param drift in the course of a run
 */
public record Frequency(double oneCoreGHz, TurboCurve turbo, double siblingClock, Drift drift) {

  private static final double MAX_GHZ = 100;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public Frequency {
    Ranges.require(
        oneCoreGHz > 0 && oneCoreGHz <= MAX_GHZ,
        "clockGHz is %s: give more than 0, at most %s".formatted(oneCoreGHz, MAX_GHZ));
    Ranges.require(
        siblingClock > 0 && siblingClock <= 1,
        "siblingClock is %s: give more than 0, at most 1".formatted(siblingClock));
  }
}
