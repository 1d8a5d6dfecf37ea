package io.coreyield.analysis.report.compare;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Difference;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Reading;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.report.tables.Columns;
import io.coreyield.analysis.report.tables.Table;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.compare.CompareWords;
import io.coreyield.analysis.wording.compare.ComparedTerm;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables of a comparison. */
final class CompareTables {

  private record RunFigure(String run, Row row, Reading reading, Difference difference) {}

  private record Figure(int number, Group group, Row row, GroupFigure figure) {}

  private record Outlier(Figure group, GroupFigure.Outlier run) {}

  private CompareTables() {}

  /** Those that are written as files. */
  static List<Table> all(Comparison comparison) {
    return List.of(
        figures(comparison),
        machines(comparison),
        groups(comparison),
        groupFigures("group-figures", "Every figure of every group.", groupFigures(comparison)),
        outliers(comparison));
  }

  /** Every figure of every run, one per row, with its difference. */
  private static Table figures(Comparison comparison) {
    return subject(new Columns<RunFigure>(), "Kernel or program", RunFigure::row)
        .words("run", "Run", RunFigure::run)
        .measured("figure", "Figure", f -> unit(f.row), f -> f.reading.estimate())
        .count("forks", "Forks", f -> f.reading.forks())
        .measured("difference", "Difference", Unit.POINTS, f -> estimate(f.difference))
        .words("word", "Direction", f -> word(f.difference))
        .words("obstacle", "Not compared for", f -> obstacle(f.difference))
        .table(
            "figures",
            "Every figure of every run. Differences are from %s: of yields in points of percent, of others in percent; all intervals of differences hold together with 95 %%."
                .formatted(comparison.baselineRun().name()),
            comparison.rows().stream().flatMap(row -> runFigures(comparison, row)));
  }

  private static Stream<RunFigure> runFigures(Comparison comparison, Row row) {
    return IntStream.range(0, comparison.runs().size())
        .boxed()
        .flatMap(i -> {
          ComparedRun run = comparison.runs().get(i);
          Difference difference = comparison.difference(i, row).orElse(new Difference.Itself());
          return Stream.ofNullable(run.reading(row))
              .map(reading -> new RunFigure(run.name(), row, reading, difference));
        });
  }

  private static <T> Columns<T> subject(Columns<T> columns, String heading, Function<T, Row> row) {
    return columns
        .words("kind", "Kind", t -> row.apply(t).kind().id())
        .words("kernel", heading, t -> subject(row.apply(t)))
        .words("model", "Model", t -> model(row.apply(t)));
  }

  private static String subject(Row row) {
    if (row.kernel() == null) {
      return String.valueOf(row.what());
    }
    return row.what() == null
        ? row.kernel().id()
        : "%s beside %s".formatted(row.kernel(), row.what());
  }

  private static String model(Row row) {
    return row.model() == null ? "" : row.model().id();
  }

  private static Unit unit(Row row) {
    return CompareWords.unit(row.kind());
  }

  private static Estimate estimate(Difference difference) {
    return switch (difference) {
      case Difference.Measured measured -> measured.estimate();
      case Difference.Refused refused -> Estimate.unknown(CompareWords.reason(refused));
      case Difference.Itself() -> Estimate.unknown("nothing to compare with");
    };
  }

  private static String word(Difference difference) {
    return difference instanceof Difference.Measured measured ? measured.word().id() : "";
  }

  private static String obstacle(Difference difference) {
    return difference instanceof Difference.Refused refused ? refused.obstacle().id() : "";
  }

  private static Table machines(Comparison comparison) {
    Columns<ComparedRun> columns =
        new Columns<ComparedRun>().words("run", "Run", ComparedRun::name);
    ComparedTerm.ALL.forEach(term -> columns.words(term.id(), term.name(), term::of));
    return columns.table(
        "machines", "What was measured, and under what.", comparison.runs().stream());
  }

  /** One row per group. */
  static Table groups(Comparison comparison) {
    List<Group> groups = comparison.groups();
    return new Columns<Group>()
        .count("group", "Group", group -> groups.indexOf(group) + 1)
        .words("cpu", "Processor", group -> group.key().cpu())
        .words("topology", "Topology", group -> group.key().topology())
        .words("origin", "Origin", group -> origin(group.key()))
        .words("java", "Java", group -> group.key().java())
        .count("runs", "Runs", group -> group.members().size())
        .count("untrusted", "Untrusted", Group::untrusted)
        .table(
            "groups",
            "Runs that may be put together: one processor model, topology, origin, code of the kernels, Java and flags. Untrusted runs count in no figure.",
            groups.stream());
  }

  private static String origin(Group.Key key) {
    if (key.tool() != null) {
      return "captured by " + key.tool();
    }
    return key.simulated() ? "simulated" : "measured, kernels " + key.kernelCode();
  }

  /** The figures of one kind, of the first groups. */
  static Table groupFigures(Comparison comparison, Kind kind, int most) {
    return groupFigures(
            "group-" + kind.id(),
            CompareWords.title(kind),
            groupFigures(comparison).filter(f -> f.row.kind() == kind && f.number <= most))
        .without("kind");
  }

  private static Stream<Figure> groupFigures(Comparison comparison) {
    List<Group> groups = comparison.groups();
    return comparison.rows().stream()
        .flatMap(row ->
            IntStream.range(0, groups.size())
                .boxed()
                .flatMap(i ->
                    Stream.ofNullable(groups.get(i).figures().get(row))
                        .map(figure -> new Figure(i + 1, groups.get(i), row, figure))));
  }

  private static Table groupFigures(String name, String caption, Stream<Figure> figures) {
    return subject(new Columns<Figure>(), "Kernel", Figure::row)
        .count("group", "Group", Figure::number)
        .words("cpu", "Processor", f -> f.group.key().cpu())
        .count("runs", "Runs", f -> f.figure.count())
        .count("left_out", "Left out", f -> f.figure.leftOut())
        .figure("median", "Median", f -> unit(f.row), f -> f.figure.median())
        .figure("low", "Least", f -> unit(f.row), f -> f.figure.low())
        .figure("high", "Greatest", f -> unit(f.row), f -> f.figure.high())
        .count("outliers", "Outliers", f -> f.figure.outliers().size())
        .table(name, caption, figures);
  }

  /** Runs that lie apart from their group. */
  static Table outliers(Comparison comparison) {
    Columns<Outlier> columns = new Columns<Outlier>().words("run", "Run", o -> o.run.name());
    return subject(columns, "Kernel", o -> o.group.row)
        .measured("figure", "Figure", o -> unit(o.group.row), o -> o.run.estimate())
        .figure(
            "median", "Median of the group", o -> unit(o.group.row), o -> o.group.figure.median())
        .words("score", "Modified z-score", o -> String.format(Locale.ROOT, "%.1f", o.run.score()))
        .table(
            "outliers",
            "Runs that lie apart from their group: modified z-score beyond 3.5 (Iglewicz and Hoaglin 1993), and an interval that does not hold the group's median.",
            groupFigures(comparison)
                .flatMap(f -> f.figure.outliers().stream().map(run -> new Outlier(f, run))));
  }
}
