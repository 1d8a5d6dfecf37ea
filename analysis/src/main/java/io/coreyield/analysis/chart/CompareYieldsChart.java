package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Group;
import io.coreyield.analysis.comparison.GroupFigure;
import io.coreyield.analysis.comparison.Kind;
import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.compare.CompareWords;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What siblings add on many machines: a section per kernel, then one per program that another tool
 * captured; in each a row per run or group that has a figure.
 */
public final class CompareYieldsChart {

  private static final int MAX_LABEL = 36;

  /** The most groups in a section. */
  private static final int MAX_GROUPS = Comparison.MAX_COLUMNS;

  /** The most programs of other tools; the tables have all. */
  private static final int MAX_PROGRAMS = 6;

  private final Comparison comparison;
  private final Kind kind;
  private final List<Section> sections;
  private final List<String> models;

  /** A kernel under the first model that has a figure, or a program. */
  private record Section(Row row, List<Line> lines) {}

  /**
   * The heading of a section, or a machine in it.
   *
   * @param estimate the yield with its interval, of a group the median with the range; null of a
   *     heading
   */
  private record Line(String label, @Nullable Estimate estimate, boolean isBaseline) {}

  /** By pairs, or where no run has those by all cores at once. */
  public CompareYieldsChart(Comparison comparison) {
    this.comparison = comparison;
    List<Section> all =
        comparison.rows().stream()
            .filter(row -> row.kind() == Kind.PAIRED_YIELD || row.kind() == Kind.CHIP_WIDE_YIELD)
            .map(row -> new Section(row, lines(comparison, row).toList()))
            .filter(section -> !section.lines.isEmpty())
            .toList();
    this.kind = all.isEmpty() ? Kind.CHIP_WIDE_YIELD : all.getFirst().row.kind();
    Set<Kernel> kernels = EnumSet.noneOf(Kernel.class);
    this.sections =
        Stream.concat(
                all.stream()
                    .filter(s -> s.row.kernel() != null && s.row.kind() == kind)
                    .filter(s -> kernels.add(s.row.kernel())),
                all.stream().filter(s -> s.row.kernel() == null).limit(MAX_PROGRAMS))
            .toList();
    this.models =
        sections.stream()
            .flatMap(section -> Stream.ofNullable(section.row.model()))
            .map(ConcurrencyModel::title)
            .distinct()
            .toList();
  }

  /** What the sections of kernels show. */
  public Kind kind() {
    return kind;
  }

  private static Stream<Line> lines(Comparison comparison, Row row) {
    if (comparison.isGrouped()) {
      return comparison.groups().stream()
          .filter(group -> group.figures().containsKey(row))
          .limit(MAX_GROUPS)
          .flatMap(group -> line(group, Objects.requireNonNull(group.figures().get(row))));
    }
    ComparedRun baseline = comparison.baselineRun();
    return comparison.runs().stream()
        .flatMap(run ->
            run.value(row).stream()
                .map(yield -> new Line(label(run), yield, run.equals(baseline))));
  }

  private static String label(ComparedRun run) {
    return run.name()
        + (run.simulated() ? ", simulated" : "")
        + (run.tool() == null ? "" : ", captured")
        + (run.isTrusted() ? "" : ", untrusted");
  }

  private static Stream<Line> line(Group group, GroupFigure figure) {
    String label =
        group.key().cpu()
            + ", "
            + Phrases.count(figure.count(), "run")
            + (group.key().simulated() ? ", simulated" : "");
    return figure.count() == 0
        ? Stream.of()
        : Stream.of(
            new Line(label, Estimate.of(figure.median(), figure.low(), figure.high()), false));
  }

  /** All sections below each other; empty where no run has a yield. */
  public Optional<Chart> whole() {
    String title = CompareWords.title(kind) + (models.size() == 1 ? ", " + models.getFirst() : "");
    List<Line> lines =
        sections.stream()
            .flatMap(section ->
                Stream.concat(
                    Stream.of(new Line(heading(section.row) + ":", null, false)),
                    section.lines.stream()))
            .toList();
    return sections.isEmpty()
        ? Optional.empty()
        : Optional.of(chart(title, lines, "all kinds of code"));
  }

  /** A chart per section, all on one scale; its title names the section. */
  public List<Chart> sections() {
    return sections.stream()
        .map(s -> chart(heading(s.row), s.lines, CompareWords.subject(s.row)))
        .toList();
  }

  /** What a section is about; the model only where sections have several. */
  private String heading(Row row) {
    if (row.kernel() == null) {
      return CompareWords.subject(row) + ", all cores";
    }
    return models.size() == 1 ? CompareWords.code(row) : CompareWords.subject(row);
  }

  private Chart chart(String title, List<Line> lines, String what) {
    List<Axis.Tick> ticks = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    List<Point> baselines = new ArrayList<>();
    for (Line line : lines) {
      double row = lines.size() - 1.0 - ticks.size();
      String label = PlainText.cut(line.label, MAX_LABEL);
      if (line.estimate == null) {
        ticks.add(new Axis.Tick(row, label));
      } else {
        ticks.add(new Axis.Tick(row, label, label, YieldAxis.words(line.estimate), ""));
        (line.isBaseline ? baselines : others)
            .add(Point.inRow(row, line.estimate.times(100), words(line)));
      }
    }
    return new Chart(
        "compare-yields",
        new Heading("", title, subtitle()),
        lines.stream()
            .map(CompareYieldsChart::words)
            .collect(Collectors.joining("; ", "What a second sibling adds, " + what + ". ", ".")),
        YieldAxis.of(
            sections.stream()
                .flatMap(section -> section.lines.stream())
                .flatMap(line -> Stream.ofNullable(line.estimate))
                .toList()),
        Axis.rows(ticks),
        List.of(
            Series.points("", Look.OTHER_RUN, others),
            Series.points("", Look.BASELINE_RUN, baselines)),
        YieldAxis.POLES);
  }

  private static String words(Line line) {
    return line.estimate == null ? line.label : line.label + ": " + YieldAxis.words(line.estimate);
  }

  private String subtitle() {
    return comparison.isGrouped()
        ? "median and range of the runs of each group"
        : "with 95 % intervals; the square is the baseline, " + comparison.baselineRun().name();
  }
}
