package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the second sibling of a core adds: 0 is nothing, 1 what a core does.
 *
 * @param yield the estimate, a fraction: the headline of {@code taints}
 * @param taints the same with and without tainted iterations
 * @param clock the same at an equal clock
 * @param controls what it is compared with
 * @param category by the place between the controls; unknown where trust is too low
 * @param prediction what one worker's use of the core leads to expect; null where there is none
 */
public record SmtYield(
    Kernel kernel,
    ConcurrencyModel model,
    Estimator estimator,
    Estimate yield,
    TaintCheck taints,
    ClockCheck clock,
    Controls controls,
    Sampling sampling,
    Category category,
    Trust trust,
    @Nullable Prediction prediction) {

  /** Whether pairs gave anything: the yield, or on a machine without siblings a control. */
  public boolean isPairMeasured() {
    return estimator == Estimator.PAIRED
        && (yield.hasValue() || controls.floor().hasValue() || controls.ceiling().hasValue());
  }
}
