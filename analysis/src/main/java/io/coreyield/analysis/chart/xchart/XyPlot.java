package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Chart;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Series drawn by XChart, which knows places in the plot only: 0 to 1 along both axes. */
final class XyPlot {

  private static final Color NOTHING = new Color(255, 255, 255, 0);
  private static final double SHIFT_PX = 4;
  private static final double CAP_PX = 2.5;
  private static final double ROW_CAP_PX = 4;
  private static final int OPACITY = 130;

  private final PlotArea plot;
  private final boolean rows;
  private final XYChart xchart = bare();
  private int added;

  private XyPlot(PlotArea plot, boolean rows) {
    this.plot = plot;
    this.rows = rows;
  }

  static void paint(Graphics2D g, PlotArea plot, Chart chart) {
    XyPlot drawing = new XyPlot(plot, chart.hasRows());
    chart.layers(Series.class).filter(s -> !s.points().isEmpty()).forEach(drawing::add);
    if (drawing.added == 0) {
      // XChart paints nothing without a series.
      return;
    }
    Rectangle2D bounds = plot.bounds();
    AffineTransform before = g.getTransform();
    g.translate(bounds.getX(), bounds.getY());
    drawing.xchart.paint(g, (int) bounds.getWidth(), (int) bounds.getHeight());
    g.setTransform(before);
  }

  /** A chart that draws nothing but its data. */
  private static XYChart bare() {
    XYChart chart = new XYChart(ChartStyle.WIDTH_PX, ChartStyle.WIDTH_PX);
    XYStyler style = chart.getStyler();
    style.setChartBackgroundColor(NOTHING);
    style.setPlotBackgroundColor(NOTHING);
    style.setLocale(Locale.ROOT);
    style.setChartTitleVisible(false);
    style.setLegendVisible(false);
    style.setPlotBorderVisible(false);
    style.setChartPadding(0);
    style.setPlotContentSize(1.0);
    style.setPlotMargin(0);
    style.setPlotGridLinesVisible(false);
    style.setAxisTicksVisible(false);
    style.setAxisTitlesVisible(false);
    // Ticks that are never shown are still computed, and XChart loops for ever over two of them
    // that do not fit; one text for all ends that at once.
    style.setXAxisTickLabelsFormattingFunction(value -> "");
    style.setYAxisTickLabelsFormattingFunction(value -> "");
    style.setXAxisMin(0.0).setXAxisMax(1.0);
    style.setYAxisMin(0.0).setYAxisMax(1.0);
    return chart;
  }

  private void add(Series series) {
    boolean cloud = series.style() == Style.CLOUD;
    Color opaque = ChartStyle.color(series.look());
    Color color =
        cloud ? new Color(opaque.getRed(), opaque.getGreen(), opaque.getBlue(), OPACITY) : opaque;
    double shift = SHIFT_PX * series.shift() / plot.bounds().getWidth();
    intervals(series, color, shift);
    if (series.style() == Style.LINE) {
      add(
          series.points().stream().mapToDouble(p -> x(p.x()) + shift),
          series.points().stream().mapToDouble(p -> y(p.y())),
          color,
          ChartStyle.LINE,
          SeriesMarkers.NONE);
    }
    for (boolean hollow : new boolean[] {false, true}) {
      List<Point> some = series.points().stream().filter(p -> p.hollow() == hollow).toList();
      add(
          some.stream().mapToDouble(p -> x(p.x()) + shift),
          some.stream().mapToDouble(p -> y(p.y())),
          color,
          SeriesLines.NONE,
          new ShapeMarker(series.look().shape(), hollow, cloud));
    }
  }

  /** Intervals as bars with caps: XChart's own error bars are symmetric. */
  private void intervals(Series series, Color color, double shift) {
    List<Line2D> lines = new ArrayList<>();
    for (Point point : series.points().stream().filter(Point::hasInterval).toList()) {
      if (rows) {
        double cap = ROW_CAP_PX / plot.bounds().getHeight();
        double low = x(point.low());
        double high = x(point.high());
        double at = y(point.y());
        lines.add(new Line2D.Double(low, at, high, at));
        lines.add(new Line2D.Double(low, at - cap, low, at + cap));
        lines.add(new Line2D.Double(high, at - cap, high, at + cap));
      } else {
        double cap = CAP_PX / plot.bounds().getWidth();
        double at = x(point.x()) + shift;
        double low = y(point.low());
        double high = y(point.high());
        lines.add(new Line2D.Double(at, low, at, high));
        lines.add(new Line2D.Double(at - cap, low, at + cap, low));
        lines.add(new Line2D.Double(at - cap, high, at + cap, high));
      }
    }
    // NaN ends a line; only y may be NaN.
    add(
        lines.stream().flatMapToDouble(l -> DoubleStream.of(l.getX1(), l.getX2(), l.getX2())),
        lines.stream().flatMapToDouble(l -> DoubleStream.of(l.getY1(), l.getY2(), Double.NaN)),
        color,
        ChartStyle.INTERVAL,
        SeriesMarkers.NONE);
  }

  private void add(
      DoubleStream xs, DoubleStream ys, Color color, BasicStroke stroke, Marker marker) {
    double[] x = xs.toArray();
    if (x.length == 0) {
      return;
    }
    XYSeries series = xchart.addSeries(Integer.toString(added++), x, ys.toArray());
    series.setXYSeriesRenderStyle(
        marker instanceof ShapeMarker ? XYSeriesRenderStyle.Scatter : XYSeriesRenderStyle.Line);
    series.setLineColor(color);
    series.setLineStyle(stroke);
    series.setMarker(marker);
    series.setMarkerColor(color);
  }

  private double x(double value) {
    return plot.xAxis().fraction(value);
  }

  private double y(double value) {
    return plot.yAxis().fraction(value);
  }
}
