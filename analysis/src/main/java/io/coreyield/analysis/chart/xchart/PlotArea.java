package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * Where the data is drawn.
 *
 * @param bounds in pixels of the figure
 * @param xAxis from its left to its right edge
 * @param yAxis from its lower to its upper edge
 */
record PlotArea(Rectangle2D bounds, Axis xAxis, Axis yAxis) {

  /** A value's place from the left, in pixels. */
  double x(double value) {
    return bounds.getMinX() + xAxis.fraction(value) * bounds.getWidth();
  }

  /** A value's place from the top, in pixels. */
  double y(double value) {
    return bounds.getMaxY() - yAxis.fraction(value) * bounds.getHeight();
  }

  /** Fills a rectangle between values. */
  void fill(Graphics2D g, Color color, double left, double bottom, double right, double top) {
    g.setColor(color);
    g.fill(new Rectangle2D.Double(x(left), y(top), x(right) - x(left), y(bottom) - y(top)));
  }
}
