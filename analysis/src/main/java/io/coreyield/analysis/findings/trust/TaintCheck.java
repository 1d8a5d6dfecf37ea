package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.stats.Estimate;

/**
 * A headline figure with and without its tainted iterations.
 *
 * @param all over every iteration that counts, tainted or not
 * @param untainted over those without a taint; unknown, with the reason, where none is left
 * @param iterations how many count, blocks included
 * @param tainted how many of them are tainted
 * @param leads whether {@code untainted} is the headline: where enough forks are left without taint
 * @param disagrees whether the two differ by more than the headline's interval
 */
public record TaintCheck(
    Estimate all,
    Estimate untainted,
    int iterations,
    int tainted,
    boolean leads,
    boolean disagrees) {

  /** Where no iteration is tainted, or none is known to be. */
  public static TaintCheck untaintedOnly(Estimate figure, int iterations) {
    return new TaintCheck(figure, figure, iterations, 0, true, false);
  }

  /**
   * Compares the two.
   *
   * @param counts of the arm, or of all arms of a comparison together
   * @param enough whether the untainted iterations of every arm are enough to lead
   */
  public static TaintCheck of(
      Estimate all, Estimate untainted, TaintSplit.Counts counts, boolean enough) {
    if (counts.tainted() == 0) {
      return untaintedOnly(all, counts.iterations());
    }
    boolean leads =
        enough && untainted.hasValue() && (untainted.hasInterval() || !all.hasInterval());
    return new TaintCheck(
        all,
        untainted,
        counts.iterations(),
        counts.tainted(),
        leads,
        disagree(leads ? untainted : all, leads ? all : untainted));
  }

  private static boolean disagree(Estimate headline, Estimate other) {
    return headline.hasInterval()
        && (other.value() < headline.low() || other.value() > headline.high());
  }

  /**
   * What taints do to the trust in the headline: limited where tainted iterations could not be left
   * out and no others show that they change nothing.
   */
  public Trust trust() {
    boolean isShown = tainted == 0 || leads || (untainted.hasValue() && !disagrees);
    return isShown ? Trust.HIGH : Trust.limited(new Doubt.Tainted(tainted, iterations));
  }

  /** The figure to show first. */
  public Estimate headline() {
    return leads ? untainted : all;
  }
}
