package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Estimates against the figures of other programs, and against truths. */
public final class Agreement {

  private Agreement() {}

  /** The value within 1e-12, the ends within 1e-9. */
  static void agrees(Estimate estimate, double value, double low, double high) {
    agrees(estimate, 1e-12, value, low, high);
  }

  /** The value as near as said, the ends within 1e-9. */
  public static void agrees(Estimate estimate, double near, double value, double low, double high) {
    assertThat(estimate.value()).isCloseTo(value, within(near));
    assertThat(estimate.low()).isCloseTo(low, within(1e-9));
    assertThat(estimate.high()).isCloseTo(high, within(1e-9));
  }

  static void hasError(Estimate estimate, double error, double degreesOfFreedom) {
    StandardError found = Objects.requireNonNull(estimate.error());
    assertThat(found.value()).isCloseTo(error, within(1e-12));
    assertThat(found.degreesOfFreedom()).isCloseTo(degreesOfFreedom, within(1e-9));
  }

  /** Whether the interval holds the truth. */
  public static boolean holds(Estimate estimate, double truth) {
    return estimate.low() <= truth && truth <= estimate.high();
  }

  /** How often something is so, of that many repetitions. */
  static double share(long seed, int repetitions, Predicate<Random> isSo) {
    Random random = new Random(seed);
    return IntStream.range(0, repetitions).filter(_ -> isSo.test(random)).count()
        / (double) repetitions;
  }
}
