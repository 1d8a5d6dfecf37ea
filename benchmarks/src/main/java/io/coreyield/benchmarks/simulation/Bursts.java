package io.coreyield.benchmarks.simulation;

/**
 * That a program works and rests by turns, each for a random time of exponential distribution.
 *
 * @param meanOnSeconds how long it works at the mean
 * @param meanOffSeconds how long it rests at the mean
 */
public record Bursts(double meanOnSeconds, double meanOffSeconds) {

  /** Shorter ones would be an even load, and take long to make up. */
  private static final double MIN_SECONDS = 0.001;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value and its range
   */
  public Bursts {
    require("meanOnSeconds", meanOnSeconds);
    require("meanOffSeconds", meanOffSeconds);
  }

  private static void require(String what, double seconds) {
    Ranges.require(
        seconds >= MIN_SECONDS && Double.isFinite(seconds),
        "%s of %s: give %s or more".formatted(what, seconds, MIN_SECONDS));
  }

  /** The share of all time that it works. */
  double onShare() {
    return meanOnSeconds / (meanOnSeconds + meanOffSeconds);
  }
}
