package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Marker;
import io.coreyield.analysis.chart.svg.ModelStyle;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.scaling.SmtYield;
import io.coreyield.analysis.scaling.Verdict;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * What a second sibling adds, a row per kernel and model: the interval between a bracket at the
 * floor and one at the ceiling, on a scale from a fake core to a whole one.
 */
final class YieldPanel {

  private static final double WIDTH = 400;
  private static final double LEFT = 10;
  private static final double RIGHT = 390;
  private static final double TOP = 26;
  private static final double ROW = 40;
  private static final double MIDDLE = 27;
  private static final double HALF_TRACK = 9;
  private static final double FOOT = 24;
  private static final int STEPS = 7;

  /** A yield below −1 cannot be; one above 2 is an accident that would squeeze the rest. */
  private static final double LEAST = -1;

  private static final double MOST = 2;
  private static final double LEAST_BAR = 2;

  /** So that a mark at the end of the scale is whole. */
  private static final double EDGE = 0.03;

  private final List<SmtYield> yields;
  private final Axis x;
  private final Svg svg = new Svg();

  private YieldPanel(List<SmtYield> yields) {
    this.yields = yields;
    this.x = axis(yields);
  }

  /**
   * The panel.
   *
   * @param yields at least one; those of one kernel stand together
   */
  static String draw(List<SmtYield> yields) {
    return new YieldPanel(yields).draw();
  }

  private static Axis axis(List<SmtYield> yields) {
    double low = Math.max(LEAST, Math.min(-0.1, ends(yields).min().orElse(0) - EDGE));
    double high = Math.min(MOST, Math.max(1.1, ends(yields).max().orElse(1) + EDGE));
    double step = Axis.roundStep((high - low) / STEPS);
    List<Axis.Tick> ticks = new ArrayList<>();
    for (long i = Math.round(Math.ceil(low / step)); i * step <= high; i++) {
      ticks.add(new Axis.Tick(i * step, Unit.wholePercent(i * step)));
    }
    return new Axis(low, high, LEFT, RIGHT, false, ticks);
  }

  private static DoubleStream ends(List<SmtYield> yields) {
    return yields.stream()
        .flatMap(y -> List.of(y.yield(), y.controls().floor(), y.controls().ceiling()).stream())
        .flatMapToDouble(e -> DoubleStream.of(e.value(), e.low(), e.high()))
        .filter(Double::isFinite);
  }

  private double bottom() {
    return TOP + ROW * yields.size();
  }

  private String draw() {
    svg.open("svg").attr("class", "panel yields");
    svg.attr("viewBox", "0 0 %s %s".formatted(Svg.number(WIDTH), Svg.number(bottom() + FOOT)));
    svg.attr("role", "img").attr("aria-label", description());
    scale();
    for (int row = 0; row < yields.size(); row++) {
      boolean first = row == 0 || yields.get(row - 1).kernel() != yields.get(row).kernel();
      row(yields.get(row), TOP + ROW * row, first);
    }
    return svg.close().finish();
  }

  private String description() {
    return yields.stream()
        .map(y -> "%s, %s: %s".formatted(y.kernel().boundBy(), y.model().title(), words(y)))
        .collect(Collectors.joining("; ", "What a second sibling adds. ", "."));
  }

  private void scale() {
    for (Axis.Tick tick : x.ticks()) {
      svg.label(tick.label(), "tick", x.at(tick.value()), bottom() + 17, "middle");
    }
    svg.label("a fake core", "panel-title", x.at(0), 14, "middle");
    svg.label("a whole core", "panel-title", x.at(1), 14, "middle");
  }

  /** The scale of one row: lines from top to bottom would cross the names of all rows. */
  private void track(double middle) {
    double from = middle - HALF_TRACK;
    double to = middle + HALF_TRACK;
    for (double whole : new double[] {0, 1}) {
      double left = x.at(whole - Verdict.MARGIN);
      svg.open("rect").attr("class", "near").attr("x", left).attr("y", from);
      svg.attr("width", x.at(whole + Verdict.MARGIN) - left).attr("height", to - from).close();
    }
    for (Axis.Tick tick : x.ticks()) {
      double at = x.at(tick.value());
      boolean pole = Math.abs(tick.value()) < 1e-9 || Math.abs(tick.value() - 1) < 1e-9;
      svg.line(pole ? "pole" : "grid", at, from, at, to);
    }
  }

  private void row(SmtYield y, double top, boolean first) {
    String name = first ? y.kernel().boundBy() : y.model().title();
    svg.label(name, first ? "row-name" : "tick", LEFT, top + 13, "start");
    svg.open("text").attr("class", "row-value").attr("x", RIGHT).attr("y", top + 13);
    svg.attr("text-anchor", "end").text(figures(y.yield()) + " ");
    svg.open("tspan").attr("class", "row-answer").text(answer(y)).close().close();
    track(top + MIDDLE);
    svg.open("g").attr("class", ModelStyle.cssClass(y.model()));
    controls(y, top + MIDDLE);
    interval(y, top + MIDDLE);
    svg.close();
  }

  private void controls(SmtYield y, double at) {
    Estimate floor = y.controls().floor();
    Estimate ceiling = y.controls().ceiling();
    if (floor.hasValue() && ceiling.hasValue()) {
      svg.line("span", place(floor.value()), at, place(ceiling.value()), at);
    }
    bracket(floor, at, 1, "floor, two workers on one logical CPU");
    bracket(ceiling, at, -1, "ceiling, two cores");
  }

  private void bracket(Estimate control, double at, int towards, String what) {
    if (control.hasValue()) {
      svg.open("path").attr("class", "bracket");
      svg.attr("d", Marker.bracket(place(control.value()), at, towards));
      svg.title(what + ": " + figures(control)).close();
    }
  }

  private void interval(SmtYield y, double at) {
    Estimate yield = y.yield();
    if (!yield.hasValue()) {
      return;
    }
    if (yield.hasInterval()) {
      double width = Math.max(LEAST_BAR, place(yield.high()) - place(yield.low()));
      double middle = (place(yield.low()) + place(yield.high())) / 2;
      svg.open("rect").attr("class", "interval").attr("x", middle - width / 2);
      svg.attr("y", at - 4).attr("width", width).attr("height", 8).close();
    }
    svg.open("path").attr("class", yield.hasInterval() ? "dot" : "dot bare");
    svg.attr("d", Marker.path(y.model(), place(yield.value()), at));
    svg.title("%s, %s: %s".formatted(y.kernel().id(), y.model().id(), words(y))).close();
  }

  private double place(double value) {
    return x.at(Math.clamp(value, x.low(), x.high()));
  }

  private static String words(SmtYield y) {
    return y.yield().hasValue()
        ? figures(y.yield()) + ", " + answer(y)
        : String.valueOf(y.yield().reason());
  }

  private static String figures(Estimate estimate) {
    return estimate.hasValue()
        ? Unit.PERCENT.text(estimate.value()) + Unit.PERCENT.brackets(estimate)
        : "";
  }

  private static String answer(SmtYield y) {
    if (!y.yield().hasValue()) {
      return "no yield";
    }
    return y.word();
  }
}
