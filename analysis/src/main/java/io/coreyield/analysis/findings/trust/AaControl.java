package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The A/A control: one configuration, run in each round under two names. The true difference of the
 * two is zero, and so is the true drift of a stable machine.
 *
 * @param configuration what ran; null where the run has no such control
 * @param rounds in which both names have a result
 * @param difference throughput under the second name over that under the first, less 1, compared
 *     within rounds; a fraction
 * @param drift what throughput gained from the first trial of the control to the last, by a
 *     straight line through the logarithms; a fraction
 */
public record AaControl(
    @Nullable Configuration configuration, int rounds, Estimate difference, Estimate drift) {

  /** Whether one of the two intervals excludes 0: by chance in 5 % of stable machines. */
  public boolean excludesZero() {
    return excludesZero(difference) || excludesZero(drift);
  }

  /** What excludes 0; empty where nothing does. */
  public List<UnfitReason> reasons() {
    List<UnfitReason> reasons = new ArrayList<>();
    if (excludesZero(difference)) {
      reasons.add(new UnfitReason.Differs(difference));
    }
    if (excludesZero(drift)) {
      reasons.add(new UnfitReason.Drifts(drift));
    }
    return reasons;
  }

  private static boolean excludesZero(Estimate estimate) {
    return estimate.hasInterval() && (estimate.low() > 0 || estimate.high() < 0);
  }
}
