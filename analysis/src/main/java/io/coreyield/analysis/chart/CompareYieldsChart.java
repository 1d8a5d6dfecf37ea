package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.comparison.YieldChart.Section;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What siblings add on many machines, a row per machine. */
public final class CompareYieldsChart {

  private static final int MAX_LABEL = 36;

  private final YieldChart yields;
  private final String reference;

  /** The heading of a section, or a mark in it. */
  private record Line(String label, YieldChart.@Nullable Mark mark) {}

  private CompareYieldsChart(Comparison comparison) {
    this.yields = YieldChart.of(comparison);
    this.reference = comparison.referenceRun().name();
  }

  /** All resources below each other; empty where no run has a yield. */
  public static Optional<Chart> whole(Comparison comparison) {
    CompareYieldsChart chart = new CompareYieldsChart(comparison);
    List<Line> lines = new ArrayList<>();
    for (Section section : chart.yields.sections()) {
      lines.add(new Line(chart.yields.heading(section) + ":", null));
      section.marks().forEach(mark -> lines.add(new Line(mark.label(), mark)));
    }
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(chart.chart(chart.title(), lines, description("all resources", lines)));
  }

  /** A chart per resource, all on one scale; its title names the resource. */
  public static List<Chart> sections(Comparison comparison) {
    CompareYieldsChart chart = new CompareYieldsChart(comparison);
    return chart.yields.sections().stream().map(chart::section).toList();
  }

  private Chart section(Section section) {
    List<Line> lines = section.marks().stream().map(mark -> new Line(mark.label(), mark)).toList();
    return chart(yields.heading(section), lines, description(section.row().subject(), lines));
  }

  private static String description(String what, List<Line> lines) {
    return lines.stream()
        .map(l -> l.mark == null ? l.label : l.label + ": " + YieldAxis.words(l.mark.estimate()))
        .collect(Collectors.joining("; ", "What a second sibling adds, %s. ".formatted(what), "."));
  }

  private String title() {
    return yields.kind().title() + yields.model().map(", "::concat).orElse("");
  }

  private Chart chart(String title, List<Line> lines, String description) {
    List<Axis.Tick> ticks = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    List<Point> references = new ArrayList<>();
    for (Line line : lines) {
      double row = lines.size() - 1.0 - ticks.size();
      String label = PlainText.cut(line.label, MAX_LABEL);
      YieldChart.Mark mark = line.mark;
      if (mark == null) {
        ticks.add(new Axis.Tick(row, label));
      } else {
        String value = YieldAxis.words(mark.estimate());
        ticks.add(new Axis.Tick(row, label, label, value, ""));
        (mark.isReference() ? references : others)
            .add(Point.inRow(row, mark.estimate().times(100), mark.label() + ": " + value));
      }
    }
    List<Estimate> all =
        yields.sections().stream()
            .flatMap(s -> s.marks().stream())
            .map(YieldChart.Mark::estimate)
            .toList();
    return new Chart(
        "compare-yields",
        new Heading("", title, subtitle()),
        description,
        YieldAxis.of(all),
        Axis.rows(ticks),
        List.of(
            Series.points("", Look.OTHER_RUN, others),
            Series.points("", Look.REFERENCE_RUN, references)),
        YieldAxis.POLES);
  }

  private String subtitle() {
    return yields.grouped()
        ? "median and range of the runs of each group"
        : "with 95 % intervals; the square is the reference, " + reference;
  }
}
