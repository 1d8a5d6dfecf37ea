package io.coreyield.analysis.report;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ImportedFindings;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.TimeRow;
import io.coreyield.analysis.scaling.TimeShares;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report. */
final class Tables {

  private static final String SIMULATED = "Simulated, nothing was measured. ";

  private static final List<Column> CONFIGURATION =
      List.of(
          Column.words("kernel", "Kernel"),
          Column.words("model", "Model"),
          Column.words("placement", "Placement"),
          Column.words("scaling", "Scaling"),
          Column.number("workers", "Workers"),
          Column.number("forks", "Forks"));

  private Tables() {}

  /** All tables that become files; those of a simulated machine say so. */
  static List<Table> all(Findings findings) {
    boolean simulated = findings.run().info().simulated();
    ImportedFindings imported = findings.imported();
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
  static List<Table> data(Findings findings) {
    return List.of(
        LedgerTables.entries(findings.ledger()), ForkTables.forks(findings.forkStates()));
  }

  static Table scaling(List<ScalingCurve> curves) {
    return new Table(
        "scaling",
        "Throughput of all workers together, against that of one worker.",
        afterConfiguration(
            Column.measured("elements_per_second", "Elements/s"),
            Column.measured("speed_up", "Speed-up"),
            Column.measured("efficiency", "Efficiency"),
            Column.share("tainted", "Tainted")),
        curves.stream().flatMap(c -> c.points().stream()).map(Tables::row).toList());
  }

  private static List<Cell> row(ScalingPoint point) {
    return afterConfiguration(
        point.configuration(),
        point.forks(),
        new Cell.Measured(point.elementsPerSecond(), Unit.ELEMENTS_PER_SECOND),
        new Cell.Measured(point.speedUp(), Unit.FACTOR),
        new Cell.Measured(point.efficiency(), Unit.PERCENT),
        TaintTables.share(point));
  }

  static Table times(List<TimeRow> timeRows) {
    return new Table(
        "times",
        "What the time command would say of one operation: all workers, from start to join.",
        afterConfiguration(
            Column.measured("real_seconds", "real"),
            Column.measured("user_seconds", "user"),
            Column.measured("system_seconds", "sys")),
        timeRows.stream().map(Tables::row).toList());
  }

  private static List<Cell> row(TimeRow row) {
    return afterConfiguration(
        row.configuration(),
        row.forks(),
        new Cell.Measured(row.realSeconds(), Unit.SECONDS),
        new Cell.Measured(row.userSeconds(), Unit.SECONDS),
        new Cell.Measured(row.systemSeconds(), Unit.SECONDS));
  }

  static Table shares(List<TimeShares> shares) {
    return new Table(
        "time-shares",
        "Where the workers' time went, of all their wall time from start to join.",
        afterConfiguration(
            Column.number("work", "Work"),
            Column.number("dispatch", "Dispatch"),
            Column.number("waiting", "Waiting"),
            Column.number("steal", "Steal")),
        shares.stream().map(Tables::row).toList());
  }

  private static List<Cell> row(TimeShares shares) {
    return afterConfiguration(
        shares.configuration(),
        shares.forks(),
        new Cell.Figure(shares.work(), Unit.PERCENT),
        new Cell.Figure(shares.dispatch(), Unit.PERCENT),
        new Cell.Figure(shares.waiting(), Unit.PERCENT),
        new Cell.Figure(shares.steal(), Unit.PERCENT));
  }

  private static List<Column> afterConfiguration(Column... more) {
    return Stream.concat(CONFIGURATION.stream(), Stream.of(more)).toList();
  }

  private static List<Cell> afterConfiguration(
      Configuration configuration, int forks, Cell... more) {
    List<Cell> row = new ArrayList<>();
    row.add(new Cell.Words(configuration.kernel().id()));
    row.add(new Cell.Words(configuration.model().id()));
    row.add(new Cell.Words(configuration.placement().id()));
    row.add(new Cell.Words(configuration.scaling().id()));
    row.add(new Cell.Count(configuration.workers()));
    row.add(new Cell.Count(forks));
    row.addAll(List.of(more));
    return row;
  }
}
