package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.report.tables.Cell;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.report.tables.Table.Column;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.CompareWords;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The tables of a comparison. */
final class CompareTables {

  private static final Column KERNEL = Column.words("kernel", "Kernel");
  private static final Column MODEL = Column.words("model", "Model");

  private CompareTables() {}

  /** Those that are written as files. */
  static List<Table> all(Comparison comparison) {
    return List.of(
        figures(comparison),
        CompareFacts.table(comparison),
        groupList(comparison),
        groups(comparison),
        outliers(comparison));
  }

  /** Every figure of every run, one per row, with its difference. */
  private static Table figures(Comparison comparison) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : comparison.rows()) {
      for (int run = 0; run < comparison.runs().size(); run++) {
        Reading reading = comparison.runs().get(run).reading(row);
        if (reading != null) {
          rows.add(row(comparison, run, row, reading));
        }
      }
    }
    return new Table(
        "figures",
        "Every figure of every run. Differences are from %s: of yields in points of percent, of others in percent; all intervals of differences hold together with 95 %%."
            .formatted(comparison.referenceRun().name()),
        List.of(
            Column.words("kind", "Kind"),
            Column.words("kernel", "Kernel or program"),
            MODEL,
            Column.words("run", "Run"),
            Column.measured("figure", "Figure"),
            Column.number("forks", "Forks"),
            Column.measured("difference", "Difference"),
            Column.words("word", "In a word"),
            Column.words("obstacle", "Not compared for")),
        rows);
  }

  private static List<Cell> row(Comparison comparison, int run, Row row, Reading reading) {
    Difference difference = comparison.difference(run, row).orElse(new Difference.Itself());
    return List.of(
        new Cell.Words(row.kind().id()),
        new Cell.Words(subject(row)),
        new Cell.Words(row.model() == null ? "" : row.model().id()),
        new Cell.Words(comparison.runs().get(run).name()),
        new Cell.Measured(reading.estimate(), CompareWords.unit(row.kind())),
        new Cell.Count(reading.forks()),
        new Cell.Measured(estimate(difference), Unit.POINTS),
        new Cell.Words(difference instanceof Difference.Told told ? told.word().id() : ""),
        new Cell.Words(
            difference instanceof Difference.Refused refused ? refused.obstacle().id() : ""));
  }

  private static String subject(Row row) {
    return row.kernel() == null ? String.valueOf(row.what()) : row.kernel().id();
  }

  private static Estimate estimate(Difference difference) {
    return switch (difference) {
      case Difference.Told told -> told.estimate();
      case Difference.Refused refused -> Estimate.unknown(CompareWords.reason(refused));
      case Difference.Itself() -> Estimate.unknown("nothing to compare with");
    };
  }

  /** One row per group. */
  static Table groupList(Comparison comparison) {
    List<List<Cell>> rows = new ArrayList<>();
    List<Group> groups = comparison.groups();
    for (int i = 0; i < groups.size(); i++) {
      Group group = groups.get(i);
      rows.add(
          List.of(
              new Cell.Count(i + 1),
              new Cell.Words(group.cpu()),
              new Cell.Words(group.topology()),
              new Cell.Words(origin(group)),
              new Cell.Words(group.java()),
              new Cell.Count(group.members().size()),
              new Cell.Count(group.unfit())));
    }
    return new Table(
        "groups",
        "Runs that may be put together: one processor model, topology, origin, code of the kernels, Java and flags. Runs on unfit machines count in no figure.",
        List.of(
            Column.number("group", "Group"),
            Column.words("cpu", "Processor"),
            Column.words("topology", "Topology"),
            Column.words("origin", "Origin"),
            Column.words("java", "Java"),
            Column.number("runs", "Runs"),
            Column.number("unfit", "Unfit")),
        rows);
  }

  private static String origin(Group group) {
    if (group.tool() != null) {
      return "captured by " + group.tool();
    }
    return group.simulated() ? "simulated" : "measured, kernels " + group.kernelCode();
  }

  /** Every figure of every group. */
  private static Table groups(Comparison comparison) {
    return groups(
        comparison,
        List.of(Kind.values()),
        comparison.groups().size(),
        "group-figures",
        "Every figure of every group.");
  }

  /** The figures of one kind, of the first groups. */
  static Table groups(Comparison comparison, Kind kind, int most) {
    return groups(comparison, List.of(kind), most, "group-" + kind.id(), kind.title())
        .without("kind");
  }

  private static Table groups(
      Comparison comparison, List<Kind> kinds, int most, String name, String caption) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Row row : comparison.rows()) {
      for (int i = 0; i < Math.min(most, comparison.groups().size()); i++) {
        GroupFigure figure = comparison.groups().get(i).figures().get(row);
        if (figure != null && kinds.contains(row.kind())) {
          rows.add(row(row, i, comparison.groups().get(i), figure));
        }
      }
    }
    return new Table(
        name,
        caption,
        List.of(
            Column.words("kind", "Kind"),
            KERNEL,
            MODEL,
            Column.number("group", "Group"),
            Column.words("cpu", "Processor"),
            Column.number("runs", "Runs"),
            Column.number("left_out", "Left out"),
            Column.number("median", "Median"),
            Column.number("low", "Least"),
            Column.number("high", "Greatest"),
            Column.number("outliers", "Outliers")),
        rows);
  }

  private static List<Cell> row(Row row, int index, Group group, GroupFigure figure) {
    Unit unit = CompareWords.unit(row.kind());
    return List.of(
        new Cell.Words(row.kind().id()),
        new Cell.Words(subject(row)),
        new Cell.Words(row.model() == null ? "" : row.model().id()),
        new Cell.Count(index + 1),
        new Cell.Words(group.cpu()),
        new Cell.Count(figure.count()),
        new Cell.Count(figure.leftOut()),
        new Cell.Figure(figure.median(), unit),
        new Cell.Figure(figure.low(), unit),
        new Cell.Figure(figure.high(), unit),
        new Cell.Count(figure.outliers().size()));
  }

  /** Runs that lie apart from their group. */
  static Table outliers(Comparison comparison) {
    List<List<Cell>> rows =
        comparison.rows().stream()
            .flatMap(row -> comparison.groups().stream().flatMap(group -> outliers(row, group)))
            .toList();
    return new Table(
        "outliers",
        "Runs that lie apart from their group: modified z-score beyond 3.5 (Iglewicz and Hoaglin 1993), and an interval that does not hold the group's median.",
        List.of(
            Column.words("run", "Run"),
            Column.words("kind", "Kind"),
            KERNEL,
            MODEL,
            Column.measured("figure", "Figure"),
            Column.number("median", "Median of the group"),
            Column.words("score", "Modified z-score")),
        rows);
  }

  private static Stream<List<Cell>> outliers(Row row, Group group) {
    GroupFigure figure = group.figures().get(row);
    if (figure == null) {
      return Stream.of();
    }
    Unit unit = CompareWords.unit(row.kind());
    return figure.outliers().stream()
        .map(outlier ->
            List.of(
                new Cell.Words(outlier.name()),
                new Cell.Words(row.kind().id()),
                new Cell.Words(subject(row)),
                new Cell.Words(row.model() == null ? "" : row.model().id()),
                new Cell.Measured(outlier.estimate(), unit),
                new Cell.Figure(figure.median(), unit),
                new Cell.Words(String.format(Locale.ROOT, "%.1f", outlier.score()))));
  }
}
