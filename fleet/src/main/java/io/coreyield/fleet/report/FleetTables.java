package io.coreyield.fleet.report;

import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.CompareWords;
import io.coreyield.fleet.summary.CpuFigure;
import io.coreyield.fleet.summary.CpuMachines;
import io.coreyield.fleet.summary.Fleet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The figures of a fleet in tables, each in full: the page shows the first rows. */
final class FleetTables {

  private static final Column CPU = Column.words("cpu", "processor");
  private static final Column CODE = Column.words("code", "code that …");

  private FleetTables() {}

  /** All of them, for files. */
  static List<Table> all(Fleet fleet) {
    return Stream.concat(
            Stream.of(
                cpus(fleet),
                outliers(fleet),
                topology(fleet),
                differing(fleet),
                OtherTables.drift(fleet),
                OtherTables.costs(fleet),
                OtherTables.peers(fleet)),
            kinds(fleet).map(kind -> figures(fleet, kind)))
        .toList();
  }

  static Stream<Kind> kinds(Fleet fleet) {
    return fleet.figures().stream().map(figure -> figure.row().kind()).distinct();
  }

  static Table cpus(Fleet fleet) {
    return new Table(
        "processors",
        "The machines by processor.",
        List.of(
            CPU,
            Column.number("machines", "machines"),
            Column.number("runs", "runs"),
            Column.number("untrusted", "runs not trusted"),
            Column.number("topologies", "topologies")),
        fleet.cpus().stream()
            .map(c ->
                List.<Cell>of(
                    new Cell.Words(FleetWords.of(c.cpu())),
                    new Cell.Count(c.machines()),
                    new Cell.Count(c.runs()),
                    new Cell.Count(c.untrusted()),
                    new Cell.Count(c.topologies())))
            .toList());
  }

  /** A row per processor, a column per kind of code. */
  static Table overview(Fleet fleet, List<CpuFigure> yields) {
    List<Row> rows = yields.stream().map(CpuFigure::row).distinct().toList();
    List<Column> columns = new ArrayList<>(List.of(CPU));
    rows.forEach(row -> columns.add(Column.measured(id(row), FleetWords.code(row))));
    List<List<Cell>> lines =
        fleet.cpus().stream()
            .map(CpuMachines::cpu)
            .filter(cpu -> yields.stream().anyMatch(f -> f.cpu().equals(cpu)))
            .map(cpu ->
                Stream.concat(
                        Stream.<Cell>of(new Cell.Words(FleetWords.of(cpu))),
                        rows.stream()
                            .map(row ->
                                find(yields, f -> f.cpu().equals(cpu) && f.row().equals(row))
                                    .<Cell>map(f -> new Cell.Measured(f.median(), Unit.PERCENT))
                                    .orElse(new Cell.Words(Unit.NONE))))
                    .toList())
            .toList();
    return new Table(
        "overview",
        "What a second thread of a core adds: the median across machines.",
        columns,
        lines);
  }

  private static Optional<CpuFigure> find(
      List<CpuFigure> figures, java.util.function.Predicate<CpuFigure> wanted) {
    return figures.stream().filter(wanted).findFirst();
  }

  private static String id(Row row) {
    return row.kernel() == null ? "program" : row.kernel().id();
  }

  /** One kind of figure: a row per kind of code and processor. */
  static Table figures(Fleet fleet, Kind kind) {
    Unit unit = CompareWords.unit(kind);
    return new Table(
        kind.id(),
        CompareWords.title(kind) + ", across machines.",
        List.of(
            CODE,
            CPU,
            Column.measured("median", "median"),
            Column.number("least", "least"),
            Column.number("most", "most"),
            Column.number("machines", "machines"),
            Column.number("left_out", "left out")),
        fleet.figures().stream()
            .filter(f -> f.row().kind() == kind)
            .map(f ->
                List.<Cell>of(
                    new Cell.Words(FleetWords.code(f.row())),
                    new Cell.Words(FleetWords.of(f.cpu())),
                    new Cell.Measured(f.median(), unit),
                    new Cell.Figure(f.low(), unit),
                    new Cell.Figure(f.high(), unit),
                    new Cell.Count(f.machines().size()),
                    new Cell.Count(f.leftOut())))
            .toList());
  }

  static Table outliers(Fleet fleet) {
    return new Table(
        "outliers",
        "Machines that lie apart from the others of their processor.",
        List.of(
            Column.words("machine", "machine"),
            CPU,
            Column.words("figure", "figure"),
            CODE,
            Column.measured("value", "of the machine"),
            Column.number("median", "median"),
            Column.number("score", "modified z-score")),
        fleet.figures().stream()
            .flatMap(f -> f.outliers().stream().map(outlier -> outlier(f, outlier)))
            .toList());
  }

  private static List<Cell> outlier(CpuFigure figure, CpuFigure.Outlier outlier) {
    Unit unit = CompareWords.unit(figure.row().kind());
    return List.of(
        new Cell.Words(outlier.figure().machine()),
        new Cell.Words(FleetWords.of(figure.cpu())),
        new Cell.Words(CompareWords.title(figure.row().kind())),
        new Cell.Words(FleetWords.code(figure.row())),
        new Cell.Measured(outlier.figure().estimate(), unit),
        new Cell.Figure(figure.median().value(), unit),
        new Cell.Figure(outlier.score(), Unit.CORRELATION));
  }

  static Table topology(Fleet fleet) {
    return new Table(
        "topology",
        "Which logical CPUs share a core: declared against measured, by the latest run of each machine.",
        List.of(
            CPU,
            Column.number("as_declared", "as declared"),
            Column.number("differing", "differ"),
            Column.number("unmeasured", "not known")),
        fleet.cpus().stream()
            .map(c ->
                List.<Cell>of(
                    new Cell.Words(FleetWords.of(c.cpu())),
                    new Cell.Count(c.asDeclared()),
                    new Cell.Count(c.differing()),
                    new Cell.Count(c.unmeasured())))
            .toList());
  }

  static Table differing(Fleet fleet) {
    return new Table(
        "differing",
        "Machines whose logical CPUs are not what their system declares.",
        List.of(
            Column.words("machine", "machine"),
            CPU,
            Column.words("finding", "they are"),
            Column.words("measured", "measured"),
            Column.words("declared", "declared")),
        fleet.differing().stream()
            .map(d ->
                List.<Cell>of(
                    new Cell.Words(d.machine()),
                    new Cell.Words(d.cpu()),
                    new Cell.Words(FleetWords.finding(d.finding())),
                    new Cell.Words(d.measured()),
                    new Cell.Words(d.declared() == null ? Unit.NONE : d.declared())))
            .toList());
  }
}
