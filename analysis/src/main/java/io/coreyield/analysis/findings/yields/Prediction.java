package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The yield that one worker's use of the core leads to expect, and whether the measurement agrees.
 * A resource of which one worker takes the share u serves 1/u workers: the sibling adds 1/u − 1,
 * but no more than a second core would.
 *
 * @param cyclesPerElement of one worker alone, by the {@code range} chain as a clock of one element
 *     per cycle; NaN where {@code range} was not measured
 * @param use share of the shared resource that one worker takes, 0 to 1; NaN where it is unknown
 * @param expected the yield to expect, a fraction
 * @param disagreement null where the measurement agrees or is inconclusive
 */
public record Prediction(
    double cyclesPerElement, double use, Estimate expected, @Nullable Disagreement disagreement) {

  /** On which side of the expectation the measurement lies. */
  public enum Disagreement {
    /** The siblings share more than the resource that binds one worker. */
    BELOW,
    /** The core has more of the resource, or one worker did not reach its bound. */
    ABOVE
  }

  /** A measured interval that is further from the expectation disagrees with it. */
  static final double TOLERANCE = 0.15;

  /** One miss under way, of the ten or more that a core of today can have. */
  private static final double USE_OF_CHASE = 0.1;

  /** The prediction for one kernel and model; null where none of its pairs gave a result. */
  static @Nullable Prediction of(
      PairResults group, List<PairResults> all, Estimate yield, Controls controls) {
    double solo = group.soloElementsPerSecond();
    if (Double.isNaN(solo)) {
      return null;
    }
    double cycles = clock(group, all) / solo;
    double use = Math.min(1, group.kernel().resourceCyclesPerElement() / cycles);
    Estimate expected = expected(group.kernel(), use, controls.ceiling());
    return new Prediction(cycles, use, expected, disagreement(yield, expected));
  }

  /** Elements per second of the {@code range} kernel, which does one a cycle, in the same model. */
  private static double clock(PairResults group, List<PairResults> all) {
    return all.stream()
        .filter(other -> other.kernel() == Kernel.RANGE && other.model() == group.model())
        .mapToDouble(PairResults::soloElementsPerSecond)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Estimate expected(Kernel kernel, double use, Estimate ceiling) {
    if (kernel == Kernel.ARRAY_STREAM) {
      return Estimate.unknown(
          "the speed of one worker does not show its share of the core's memory bandwidth");
    }
    double most = ceiling.hasValue() ? Math.max(0, ceiling.value()) : 1;
    if (kernel == Kernel.ARRAY_CHASE) {
      return Estimate.withoutInterval(
          Math.min(most, 1 / USE_OF_CHASE - 1),
          "an expectation: one miss is under way, and a core can have ten or more");
    }
    if (Double.isNaN(use)) {
      return Estimate.unknown("the range kernel, which measures the clock, was not measured");
    }
    return Estimate.withoutInterval(
        Math.min(most, 1 / use - 1), "an expectation by the ports of Zen 4, not a measurement");
  }

  private static Prediction.@Nullable Disagreement disagreement(Estimate yield, Estimate expected) {
    if (!yield.hasInterval() || !expected.hasValue()) {
      return null;
    }
    if (yield.high() < expected.value() - TOLERANCE) {
      return Prediction.Disagreement.BELOW;
    }
    return yield.low() > expected.value() + TOLERANCE ? Prediction.Disagreement.ABOVE : null;
  }
}
