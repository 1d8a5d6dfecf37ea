package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The data of a figure, drawn in the order in which it is added. NaN in y breaks a line. */
final class Drawing {

  private static final int CURVE_STEPS = 1200;
  private static final double DASH_PX = 3;
  private static final double USUAL_WIDTH_PX = 600;
  private static final double USUAL_HEIGHT_PX = 270;

  private final Axis x;
  private final Axis y;
  private final XYChart chart;
  private int series;

  Drawing(Axis x, Axis y, int markerPx) {
    this.x = x;
    this.y = y;
    this.chart = ChartStyle.bareChart(x, y, markerPx);
    for (Axis.Tick tick : y.grid() ? y.ticks() : List.<Axis.Tick>of()) {
      line(ChartStyle.GRID, ChartStyle.THIN, x.min(), tick.at(), x.max(), tick.at());
    }
    for (Axis.Tick tick : x.grid() ? x.ticks() : List.<Axis.Tick>of()) {
      line(ChartStyle.GRID, ChartStyle.THIN, tick.at(), y.min(), tick.at(), y.max());
    }
  }

  Axis x() {
    return x;
  }

  Axis y() {
    return y;
  }

  XYChart chart() {
    return chart;
  }

  /** One straight line. */
  void line(Color color, BasicStroke stroke, double x1, double y1, double x2, double y2) {
    lines(color, stroke, new double[] {x1, x2}, new double[] {y1, y2});
  }

  /** A line through points. */
  void lines(Color color, BasicStroke stroke, double[] xs, double[] ys) {
    lines(color, stroke, SeriesMarkers.NONE, xs, ys);
  }

  /** A line through points, with a marker at each. */
  void lines(Color color, BasicStroke stroke, Marker marker, double[] xs, double[] ys) {
    add(xs, ys, XYSeriesRenderStyle.Line, color, stroke, marker);
  }

  /**
   * A curve of dashes. XChart begins the pattern of a stroke anew at every point, and a curve has
   * many.
   */
  void dashedCurve(Color color, DoubleUnaryOperator curve, double from, double to) {
    List<double[]> points = new ArrayList<>();
    double sinceLast = 0;
    for (int i = 0; i <= CURVE_STEPS; i++) {
      double x = from + (to - from) * i / CURVE_STEPS;
      double[] point = {x, curve.applyAsDouble(x)};
      sinceLast += i == 0 ? DASH_PX : pixels(x - (to - from) / CURVE_STEPS, curve, point);
      if (sinceLast >= DASH_PX) {
        // Two parts drawn, one not.
        points.add(points.size() % 4 == 3 ? new double[] {x, Double.NaN} : point);
        sinceLast = 0;
      }
    }
    lines(
        color,
        ChartStyle.INTERVAL,
        points.stream().mapToDouble(p -> p[0]).toArray(),
        points.stream().mapToDouble(p -> p[1]).toArray());
  }

  private double pixels(double earlierX, DoubleUnaryOperator curve, double[] point) {
    double earlierY = curve.applyAsDouble(earlierX);
    return Math.hypot(
        (x.fraction(point[0]) - x.fraction(earlierX)) * USUAL_WIDTH_PX,
        (y.fraction(point[1]) - y.fraction(earlierY)) * USUAL_HEIGHT_PX);
  }

  /** A marker at each point. */
  void points(Color color, Marker marker, double[] xs, double[] ys) {
    add(xs, ys, XYSeriesRenderStyle.Scatter, color, ChartStyle.THIN, marker);
  }

  /** A filled rectangle. */
  void rectangle(Color color, double left, double bottom, double right, double top) {
    add(
        new double[] {left, right, right, left, left},
        new double[] {bottom, bottom, top, top, bottom},
        XYSeriesRenderStyle.PolygonArea,
        color,
        SeriesLines.NONE,
        SeriesMarkers.NONE);
  }

  private void add(
      double[] xs,
      double[] ys,
      XYSeriesRenderStyle style,
      Color color,
      BasicStroke stroke,
      Marker marker) {
    if (Arrays.stream(ys).allMatch(Double::isNaN)) {
      return;
    }
    XYSeries added = chart.addSeries(Integer.toString(series++), xs, ys);
    added.setXYSeriesRenderStyle(style);
    added.setLineColor(color);
    added.setLineStyle(stroke);
    added.setFillColor(color);
    added.setMarker(marker);
    added.setMarkerColor(color);
  }
}
