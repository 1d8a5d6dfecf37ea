package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was fitted to each curve: its bend, and two laws of scalability. */
public final class FitsTable {

  private FitsTable() {}

  static Table of(List<ScalingCurve> curves) {
    return new Columns<ScalingCurve>()
        .words("kernel", "Kernel", curve -> curve.kernel().id())
        .words("model", "Model", curve -> curve.model().id())
        .words("placement", "Placement", curve -> curve.placement().id())
        .words("scaling", "Scaling", curve -> curve.scaling().id())
        .cell(
            Column.measured("knee_yield", "Knee"),
            curve -> cell(curve.knee().yield(), Unit.PERCENT))
        .cell(
            Column.measured("usl_gamma", "USL γ"),
            curve -> cell(curve.usl().gamma(), Unit.ELEMENTS_PER_SECOND))
        .cell(
            Column.measured("usl_alpha", "USL α"),
            curve -> cell(curve.usl().alpha(), Unit.PARAMETER))
        .cell(
            Column.measured("usl_beta", "USL β"), curve -> cell(curve.usl().beta(), Unit.PARAMETER))
        .cell(
            Column.measured("amdahl_alpha", "Amdahl α"),
            curve -> cell(curve.amdahl().alpha(), Unit.PARAMETER))
        .words("note", "To know", curve -> note(curve))
        .table(
            "fits",
            "Knee: what workers beyond the cores add. USL and Amdahl, up to the cores: γ of one worker,"
                + " α contention, β coherency.",
            curves.stream());
  }

  /** For the page: without what is the same in all rows, or was told of none. */
  public static Table shown(List<ScalingCurve> curves) {
    boolean os = curves.stream().allMatch(c -> c.placement() == Placement.OS);
    boolean weak = curves.stream().allMatch(c -> c.scaling() == Scaling.WEAK);
    return of(curves)
        .without(os ? "placement" : "", weak ? "scaling" : "", "usl_gamma")
        .withoutUnmeasured();
  }

  /** Why there is none stands once, in the last column. */
  private static Cell cell(Estimate estimate, Unit unit) {
    String reason = estimate.reason();
    return reason == null || estimate.hasValue()
        ? new Cell.Measured(estimate, unit)
        : new Cell.Unmeasured(reason);
  }

  private static String note(ScalingCurve curve) {
    Estimate knee = curve.knee().yield();
    return Stream.of(
            named("knee", knee.hasValue() ? curve.knee().note() : knee.reason()),
            named("USL", curve.usl().reason()),
            named("Amdahl", curve.amdahl().reason()))
        .filter(Objects::nonNull)
        .collect(Collectors.joining("; "));
  }

  private static @Nullable String named(String what, @Nullable String note) {
    return note == null ? null : what + ": " + note;
  }
}
