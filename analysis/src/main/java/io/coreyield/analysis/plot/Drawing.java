package io.coreyield.analysis.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** The data of a figure, drawn in the order in which it is added. NaN in y breaks a line. */
final class Drawing {

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
