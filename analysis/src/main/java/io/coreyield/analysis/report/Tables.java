package io.coreyield.analysis.report;

import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.report.Table.Column;
import io.coreyield.analysis.scaling.Correlation;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.TimeRow;
import io.coreyield.analysis.scaling.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The tables of a report. */
final class Tables {

  private static final List<Column> CONFIGURATION =
      List.of(
          Column.words("kernel", "Kernel"),
          Column.words("model", "Model"),
          Column.words("placement", "Placement"),
          Column.words("scaling", "Scaling"),
          Column.number("workers", "Workers"),
          Column.number("forks", "Forks"));

  private Tables() {}

  /** All tables that become files. */
  static List<Table> all(Findings findings) {
    return List.of(
        scaling(findings.curves()),
        times(findings.timeRows()),
        yields(findings.yields()),
        correlations(findings.correlations()));
  }

  static Table scaling(List<ScalingCurve> curves) {
    return new Table(
        "scaling",
        "Throughput of all workers together, against that of one worker.",
        afterConfiguration(
            Column.measured("elements_per_second", "Elements/s"),
            Column.measured("speed_up", "Speed-up"),
            Column.measured("efficiency", "Efficiency")),
        curves.stream().flatMap(c -> c.points().stream()).map(Tables::row).toList());
  }

  private static List<Cell> row(ScalingPoint point) {
    return afterConfiguration(
        point.configuration(),
        point.forks(),
        new Cell.Measured(point.elementsPerSecond(), Unit.ELEMENTS_PER_SECOND),
        new Cell.Measured(point.speedUp(), Unit.FACTOR),
        new Cell.Measured(point.efficiency(), Unit.PERCENT));
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

  static Table yields(List<SmtYield> yields) {
    return new Table(
        "yields",
        "What the second sibling of a core adds: 0 % is a fake core, 100 % a whole one.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("estimator", "Estimator"),
            Column.number("forks", "Forks"),
            Column.measured("yield", "SMT yield"),
            Column.words("answer", "Answer")),
        yields.stream().map(Tables::row).toList());
  }

  private static List<Cell> row(SmtYield yield) {
    return List.of(
        new Cell.Words(yield.kernel().id()),
        new Cell.Words(yield.model().id()),
        new Cell.Words(yield.estimator().id()),
        new Cell.Count(yield.sampling().forks()),
        new Cell.Measured(yield.yield(), Unit.PERCENT),
        new Cell.Words(answer(yield)));
  }

  /** With its reason, unless that already stands beside the figure. */
  private static String answer(SmtYield yield) {
    return yield.verdict() instanceof Verdict.Unknown(String reason)
            && !reason.equals(yield.yield().reason())
        ? yield.verdict().answer() + ": " + reason
        : yield.verdict().answer();
  }

  static Table correlations(List<Correlation> correlations) {
    return new Table(
        "correlations",
        "Spearman's rank correlation of an iteration's throughput with its load.",
        List.of(
            Column.words("kernel", "Kernel"),
            Column.words("model", "Model"),
            Column.words("load_figure", "Load"),
            Column.number("iterations", "Iterations"),
            Column.measured("spearman", "Spearman")),
        correlations.stream().map(Tables::row).toList());
  }

  private static List<Cell> row(Correlation correlation) {
    return List.of(
        new Cell.Words(correlation.kernel().id()),
        new Cell.Words(correlation.model().id()),
        new Cell.Words(correlation.loadFigure()),
        new Cell.Count(correlation.iterations()),
        new Cell.Measured(correlation.spearman(), Unit.CORRELATION));
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
