package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Heading;
import io.coreyield.analysis.chart.xchart.AxesFigure.Overlay;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.comparison.YieldChart.Mark;
import io.coreyield.analysis.comparison.YieldChart.Section;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What siblings add on many machines: for each resource a heading, and an interval per machine. */
final class CompareYieldsFigure {

  private static final int ROW_PX = 20;
  private static final int RIGHT_PX = 20;
  private static final double CAP = 0.16;
  private static final int LONGEST_LABEL = 34;
  private static final double EDGE_PERCENT = 3;
  private static final double LEAST_PERCENT = -100;
  private static final double MOST_PERCENT = 200;

  /** One line of the figure: the heading of a section, or a mark. */
  private record Line(String label, Optional<Mark> mark) {}

  private final YieldChart chart;
  private final String reference;
  private final List<Line> lines = new ArrayList<>();

  CompareYieldsFigure(YieldChart chart, String reference) {
    this.chart = chart;
    this.reference = reference;
    for (Section section : chart.sections()) {
      lines.add(new Line(chart.heading(section), Optional.empty()));
      section.marks().forEach(mark -> lines.add(new Line(mark.label(), Optional.of(mark))));
    }
  }

  /** Empty where no run has a yield. */
  Optional<Figure> figure() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Axis x = percentAxis();
    Axis y = Axis.rows("", lines.stream().map(CompareYieldsFigure::label).toList());
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    for (double whole : new double[] {0, 100}) {
      drawing.line(ChartStyle.REFERENCE, ChartStyle.DASHED, whole, y.min(), whole, y.max());
    }
    for (int i = 0; i < lines.size(); i++) {
      double row = lines.size() - 1.0 - i;
      lines.get(i).mark().ifPresent(mark -> draw(drawing, mark, row));
    }
    return Optional.of(
        new AxesFigure(
            FigureSize.SCREEN,
            "compare-yields",
            new Heading(
                "", chart.kind().title() + chart.model().map(", "::concat).orElse(""), subtitle()),
            lines.size() * ROW_PX,
            RIGHT_PX,
            new Legend(List.of()),
            List.of(),
            drawing,
            Overlay.NONE));
  }

  private String subtitle() {
    return chart.grouped()
        ? "median and range of the runs of each group"
        : "with 95 % intervals; the square is the reference, " + reference;
  }

  private static String label(Line line) {
    String label = line.label();
    String cut =
        label.length() > LONGEST_LABEL ? label.substring(0, LONGEST_LABEL - 1) + "…" : label;
    return line.mark().isPresent() ? cut : cut + ":";
  }

  private static void draw(Drawing drawing, Mark mark, double row) {
    Color color = mark.isReference() ? ChartStyle.INK : ChartStyle.color(ConcurrencyModel.PLATFORM);
    Estimate percent = mark.estimate().times(100);
    Intervals.horizontal(drawing, color, row, percent, CAP);
    Marker marker = mark.isReference() ? SeriesMarkers.SQUARE : SeriesMarkers.CIRCLE;
    drawing.points(color, marker, new double[] {percent.value()}, new double[] {row});
  }

  private Axis percentAxis() {
    double least = Math.min(-10, 100 * ends().min().orElse(0) - EDGE_PERCENT);
    double most = Math.max(110, 100 * ends().max().orElse(1) + EDGE_PERCENT);
    double low = Math.max(LEAST_PERCENT, least);
    double high = Math.min(MOST_PERCENT, most);
    return Axis.exact(
            "what the second sibling of a core adds (%): 0 is a fake core, 100 a whole one",
            low, high)
        .withGrid();
  }

  private DoubleStream ends() {
    return chart.sections().stream()
        .flatMap(section -> section.marks().stream())
        .map(Mark::estimate)
        .flatMapToDouble(e -> DoubleStream.of(e.value(), e.low(), e.high()))
        .filter(Double::isFinite);
  }
}
