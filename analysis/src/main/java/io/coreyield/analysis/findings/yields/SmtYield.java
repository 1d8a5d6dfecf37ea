package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import org.jspecify.annotations.Nullable;

/**
 * What the second sibling of a core adds: 0 is a fake core, 1 a whole one.
 *
 * @param yield the estimate, a fraction: the headline of {@code taints}
 * @param taints the same with and without tainted iterations
 * @param clock the same at an equal clock
 * @param controls what it is compared with
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
    Verdict verdict,
    @Nullable Prediction prediction) {

  /** The answer for people: a loss is harmful. Files say partial. */
  public String word() {
    return verdict instanceof Verdict.Partial && yield.high() < 0 ? "harmful" : verdict.answer();
  }

  /** Whether pairs gave anything: the yield, or on a machine without siblings a control. */
  public boolean isPairMeasured() {
    return estimator == Estimator.PAIRED
        && (yield.hasValue() || controls.floor().hasValue() || controls.ceiling().hasValue());
  }
}
