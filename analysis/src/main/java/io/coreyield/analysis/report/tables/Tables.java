package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.curves.TimeRow;
import io.coreyield.analysis.findings.curves.TimeShares;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/** The tables of a report. */
public final class Tables {

  private static final String SIMULATED = "Simulated, nothing was measured. ";

  private Tables() {}

  /** All tables that become files; those of a simulated machine say so. */
  public static List<Table> all(Findings findings) {
    boolean simulated = findings.run().info().simulated();
    CapturedFindings imported = findings.imported();
    if (imported != null) {
      return CapturedTables.all(imported);
    }
    return Stream.of(
            YieldTables.yields(findings.yields()),
            TaintTables.yields(findings.yields()),
            ClockTable.of(findings.yields()),
            YieldTables.differences(findings.modelDifferences()),
            scaling(findings.curves()),
            TaintTables.points(findings.curves()),
            FitsTable.of(findings.curves()),
            times(findings.timeRows()),
            shares(TimeShares.of(findings.ledger())),
            CorrelationTable.of(findings.correlations()),
            LedgerTables.reasons(findings.ledger()),
            LedgerTables.arms(findings.ledger()))
        .map(table -> simulated ? table.named(table.name(), SIMULATED + table.caption()) : table)
        .toList();
  }

  /** Tables that only programs read, a row per fork or iteration: no Markdown is made of them. */
  public static List<Table> data(Findings findings) {
    return List.of(
        LedgerTables.entries(findings.ledger()), ForkTables.forks(findings.forkStates()));
  }

  public static Table scaling(List<ScalingCurve> curves) {
    return configuration(ScalingPoint::configuration, ScalingPoint::forks)
        .measured(
            "elements_per_second",
            "Elements/s",
            Unit.ELEMENTS_PER_SECOND,
            ScalingPoint::elementsPerSecond)
        .measured("speed_up", "Speed-up", Unit.FACTOR, ScalingPoint::speedUp)
        .measured("efficiency", "Efficiency", Unit.PERCENT, ScalingPoint::efficiency)
        .cell(Column.share("tainted", "Tainted"), TaintTables::share)
        .table(
            "scaling",
            "Throughput of all workers together, against that of one worker.",
            curves.stream().flatMap(curve -> curve.points().stream()));
  }

  public static Table times(List<TimeRow> rows) {
    return configuration(TimeRow::configuration, TimeRow::forks)
        .measured("real_seconds", "real", Unit.SECONDS, TimeRow::realSeconds)
        .measured("user_seconds", "user", Unit.SECONDS, TimeRow::userSeconds)
        .measured("system_seconds", "sys", Unit.SECONDS, TimeRow::systemSeconds)
        .table(
            "times",
            "What the time command would say of one operation: all workers, from start to join.",
            rows.stream());
  }

  public static Table shares(List<TimeShares> shares) {
    return configuration(TimeShares::configuration, TimeShares::forks)
        .figure("work", "Work", Unit.PERCENT, TimeShares::work)
        .figure("dispatch", "Dispatch", Unit.PERCENT, TimeShares::dispatch)
        .figure("waiting", "Waiting", Unit.PERCENT, TimeShares::waiting)
        .figure("steal", "Steal", Unit.PERCENT, TimeShares::steal)
        .table(
            "time-shares",
            "Where the workers' time went, of all their wall time from start to join.",
            shares.stream());
  }

  private static <T> Columns<T> configuration(
      Function<T, Configuration> configuration, ToLongFunction<T> forks) {
    return new Columns<T>()
        .words("kernel", "Kernel", row -> configuration.apply(row).kernel().id())
        .words("model", "Model", row -> configuration.apply(row).model().id())
        .words("placement", "Placement", row -> configuration.apply(row).placement().id())
        .words("scaling", "Scaling", row -> configuration.apply(row).scaling().id())
        .count("workers", "Workers", row -> configuration.apply(row).workers())
        .count("forks", "Forks", forks);
  }
}
