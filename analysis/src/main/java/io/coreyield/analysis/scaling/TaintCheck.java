package io.coreyield.analysis.scaling;

import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * A headline figure with and without its tainted iterations.
 *
 * @param all over every iteration that counts, tainted or not
 * @param untainted over those without a taint; unknown, with the reason, where none is left
 * @param iterations how many count, blocks included
 * @param tainted how many of them are tainted
 * @param leads whether {@code untainted} is the headline: where enough forks are left without taint
 * @param disagreement that the two differ by more than the headline's interval, in words without a
 *     full stop; null where they do not, or cannot be compared
 */
public record TaintCheck(
    Estimate all,
    Estimate untainted,
    int iterations,
    int tainted,
    boolean leads,
    @Nullable String disagreement) {

  /** The figure to show first. */
  public Estimate headline() {
    return leads ? untainted : all;
  }
}
