package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Overlay;
import io.coreyield.analysis.scaling.Controls;
import io.coreyield.analysis.scaling.Estimator;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.style.markers.Marker;

/** What the second sibling adds between its controls, one interval per kernel and model. */
final class YieldsFigure {

  private static final int ROW_PX = 26;
  private static final int RIGHT_PX = 20;
  private static final double CAP = 0.16;
  private static final Color NEAR = new Color(0xEE, 0xEE, 0xEE);

  /** A yield below −100 % cannot be; one above 200 % is an accident that would squeeze the rest. */
  private static final double LEAST_PERCENT = -100;

  private static final double MOST_PERCENT = 200;

  /** So that a mark at the end of the axis is whole. */
  private static final double EDGE_PERCENT = 3;

  private final Findings findings;
  private final FigureSize size;
  private final List<SmtYield> yields;

  YieldsFigure(Findings findings, FigureSize size) {
    this.size = size;
    this.findings = findings;
    this.yields =
        findings.leadingYields().stream()
            .filter(y -> y.yield().hasValue() || y.isPairMeasured())
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
  }

  /** Empty where nothing has a value. */
  Optional<Figure> figure() {
    if (yields.isEmpty()) {
      return Optional.empty();
    }
    Axis x = percentAxis();
    Axis y = Axis.rows("", yields.stream().map(this::label).toList());
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    for (double whole : new double[] {0, 100}) {
      double margin = 100 * Verdict.MARGIN;
      drawing.rectangle(NEAR, whole - margin, y.min(), whole + margin, y.max());
      drawing.line(ChartStyle.REFERENCE, ChartStyle.DASHED, whole, y.min(), whole, y.max());
    }
    for (int i = 0; i < yields.size(); i++) {
      controls(drawing, yields.get(i).controls(), yields.size() - 1 - i);
      interval(drawing, yields.get(i), yields.size() - 1 - i);
    }
    return Optional.of(
        new AxesFigure(
            size,
            "yields",
            Machines.heading(title(), findings.run().info()),
            Math.max(3, yields.size()) * ROW_PX,
            RIGHT_PX,
            new Legend(legend()),
            List.of(),
            drawing,
            Overlay.NONE));
  }

  private Axis percentAxis() {
    double low = Math.min(-10, 100 * ends().min().orElse(0) - EDGE_PERCENT);
    double high = Math.max(110, 100 * ends().max().orElse(1) + EDGE_PERCENT);
    double from = Math.max(LEAST_PERCENT, low);
    double to = Math.min(MOST_PERCENT, high);
    return Axis.exact(
            "what the second sibling of a core adds (%): 0 is a fake core, 100 a whole one",
            from, to)
        .withGrid();
  }

  private String title() {
    if (yields.stream().noneMatch(y -> y.yield().hasValue())) {
      return "Controls of the SMT yield; there is no sibling pair to measure it on";
    }
    return yields.getFirst().estimator() == Estimator.PAIRED
        ? "SMT yield by pairs, with 95 % intervals"
        : "SMT yield by all cores at once, with 95 % intervals";
  }

  private String label(SmtYield y) {
    boolean several = yields.stream().map(SmtYield::model).distinct().count() > 1;
    return (size.isPrint() ? y.kernel().id() : y.kernel().boundBy())
        + (several ? ", " + y.model().id() : "");
  }

  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    yields.stream()
        .filter(y -> y.yield().hasValue())
        .map(SmtYield::model)
        .distinct()
        .sorted()
        .map(Legend.Entry::point)
        .forEach(entries::add);
    if (yields.stream().anyMatch(y -> y.controls().floor().hasValue())) {
      entries.add(control("floor: two workers on one logical CPU", BracketMarker.FLOOR));
    }
    if (yields.stream().anyMatch(y -> y.controls().ceiling().hasValue())) {
      entries.add(control("ceiling: two cores", BracketMarker.CEILING));
    }
    return entries;
  }

  private static Legend.Entry control(String label, Marker marker) {
    return new Legend.Entry(label, ChartStyle.FAINT_INK, null, marker);
  }

  private static void controls(Drawing drawing, Controls controls, double row) {
    control(drawing, controls.floor(), BracketMarker.FLOOR, row);
    control(drawing, controls.ceiling(), BracketMarker.CEILING, row);
  }

  private static void control(Drawing drawing, Estimate control, Marker marker, double row) {
    if (control.hasValue()) {
      double[] at = {100 * control.value()};
      drawing.points(ChartStyle.FAINT_INK, marker, at, new double[] {row});
    }
  }

  private static void interval(Drawing drawing, SmtYield smtYield, double row) {
    if (!smtYield.yield().hasValue()) {
      return;
    }
    Color color = ChartStyle.color(smtYield.model());
    Estimate percent = smtYield.yield().times(100);
    Intervals.horizontal(drawing, color, row, percent, CAP);
    drawing.points(
        color,
        ChartStyle.marker(smtYield.model()),
        new double[] {percent.value()},
        new double[] {row});
  }

  private DoubleStream ends() {
    return yields.stream()
        .flatMap(y -> Stream.of(y.yield(), y.controls().floor(), y.controls().ceiling()))
        .flatMapToDouble(e -> DoubleStream.of(e.value(), e.low(), e.high()))
        .filter(Double::isFinite);
  }
}
