package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;

/**
 * Whether a concurrency model changes what a sibling is worth.
 *
 * @param kernel what was computed
 * @param model whose yield is compared
 * @param base whose yield it is compared with: {@code platform}
 * @param difference yield of {@code model} less that of {@code base}, a fraction, on the cores that
 *     both were measured on
 */
public record ModelDifference(
    Kernel kernel, ConcurrencyModel model, ConcurrencyModel base, Estimate difference) {

  /** What the others are compared with. */
  static final ConcurrencyModel BASE = ConcurrencyModel.PLATFORM;

  /** {@code larger}, {@code smaller}, or {@code cannot tell} where the interval holds 0. */
  public String word() {
    if (!difference.hasInterval() || (difference.low() <= 0 && difference.high() >= 0)) {
      return "cannot tell";
    }
    return difference.low() > 0 ? "larger" : "smaller";
  }
}
