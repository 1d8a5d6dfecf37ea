package io.coreyield.benchmarks.simulation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * A background program that takes a share of a logical CPU, 0 to 0.95, for a while.
 *
 * @param fromSeconds since the start of the run's clock
 * @param toSeconds when it ends; may be infinite
 * @param bursts when it works in between; null: all the time
 */
public record BackgroundProgram(
    int cpu,
    double share,
    double fromSeconds,
    double toSeconds,
    BackgroundProgram.@Nullable Bursts bursts) {

  private static final double MAX = 0.95;

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public BackgroundProgram {
    Ranges.require(cpu >= 0, "logical CPU %d: give 0 or more".formatted(cpu));
    Ranges.require(share >= 0 && share <= MAX, "a share of %s: give 0 to %s".formatted(share, MAX));
    Ranges.require(
        fromSeconds < toSeconds,
        "from %s s to %s s: it must end after it starts".formatted(fromSeconds, toSeconds));
  }

  @JsonCreator
  static BackgroundProgram of(
      @JsonProperty(required = true) int cpu,
      @JsonProperty(required = true) double share,
      double fromSeconds,
      @Nullable Double toSeconds,
      @Nullable Double meanOnSeconds,
      @Nullable Double meanOffSeconds) {
    Ranges.require(
        (meanOnSeconds == null) == (meanOffSeconds == null),
        "'meanOnSeconds' or 'meanOffSeconds' is missing: give both or none");
    return new BackgroundProgram(
        cpu,
        share,
        fromSeconds,
        toSeconds == null ? Double.POSITIVE_INFINITY : toSeconds,
        meanOnSeconds == null || meanOffSeconds == null
            ? null
            : new Bursts(meanOnSeconds, meanOffSeconds));
  }

  /** The share of a stretch, in seconds of the run, that it takes if it works evenly. */
  double shareBetween(double startSeconds, double endSeconds) {
    double inside = Math.min(endSeconds, toSeconds) - Math.max(startSeconds, fromSeconds);
    return share * Math.max(0, inside) / (endSeconds - startSeconds);
  }

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
}
