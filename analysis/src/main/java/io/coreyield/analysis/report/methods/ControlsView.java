package io.coreyield.analysis.report.methods;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.AaControl;
import io.coreyield.analysis.findings.yields.Controls;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Controls and the clock.
 *
 * @param control one configuration under two names
 * @param otherModels whether other models ran with the kernel and the workers of the control
 * @param floors range of what a second worker adds on the same logical CPU; empty where unknown
 * @param ceilings range of what it adds on another core; empty where unknown
 * @param clockCorrected whether a yield is also given by clock
 * @param allCoreClock with a worker on each core, over that of one worker alone
 */
public record ControlsView(
    AaControl control,
    boolean otherModels,
    String floors,
    String ceilings,
    boolean clockCorrected,
    Estimate allCoreClock) {

  static ControlsView of(MeasuredFindings findings) {
    return new ControlsView(
        findings.quality().control(),
        hasOtherModels(findings, findings.quality().control().configuration()),
        range(findings, Controls::floor),
        range(findings, Controls::ceiling),
        findings.yields().stream().anyMatch(y -> y.clock().corrected().hasValue()),
        findings.allCoreClock());
  }

  private static boolean hasOtherModels(
      MeasuredFindings findings, @Nullable Configuration control) {
    return control != null
        && findings.run().configurations().stream()
            .filter(c -> c.kernel() == control.kernel() && c.workers() == control.workers())
            .anyMatch(c -> c.model() != control.model());
  }

  private static String range(MeasuredFindings findings, Function<Controls, Estimate> control) {
    return EstimatorsView.range(
        Unit.PERCENT,
        findings.yields().stream()
            .map(SmtYield::controls)
            .map(control)
            .filter(Estimate::hasValue)
            .map(Estimate::value));
  }
}
