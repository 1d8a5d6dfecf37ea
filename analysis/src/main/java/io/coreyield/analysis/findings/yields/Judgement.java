package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.stats.Estimate;
import java.util.Locale;

/** The category of a yield, and how far to trust it. */
record Judgement(Category category, Trust trust) {

  /**
   * Judges a yield; the category is unknown exactly where there is no answer.
   *
   * @param taints whose headline is the yield
   * @param machine what was found of the machine
   */
  static Judgement of(TaintCheck taints, Controls controls, Trust machine) {
    Estimate yield = taints.headline();
    Estimate place = controls.placeOf(yield);
    Category category = Category.of(yield, place);
    Trust trust =
        machine
            .and(category == Category.UNKNOWN ? Trust.noAnswer(reason(yield, place)) : Trust.HIGH)
            .and(taints.trust());
    return new Judgement(trust.isAnswer() ? category : Category.UNKNOWN, trust);
  }

  private static String reason(Estimate yield, Estimate place) {
    if (!yield.hasInterval()) {
      return yield.reason() == null ? "no interval" : yield.reason();
    }
    boolean isPlaced = !place.equals(yield);
    if (place.halfWidth() > Category.MAX_HALF_WIDTH) {
      return String.format(
          Locale.ROOT,
          "the interval is too wide: ± %.0f points%s",
          100 * place.halfWidth(),
          isPlaced ? " of the way from floor to ceiling" : "");
    }
    return isPlaced
        ? "the interval lies on both sides of the floor"
        : "the interval reaches from a loss to a gain";
  }
}
