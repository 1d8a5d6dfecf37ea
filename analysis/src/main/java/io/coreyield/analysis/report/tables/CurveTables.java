package io.coreyield.analysis.report.tables;

import static io.coreyield.analysis.wording.Unit.ELEMENTS_PER_SECOND;

import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Throughput and time of every configuration, and what was fitted to each curve. */
public final class CurveTables {

  private CurveTables() {}

  public static Table scaling(List<ScalingCurve> curves) {
    return new Columns<ScalingPoint>()
        .configuration(ScalingPoint::configuration)
        .count("forks", "Forks", ScalingPoint::forks)
        .measured(
            "elements_per_second", "Elements/s", ELEMENTS_PER_SECOND, p -> p.elementsPerSecond())
        .measured("speed_up", "Speed-up", Unit.FACTOR, ScalingPoint::speedUp)
        .measured("efficiency", "Efficiency", Unit.PERCENT, ScalingPoint::efficiency)
        .share("tainted", "Tainted", TaintTables::share)
        .table(
            "scaling",
            "Throughput of all workers together, against that of one worker.",
            curves.stream().flatMap(curve -> curve.points().stream()));
  }

  public static Table times(List<TimeRow> rows) {
    return new Columns<TimeRow>()
        .configuration(TimeRow::configuration)
        .count("forks", "Forks", TimeRow::forks)
        .measured("real_seconds", "real", Unit.SECONDS, TimeRow::realSeconds)
        .measured("user_seconds", "user", Unit.SECONDS, TimeRow::userSeconds)
        .measured("system_seconds", "sys", Unit.SECONDS, TimeRow::systemSeconds)
        .table(
            "times",
            "What the time command would say of one operation: all workers, from start to join.",
            rows.stream());
  }

  public static Table shares(List<TimeShares> shares) {
    return new Columns<TimeShares>()
        .configuration(TimeShares::configuration)
        .count("forks", "Forks", TimeShares::forks)
        .figure("work", "Work", Unit.PERCENT, TimeShares::work)
        .figure("dispatch", "Dispatch", Unit.PERCENT, TimeShares::dispatch)
        .figure("waiting", "Waiting", Unit.PERCENT, TimeShares::waiting)
        .figure("steal", "Steal", Unit.PERCENT, TimeShares::steal)
        .table(
            "time-shares",
            "Where the workers' time went, of all their wall time from start to join.",
            shares.stream());
  }

  /** The bend of each curve, and two laws of scalability. */
  static Table fits(List<ScalingCurve> curves) {
    return new Columns<ScalingCurve>()
        .kernelAndModel(ScalingCurve::kernel, ScalingCurve::model)
        .words("placement", "Placement", curve -> curve.placement().id())
        .words("scaling", "Scaling", curve -> curve.scaling().id())
        .measured("knee_yield", "Knee", fitted(Unit.PERCENT, c -> c.knee().yield()))
        .measured("usl_gamma", "USL γ", fitted(ELEMENTS_PER_SECOND, c -> c.usl().gamma()))
        .measured("usl_alpha", "USL α", fitted(Unit.PARAMETER, c -> c.usl().alpha()))
        .measured("usl_beta", "USL β", fitted(Unit.PARAMETER, c -> c.usl().beta()))
        .measured("amdahl_alpha", "Amdahl α", fitted(Unit.PARAMETER, c -> c.amdahl().alpha()))
        .words("note", "Note", CurveTables::note)
        .table(
            "fits",
            "Knee: what workers beyond the cores add. USL and Amdahl, up to the cores: γ of one worker,"
                + " α contention, β coherency.",
            curves.stream());
  }

  /** For the page: without columns that are the same in all rows or have no value. */
  public static Table shownFits(List<ScalingCurve> curves) {
    return fits(curves).withoutDefaults().without("usl_gamma").withoutUnmeasured();
  }

  /** The last column says once why there is none. */
  private static Function<ScalingCurve, Cell> fitted(
      Unit unit, Function<ScalingCurve, Estimate> fit) {
    return curve -> {
      Estimate estimate = fit.apply(curve);
      String reason = estimate.reason();
      return reason == null || estimate.hasValue()
          ? new Cell.Measured(estimate, unit)
          : new Cell.Unmeasured(reason);
    };
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
