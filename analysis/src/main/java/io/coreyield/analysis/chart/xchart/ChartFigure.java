package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.Layer;
import io.coreyield.analysis.chart.Layer.Point;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;

/** A chart in a file. What is beneath the series is painted here, the series by XChart. */
final class ChartFigure {

  private static final int PLOT_PX = 270;
  private static final int ROW_PX = 24;
  private static final int MIN_ROWS = 3;
  private static final int MAX_ROWS_PX = 780;
  private static final int RIGHT_PX = 28;

  private final Chart chart;

  private ChartFigure(Chart chart) {
    this.chart = chart;
  }

  static Figure of(Chart chart, FigureSize size) {
    return new Figure(
        size,
        chart.name(),
        chart.heading(),
        chart.x(),
        size.isPrint() ? brief(chart.y()) : chart.y(),
        heightPx(chart),
        RIGHT_PX,
        new Legend(List.of(chart.legend().stream().map(Legend.Entry::of).toList())),
        chart.marks(),
        new ChartFigure(chart)::paint);
  }

  private static int heightPx(Chart chart) {
    int rows = Math.max(MIN_ROWS, chart.y().ticks().size());
    return chart.hasRows() ? Math.min(MAX_ROWS_PX, rows * ROW_PX) : PLOT_PX;
  }

  private static Axis brief(Axis axis) {
    List<Axis.Tick> ticks =
        axis.ticks().stream().map(tick -> new Axis.Tick(tick.at(), tick.brief())).toList();
    return new Axis(axis.title(), axis.scale(), axis.min(), axis.max(), ticks, axis.grid());
  }

  private void paint(Graphics2D g, PlotArea plot) {
    chart.layers(Layer.Band.class).forEach(band -> paint(g, plot, band));
    grid(g, plot);
    chart.layers(Layer.Bars.class).forEach(bars -> paint(g, plot, bars));
    chart.marks().forEach(mark -> upright(g, plot, ChartStyle.MARK, mark.at()));
    chart.layers(Layer.Line.class).forEach(line -> paint(g, plot, line));
    XyPlot.paint(g, plot, chart);
  }

  private static void paint(Graphics2D g, PlotArea plot, Layer.Band band) {
    Axis y = plot.yAxis();
    plot.fill(g, ChartStyle.color(band.look()), band.from(), y.min(), band.to(), y.max());
  }

  private static void grid(Graphics2D g, PlotArea plot) {
    for (Axis.Tick tick : plot.yAxis().grid() ? plot.yAxis().ticks() : List.<Axis.Tick>of()) {
      double y = plot.y(tick.at());
      Rectangle2D bounds = plot.bounds();
      ChartStyle.line(g, ChartStyle.GRID, bounds.getMinX(), y, bounds.getMaxX(), y);
    }
    for (Axis.Tick tick : plot.xAxis().grid() ? plot.xAxis().ticks() : List.<Axis.Tick>of()) {
      upright(g, plot, ChartStyle.GRID, tick.at());
    }
  }

  private static void paint(Graphics2D g, PlotArea plot, Layer.Bars bars) {
    for (Layer.Box box : bars.boxes()) {
      plot.fill(g, ChartStyle.color(bars.look()), box.left(), box.bottom(), box.right(), box.top());
    }
  }

  private static void upright(Graphics2D g, PlotArea plot, Color color, double at) {
    double x = plot.x(at);
    ChartStyle.line(g, color, x, plot.bounds().getMinY(), x, plot.bounds().getMaxY());
  }

  private static void paint(Graphics2D g, PlotArea plot, Layer.Line line) {
    Point first = line.points().getFirst();
    Path2D.Double path = new Path2D.Double();
    path.moveTo(plot.x(first.x()), plot.y(first.y()));
    line.points().stream().skip(1).forEach(p -> path.lineTo(plot.x(p.x()), plot.y(p.y())));
    g.setColor(ChartStyle.color(line.look()));
    g.setStroke(line.dashed() ? ChartStyle.DASHED : ChartStyle.THIN);
    g.draw(path);
  }
}
