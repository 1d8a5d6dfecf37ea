package io.coreyield.fleet.report;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.CompareWords;
import io.coreyield.fleet.summary.Drift;
import io.coreyield.fleet.summary.Fleet;
import java.util.Comparator;
import java.util.List;

/** The tables of time, of money and of what others published. */
final class OtherTables {

  private static final Column CPU = Column.words("cpu", "processor");
  private static final Column CODE = Column.words("code", "code that …");

  private OtherTables() {}

  /** Clear changes first, the largest of them first. */
  static Table drift(Fleet fleet) {
    return new Table(
        "drift",
        "How machines changed from their first run to their last: yields in points, throughput in percent.",
        List.of(
            Column.words("machine", "machine"),
            Column.words("figure", "figure"),
            CODE,
            Column.measured("change", "change"),
            Column.words("word", "which is"),
            Column.number("runs", "runs"),
            Column.words("first", "first"),
            Column.words("last", "last")),
        fleet.drifts().stream()
            .sorted(
                Comparator.comparing((Drift drift) -> !drift.isClear())
                    .thenComparingDouble(drift -> -Math.abs(drift.change().value())))
            .map(OtherTables::row)
            .toList());
  }

  private static List<Cell> row(Drift drift) {
    Unit unit = drift.row().kind().scale() == Kind.Scale.POINTS ? Unit.POINTS : Unit.PERCENT;
    return List.of(
        new Cell.Words(drift.machine()),
        new Cell.Words(CompareWords.title(drift.row().kind())),
        new Cell.Words(FleetWords.code(drift.row())),
        new Cell.Measured(drift.change(), unit),
        new Cell.Words(drift.word().id()),
        new Cell.Count(drift.runs()),
        new Cell.Words(drift.first().toLocalDate().toString()),
        new Cell.Words(drift.last().toLocalDate().toString()));
  }

  static Table costs(Fleet fleet) {
    return new Table(
        "costs",
        "What 10^15 elements cost with one worker per logical CPU, in the currency of the prices: the median across machines.",
        List.of(
            CODE,
            CPU,
            Column.words("price_per_hour", "price per hour"),
            Column.measured("cost", "cost"),
            Column.number("machines", "machines")),
        fleet.costs().stream()
            .map(c ->
                List.<Cell>of(
                    new Cell.Words(FleetWords.code(c.row())),
                    new Cell.Words(FleetWords.of(c.cpu())),
                    new Cell.Words(c.price()),
                    new Cell.Measured(c.perPeta(), Unit.PARAMETER),
                    new Cell.Count(c.machines())))
            .toList());
  }

  static Table peers(Fleet fleet) {
    return new Table(
        "peers",
        "What the second half of the logical CPUs adds on published servers with two threads a core.",
        List.of(
            CPU,
            Column.measured("adds", "adds, median across servers"),
            Column.number("servers", "servers")),
        fleet.peers().cpus().stream()
            .map(p ->
                List.<Cell>of(
                    new Cell.Words(p.cpu()),
                    new Cell.Measured(p.adds(), Unit.PERCENT),
                    new Cell.Count(p.servers())))
            .toList());
  }
}
