package io.coreyield.benchmarks.simulation;

import org.jspecify.annotations.Nullable;

/**
 * How the speed of a fork changes with its age, in steps.
 *
 * @param warmUp its slow start; null if it has none
 * @param slowdownAfter its slow end; null if it has none
 */
public record ForkPace(@Nullable SpeedStep warmUp, @Nullable SpeedStep slowdownAfter) {

  /** The first operation is as fast as the last. */
  public static final ForkPace STEADY = new ForkPace(null, null);

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
}
