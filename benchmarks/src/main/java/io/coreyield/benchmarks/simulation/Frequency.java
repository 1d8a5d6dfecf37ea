package io.coreyield.benchmarks.simulation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;
import org.jspecify.annotations.Nullable;

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

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public Frequency {
    Ranges.require(
        oneCoreGHz > 0 && oneCoreGHz <= MAX_GHZ,
        "clockGHz is %s: give more than 0, at most %s".formatted(oneCoreGHz, MAX_GHZ));
    Ranges.require(
        siblingClock > 0 && siblingClock <= 1,
        "siblingClock is %s: give more than 0, at most 1".formatted(siblingClock));
  }

  @JsonCreator
  static Frequency of(
      @JsonProperty(required = true) double clockGHz,
      @Nullable TurboCurve turbo,
      @Nullable Double siblingClock,
      @Nullable Drift drift) {
    return new Frequency(
        clockGHz,
        turbo == null ? TurboCurve.of(Map.of()) : turbo,
        requireNonNullElse(siblingClock, 1.0),
        requireNonNullElse(drift, Drift.NONE));
  }

  /**
   * How the clock of every core changes in the course of a run: by equal parts in equal times, and
   * no further.
   *
   * @param change what it has gained at the end, as a fraction of what it was at the start
   * @param overSeconds how long that takes, from the start of the run's clock
   */
  public record Drift(
      @JsonProperty(required = true) double change,
      @JsonProperty(required = true) double overSeconds) {

    /** A clock that stays. */
    public static final Drift NONE = new Drift(0, 1);

    private static final double MAX = 0.9;

    /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
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
}
