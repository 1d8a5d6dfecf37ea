package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Shape;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.util.List;
import org.knowm.xchart.style.markers.Marker;

/** The shapes of points for XChart. */
final class ShapeMarker extends Marker {

  /** Shapes are described for the page, where they are a little larger. */
  private static final double SCALE = 0.92;

  private static final double SMALL = 0.66;

  private final Shape shape;
  private final boolean hollow;
  private final double scale;

  ShapeMarker(Shape shape, boolean hollow, boolean small) {
    this.shape = shape;
    this.hollow = hollow;
    this.scale = small ? SMALL : SCALE;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int ignoredSizePx) {
    java.awt.Shape outline = outline(x, y);
    Color color = g.getColor();
    g.setStroke(ChartStyle.INTERVAL);
    if (!shape.isOpen()) {
      g.setColor(hollow ? ChartStyle.BACKGROUND : color);
      g.fill(outline);
    }
    g.setColor(color);
    if (hollow || shape.isOpen()) {
      g.draw(outline);
    }
  }

  private java.awt.Shape outline(double x, double y) {
    if (shape == Shape.CIRCLE) {
      double radius = scale * Shape.RADIUS;
      return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
    List<Double> corners = shape.corners();
    Path2D.Double path = new Path2D.Double();
    path.moveTo(x + scale * corners.get(0), y + scale * corners.get(1));
    for (int i = 2; i < corners.size(); i += 2) {
      path.lineTo(x + scale * corners.get(i), y + scale * corners.get(i + 1));
    }
    if (!shape.isOpen()) {
      path.closePath();
    }
    return path;
  }
}
