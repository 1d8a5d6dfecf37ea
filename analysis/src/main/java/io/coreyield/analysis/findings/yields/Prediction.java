package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * The yield that one worker's use of the core leads to expect, and whether the measurement agrees.
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
}
