package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * The yield that one worker's use of the core leads to expect, and whether the measurement agrees.
 * A resource of which one worker takes the share u serves 1/u workers: the sibling adds 1/u − 1,
 * but no more than a second core would. What the resource can do is what the kernel that fills it
 * reaches on this machine.
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
    /** One worker did not fill the resource, although its kernel is made to. */
    ABOVE
  }

  /** A measured interval that is further from the expectation disagrees with it. */
  static final double TOLERANCE = 0.15;

  /** One miss under way, of the ten or more that a core of today can have. */
  private static final double USE_OF_CHASE = 0.1;

  /** A share, and where it comes from or why it is unknown. */
  private record Use(double share, String basis) {}

  /** The prediction for one kernel and model; null where none of its pairs gave a result. */
  static @Nullable Prediction of(
      PairResults group, List<PairResults> all, Estimate yield, Controls controls) {
    double solo = group.soloElementsPerSecond();
    if (Double.isNaN(solo)) {
      return null;
    }
    Use use = use(group.kernel(), solo, kernel -> elementsPerSecond(kernel, group, all));
    Estimate expected = expected(use, controls.ceiling());
    return new Prediction(
        elementsPerSecond(Kernel.RANGE, group, all) / solo,
        use.share(),
        expected,
        disagreement(yield, expected));
  }

  /** Of one worker of that kernel in the same model; NaN where it was not measured. */
  private static double elementsPerSecond(Kernel kernel, PairResults group, List<PairResults> all) {
    return all.stream()
        .filter(other -> other.kernel() == kernel && other.model() == group.model())
        .mapToDouble(PairResults::soloElementsPerSecond)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static Use use(Kernel kernel, double solo, ToDoubleFunction<Kernel> elementsPerSecond) {
    return switch (kernel) {
      case RANGE -> {
        // An element of either costs one addition.
        double share = solo / elementsPerSecond.applyAsDouble(Kernel.RANGE_ILP);
        yield Double.isNaN(share)
            ? new Use(
                share, "the range-ilp kernel, which fills the integer units, was not measured")
            : new Use(
                Math.min(1, share),
                "an expectation by what range-ilp reaches on this machine, not a measurement");
      }
      case RANGE_ILP, ARRAY_PORTS, RANGE_DIV ->
          new Use(1, "an expectation: one worker fills the units, and leaves none to its sibling");
      case ARRAY_CHASE ->
          new Use(
              USE_OF_CHASE,
              "an expectation: one miss is under way, and a core can have ten or more");
      case RANGE_DOUBLE ->
          new Use(
              Double.NaN,
              "no kernel fills the floating-point units, so what they can do is unknown");
      case ARRAY_STREAM ->
          new Use(
              Double.NaN,
              "the speed of one worker does not show its share of the core's memory bandwidth");
      case ARRAY_CACHE, ARRAY_BRANCH ->
          new Use(Double.NaN, "the speed of one worker does not show what it leaves of the core");
    };
  }

  private static Estimate expected(Use use, Estimate ceiling) {
    if (Double.isNaN(use.share())) {
      return Estimate.unknown(use.basis());
    }
    double most = ceiling.hasValue() ? Math.max(0, ceiling.value()) : 1;
    return Estimate.withoutInterval(Math.min(most, 1 / use.share() - 1), use.basis());
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
