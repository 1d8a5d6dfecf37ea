package io.coreyield.analysis.chart.xchart;

import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import org.knowm.xchart.style.markers.Marker;

/** A bracket at a control of the yield. */
final class BracketMarker extends Marker {

  /** Opens to the right: at the floor. */
  static final Marker FLOOR = new BracketMarker(1);

  /** Opens to the left: at the ceiling. */
  static final Marker CEILING = new BracketMarker(-1);

  private static final double HALF_HEIGHT = 0.85;
  private static final double DEPTH = 0.5;

  private final int towards;

  private BracketMarker(int towards) {
    this.towards = towards;
  }

  @Override
  public void paint(Graphics2D g, double x, double y, int sizePx) {
    double tip = x + towards * DEPTH * sizePx;
    Path2D.Double bracket = new Path2D.Double();
    bracket.moveTo(tip, y - HALF_HEIGHT * sizePx);
    bracket.lineTo(x, y - HALF_HEIGHT * sizePx);
    bracket.lineTo(x, y + HALF_HEIGHT * sizePx);
    bracket.lineTo(tip, y + HALF_HEIGHT * sizePx);
    g.setStroke(ChartStyle.INTERVAL);
    g.draw(bracket);
  }
}
