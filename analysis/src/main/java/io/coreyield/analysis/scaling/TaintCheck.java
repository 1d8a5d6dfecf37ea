package io.coreyield.analysis.scaling;

import io.coreyield.analysis.stats.Estimate;
import java.util.function.Function;
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

  /** Where no iteration is tainted, or none is known to be. */
  static TaintCheck untaintedOnly(Estimate figure, int iterations) {
    return new TaintCheck(figure, figure, iterations, 0, true, null);
  }

  /**
   * Compares the two.
   *
   * @param counts of the arm, or of all arms of a comparison together
   * @param enough whether the untainted iterations of every arm are enough to lead
   * @param words a figure with its interval in words
   */
  static TaintCheck of(
      Estimate all,
      Estimate untainted,
      Evidence.Counts counts,
      boolean enough,
      Function<Estimate, String> words) {
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
        disagreement(all, untainted, leads, words));
  }

  private static @Nullable String disagreement(
      Estimate all, Estimate untainted, boolean leads, Function<Estimate, String> words) {
    Estimate headline = leads ? untainted : all;
    double other = leads ? all.value() : untainted.value();
    boolean apart = headline.hasInterval() && (other < headline.low() || other > headline.high());
    return apart
        ? "%s without tainted iterations, %s with them: they differ by more than the interval"
            .formatted(words.apply(untainted), words.apply(all))
        : null;
  }

  /** The figure to show first. */
  public Estimate headline() {
    return leads ? untainted : all;
  }
}
