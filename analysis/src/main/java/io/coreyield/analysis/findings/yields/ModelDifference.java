package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * Whether a concurrency model changes what a sibling is worth.
 *
 * @param model whose yield is compared
 * @param base whose yield it is compared with: {@code platform}
 * @param difference yield of {@code model} less that of {@code base}, a fraction, on the cores that
 *     both were measured on
 */
public record ModelDifference(
    Kernel kernel, ConcurrencyModel model, ConcurrencyModel base, Estimate difference) {

  /** What the others are compared with. */
  static final ConcurrencyModel BASE = ConcurrencyModel.PLATFORM;

  /** Whether the interval lies above, below or around 0. */
  public Direction direction() {
    return Direction.of(difference);
  }
}
