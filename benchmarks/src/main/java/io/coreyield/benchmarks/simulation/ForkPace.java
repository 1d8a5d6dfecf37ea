package io.coreyield.benchmarks.simulation;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** How the speed of a fork changes with its age: a slow start, a slow end; null if it has none. */
public record ForkPace(@Nullable Step warmUp, @Nullable Step slowdownAfter) {

  private static final double NS_PER_SECOND = 1e9;

  /** The speed of work that starts at that age, about 1. */
  double at(long ageNs) {
    double seconds = ageNs / NS_PER_SECOND;
    double speed = 1;
    if (warmUp != null && seconds < warmUp.seconds()) {
      speed *= warmUp.factor();
    }
    if (slowdownAfter != null && seconds >= slowdownAfter.seconds()) {
      speed *= slowdownAfter.factor();
    }
    return speed;
  }

  /**
   * A stretch of a fork's work that is slower by a constant factor.
   *
   * @param seconds where it ends or starts, since the start of the fork's first iteration or block
   * @param slowdown how much longer everything takes in it, as a fraction
   */
  public record Step(
      @JsonProperty(required = true) double seconds,
      @JsonProperty(required = true) double slowdown) {

    private static final double MAX = 100;

    /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
    public Step {
      Ranges.require(
          seconds >= 0 && Double.isFinite(seconds),
          "seconds of %s: give 0 or more".formatted(seconds));
      Ranges.require(
          slowdown >= 0 && slowdown <= MAX,
          "a slowdown of %s: give 0 to %s (0.5 is half as long again)".formatted(slowdown, MAX));
    }

    double factor() {
      return 1 / (1 + slowdown);
    }
  }
}
