package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.chart.Mark;
import java.util.Comparator;
import java.util.List;

/**
 * Draws a chart of rows: bars with their names left of them, anything else with names and values in
 * words above.
 */
final class SvgRows {

  private static final double WIDTH = 340;

  /** Left of bars: the usual names, and what a letter of longer ones takes. */
  private static final double NAMES = 118;

  private static final double LETTER = 6.4;
  private static final double CAP = 4;

  /** Room below the plot: tick labels, and an axis title. */
  private static final double FOOT = 24;

  private static final double TITLE = 18;

  private final Chart chart;
  private final Svg svg = new Svg();
  private final List<Mark> poles;
  private final boolean above;
  private final double left;
  private final double width;
  private final double right;
  private final double top;
  private final double rowHeight;
  private final double half;

  private SvgRows(Chart chart) {
    this.chart = chart;
    this.poles = chart.marks().stream().sorted(Comparator.comparingDouble(Mark::at)).toList();
    this.above = chart.layers(Layer.Bars.class).findAny().isEmpty();
    this.left = above ? 6 : Math.max(NAMES, LETTER * longestName(chart) + 8);
    this.width = above ? WIDTH : WIDTH - NAMES + left;
    this.right = width - (above ? 6 : 18);
    this.top = poles.isEmpty() ? 4 : 22;
    this.rowHeight = above ? 38 : 20;
    this.half = above ? 8 : 10;
  }

  static String draw(Chart chart) {
    return new SvgRows(chart).draw();
  }

  private String draw() {
    double foot = FOOT + (chart.x().title().isEmpty() ? 0 : TITLE);
    SvgChart.open(svg, chart, "panel rows " + chart.name(), width, bottom() + foot);
    poles.forEach(mark -> svg.label(mark.label(), "panel-title", x(mark.at()), 12, "middle"));
    chart.y().ticks().forEach(this::row);
    chart.layers(Layer.Bars.class).forEach(this::bars);
    chart.layers(Layer.Line.class).forEach(this::line);
    chart.layers(Series.class).forEach(this::series);
    SvgChart.xLabels(svg, chart.x(), left, right, bottom());
    return svg.close().finish();
  }

  private static int longestName(Chart chart) {
    return chart.y().ticks().stream().mapToInt(t -> t.label().length()).max().orElse(0);
  }

  private double bottom() {
    return top + rowHeight * chart.y().ticks().size();
  }

  private void row(Axis.Tick tick) {
    double middle = y(tick.at());
    if (above) {
      double base = middle - half - 5;
      svg.label(tick.label(), "row-name", left, base, "start");
      svg.open("text").attr("class", "row-value").attr("x", right).attr("y", base);
      svg.attr("text-anchor", "end").text(tick.value() + " ");
      svg.open("tspan").attr("class", "row-answer").text(tick.remark()).close().close();
    } else {
      svg.label(tick.label(), "row-name", left - 8, middle + 4, "end");
    }
    if (!above || !tick.value().isEmpty() || !tick.remark().isEmpty()) {
      track(middle);
    }
    if (!above && !tick.remark().isEmpty()) {
      svg.label(tick.remark(), "tick", left + 4, middle + 4, "start");
    }
  }

  /** The scale of one row: lines from top to bottom would cross the names of all rows. */
  private void track(double middle) {
    double from = middle - half;
    double to = middle + half;
    chart
        .layers(Layer.Band.class)
        .forEach(band -> box("near", x(band.from()), from, x(band.to()), to));
    for (Axis.Tick tick : chart.x().ticks()) {
      if (poles.stream().noneMatch(pole -> Math.abs(pole.at() - tick.at()) < 1e-9)) {
        svg.line("grid", x(tick.at()), from, x(tick.at()), to);
      }
    }
    poles.forEach(pole -> svg.line("pole", x(pole.at()), from, x(pole.at()), to));
  }

  private void bars(Layer.Bars bars) {
    svg.open("g").attr("class", bars.look().cssClass());
    for (Layer.Box box : bars.boxes()) {
      box("bar", x(box.left()), y(box.top()), x(box.right()), y(box.bottom()));
    }
    svg.close();
  }

  private void line(Layer.Line line) {
    Point from = line.points().getFirst();
    Point to = line.points().getLast();
    svg.line(line.look().cssClass(), x(from.x()), y(from.y()), x(to.x()), y(to.y()));
  }

  private void series(Series series) {
    svg.open("g").attr("class", series.look().cssClass());
    for (Point point : series.points()) {
      double at = y(point.y());
      if (point.hasInterval()) {
        double low = x(point.low());
        double high = x(point.high());
        svg.line("whisker", low, at, high, at);
        svg.line("whisker", low, at - CAP, low, at + CAP);
        svg.line("whisker", high, at - CAP, high, at + CAP);
      }
      if (series.style() == Style.CLOUD) {
        SvgChart.speck(svg, series, point, x(point.x()), at);
      } else {
        SvgChart.dot(svg, series, point, x(point.x()), at);
      }
    }
    svg.close();
  }

  private void box(String cssClass, double x1, double y1, double x2, double y2) {
    svg.open("rect").attr("class", cssClass).attr("x", x1).attr("y", y1);
    svg.attr("width", x2 - x1).attr("height", y2 - y1).close();
  }

  private double x(double value) {
    return left + chart.x().fraction(value) * (right - left);
  }

  /** Rows count from below; within a row, one of them is as high as its track. */
  private double y(double value) {
    double row = Math.round(value);
    double middle = top + rowHeight * (chart.y().ticks().size() - row) - half;
    return middle - (value - row) * 2 * half;
  }
}
