package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.LabelSlots;
import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.chart.Mark;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Draws a chart for the page: a panel that is as wide as a telephone, so that its text never
 * shrinks; the page has the legend.
 */
public final class SvgChart {

  private static final double WIDTH = 328;
  private static final double HEIGHT = 264;
  private static final double LEFT = 42;
  private static final double RIGHT = 322;
  private static final double TOP = 44;
  private static final double BOTTOM = 220;

  /** About the width of a character. */
  private static final double CHARACTER = 6.5;

  private static final double SHIFT = 4;
  private static final double CAP = 2.5;

  private final Chart chart;
  private final Svg svg = new Svg();

  private SvgChart(Chart chart) {
    this.chart = chart;
  }

  /** The drawing, one {@code svg} element. */
  public static String draw(Chart chart) {
    return chart.hasRows() ? SvgRows.draw(chart) : new SvgChart(chart).draw();
  }

  private String draw() {
    open(svg, chart, "panel", WIDTH, HEIGHT);
    svg.label(chart.y().title(), "panel-title", 0.0, 12.0, "start");
    chart.layers(Layer.Band.class).forEach(this::band);
    yAxis();
    xAxis();
    for (int i = 0; i < chart.marks().size(); i++) {
      mark(chart.marks().get(i), 26 + 12.0 * i);
    }
    chart
        .layers(Layer.Line.class)
        .forEach(line -> polyline(line.look().cssClass(), line.points(), 0));
    chart.layers(Series.class).forEach(this::series);
    return svg.close().finish();
  }

  /** Opens the root element. */
  static void open(Svg svg, Chart chart, String cssClass, double width, double height) {
    svg.open("svg").attr("class", cssClass);
    svg.attr("viewBox", "0 0 %s %s".formatted(Svg.number(width), Svg.number(height)));
    svg.attr("role", "img").attr("aria-label", chart.description());
  }

  /** Draws an x axis title and those tick labels that do not touch. */
  static void xLabels(Svg svg, Axis x, double left, double right, double top) {
    LabelSlots slots = new LabelSlots(4);
    for (Axis.Tick tick : x.ticks()) {
      double at = left + x.fraction(tick.at()) * (right - left);
      double half = tick.label().length() * CHARACTER / 2;
      if (slots.take(at - half, at + half)) {
        svg.label(tick.label(), "tick", at, top + 17, "middle");
      }
    }
    if (!x.title().isEmpty()) {
      svg.label(x.title(), "axis-title", (left + right) / 2, top + 36, "middle");
    }
  }

  /** Draws the mark of a point. */
  static void dot(Svg svg, Layer layer, Point point, double x, double y) {
    String kind = layer.look().shape().isOpen() ? "bracket" : "dot";
    svg.open("path").attr("class", point.hollow() ? kind + " bare" : kind);
    svg.attr("d", Svg.path(layer.look().shape(), x, y));
    (point.words().isEmpty() ? svg : svg.title(point.words())).close();
  }

  private void band(Layer.Band band) {
    svg.open("rect").attr("class", band.look().cssClass()).attr("x", x(band.from()));
    svg.attr("y", TOP).attr("width", x(band.to()) - x(band.from()));
    svg.attr("height", BOTTOM - TOP).close();
  }

  /** Draws one of many marks that are seen through. */
  static void speck(Svg svg, Layer layer, Point point, double x, double y) {
    svg.open("path").attr("class", point.hollow() ? "scatter tainted" : "scatter");
    svg.attr("d", Svg.path(layer.look().shape(), x, y));
    (point.words().isEmpty() ? svg : svg.title(point.words())).close();
  }

  private void yAxis() {
    for (Axis.Tick tick : chart.y().ticks()) {
      double at = y(tick.at());
      svg.line("grid", LEFT, at, RIGHT, at);
      svg.label(tick.label(), "tick", LEFT - 7, at + 4, "end");
    }
  }

  private void xAxis() {
    svg.line("axis", LEFT, BOTTOM, RIGHT, BOTTOM);
    for (Axis.Tick tick : chart.x().ticks()) {
      svg.line("axis", x(tick.at()), BOTTOM, x(tick.at()), BOTTOM + 4);
    }
    xLabels(svg, chart.x(), LEFT, RIGHT, BOTTOM);
  }

  private void mark(Mark mark, double labelY) {
    double at = x(mark.at());
    svg.line("mark", at, labelY + 3, at, BOTTOM);
    boolean left = at >= CHARACTER * mark.label().length();
    svg.label(mark.label(), "tick", left ? at - 3 : at + 3, labelY, left ? "end" : "start");
  }

  private void series(Series series) {
    svg.open("g").attr("class", series.look().cssClass());
    double shift = SHIFT * series.shift();
    if (series.style() == Style.LINE && series.points().size() > 1) {
      polyline("line", series.points(), shift);
    }
    for (Point point : series.points()) {
      double at = x(point.x()) + shift;
      if (series.style() == Style.CLOUD) {
        speck(svg, series, point, at, y(point.y()));
      } else {
        interval(point, at);
        dot(svg, series, point, at, y(point.y()));
      }
    }
    svg.close();
  }

  private void interval(Point point, double at) {
    if (point.hasInterval()) {
      double low = y(point.low());
      double high = y(point.high());
      svg.line("whisker", at, low, at, high);
      svg.line("whisker", at - CAP, low, at + CAP, low);
      svg.line("whisker", at - CAP, high, at + CAP, high);
    }
  }

  private void polyline(String cssClass, List<Point> points, double shift) {
    String places =
        points.stream()
            .map(p -> Svg.number(x(p.x()) + shift) + "," + Svg.number(y(p.y())))
            .collect(Collectors.joining(" "));
    svg.open("polyline").attr("class", cssClass).attr("points", places).close();
  }

  private double x(double value) {
    return LEFT + chart.x().fraction(value) * (RIGHT - LEFT);
  }

  private double y(double value) {
    return BOTTOM - chart.y().fraction(value) * (BOTTOM - TOP);
  }
}
