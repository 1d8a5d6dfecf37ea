package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Marker;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.comparison.YieldChart;
import io.coreyield.analysis.comparison.YieldChart.Mark;
import io.coreyield.analysis.comparison.YieldChart.Section;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** What siblings add to one resource, a row per machine: a dot with its interval. */
final class ComparePanel {

  private static final double WIDTH = 400;
  private static final double LEFT = 10;
  private static final double RIGHT = 390;
  private static final double TOP = 8;
  private static final double ROW = 36;
  private static final double MIDDLE = 25;
  private static final double HALF_TRACK = 7;
  private static final double FOOT = 24;
  private static final int STEPS = 7;
  private static final int LONGEST_NAME = 36;

  /** A yield below −1 cannot be; one above 2 is an accident that would squeeze the rest. */
  private static final double LEAST = -1;

  private static final double MOST = 2;
  private static final double EDGE = 0.03;

  private final Section section;
  private final Axis x;
  private final Svg svg = new Svg();

  private ComparePanel(Section section, Axis x) {
    this.section = section;
    this.x = x;
  }

  /** One drawing per section, all on one scale. */
  static List<ComparePage.Chart> draw(YieldChart chart) {
    Axis x = axis(chart);
    return chart.sections().stream()
        .map(section ->
            new ComparePage.Chart(chart.heading(section), new ComparePanel(section, x).draw()))
        .toList();
  }

  private static Axis axis(YieldChart chart) {
    double low = Math.max(LEAST, Math.min(-0.1, ends(chart).min().orElse(0) - EDGE));
    double high = Math.min(MOST, Math.max(1.1, ends(chart).max().orElse(1) + EDGE));
    double step = Axis.roundStep((high - low) / STEPS);
    List<Axis.Tick> ticks = new ArrayList<>();
    for (long i = Math.round(Math.ceil(low / step)); i * step <= high; i++) {
      ticks.add(new Axis.Tick(i * step, Unit.wholePercent(i * step)));
    }
    return new Axis(low, high, LEFT, RIGHT, false, ticks);
  }

  private static DoubleStream ends(YieldChart chart) {
    return chart.sections().stream()
        .flatMap(section -> section.marks().stream())
        .map(Mark::estimate)
        .flatMapToDouble(e -> DoubleStream.of(e.value(), e.low(), e.high()))
        .filter(Double::isFinite);
  }

  private double bottom() {
    return TOP + ROW * section.marks().size();
  }

  private String draw() {
    svg.open("svg").attr("class", "panel yields compared");
    svg.attr("viewBox", "0 0 %s %s".formatted(Svg.number(WIDTH), Svg.number(bottom() + FOOT)));
    svg.attr("role", "img").attr("aria-label", description());
    for (Axis.Tick tick : x.ticks()) {
      svg.label(tick.label(), "tick", x.at(tick.value()), bottom() + 17, "middle");
    }
    for (int row = 0; row < section.marks().size(); row++) {
      row(section.marks().get(row), TOP + ROW * row);
    }
    return svg.close().finish();
  }

  private String description() {
    return section.marks().stream()
        .map(mark -> mark.label() + ": " + figures(mark.estimate()))
        .collect(
            Collectors.joining(
                "; ", "What a second sibling adds, %s. ".formatted(section.row().subject()), "."));
  }

  private void row(Mark mark, double top) {
    svg.label(PlainText.cut(mark.label(), LONGEST_NAME), "row-name", LEFT, top + 11, "start");
    svg.label(figures(mark.estimate()), "row-value", RIGHT, top + 11, "end");
    double middle = top + MIDDLE;
    for (Axis.Tick tick : x.ticks()) {
      boolean pole = Math.abs(tick.value()) < 1e-9 || Math.abs(tick.value() - 1) < 1e-9;
      double at = x.at(tick.value());
      svg.line(pole ? "pole" : "grid", at, middle - HALF_TRACK, at, middle + HALF_TRACK);
    }
    svg.open("g").attr("class", mark.isReference() ? "reference" : "other");
    interval(mark, middle);
    svg.close();
  }

  private void interval(Mark mark, double at) {
    Estimate yield = mark.estimate();
    if (yield.hasInterval()) {
      double low = place(yield.low());
      double high = place(yield.high());
      svg.line("whisker", low, at, high, at);
      svg.line("whisker", low, at - 4, low, at + 4);
      svg.line("whisker", high, at - 4, high, at + 4);
    }
    svg.open("path").attr("class", yield.hasInterval() ? "dot" : "dot bare");
    svg.attr("d", Marker.path(shape(mark), place(yield.value()), at));
    svg.title(mark.label() + ": " + figures(yield)).close();
  }

  /** Of which only the shape is meant: a square for the reference. */
  private static ConcurrencyModel shape(Mark mark) {
    return mark.isReference() ? ConcurrencyModel.VIRTUAL : ConcurrencyModel.PLATFORM;
  }

  private double place(double value) {
    return x.at(Math.clamp(value, x.low(), x.high()));
  }

  private static String figures(Estimate estimate) {
    return Unit.PERCENT.text(estimate.value()) + Unit.PERCENT.brackets(estimate);
  }
}
