package io.coreyield.benchmarks.simulation;

/** A program that works and rests in turns, each for an exponentially distributed time. */
public record Bursts(double meanOnSeconds, double meanOffSeconds) {

  /** Shorter ones would be an even load, and slow to simulate. */
  private static final double MIN_SECONDS = 0.001;

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
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
