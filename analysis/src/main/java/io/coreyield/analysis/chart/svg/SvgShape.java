package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Shape;
import java.util.List;

/** Shapes of points as SVG paths. */
public final class SvgShape {

  private SvgShape() {}

  /** The path of a shape around (x, y). */
  public static String path(Shape shape, double x, double y) {
    if (shape == Shape.CIRCLE) {
      String radius = Svg.number(Shape.RADIUS);
      String arc = "a%s %s 0 1 0 ".formatted(radius, radius);
      String across = Svg.number(2 * Shape.RADIUS);
      return "M%s %s%s%s 0%s-%s 0z"
          .formatted(Svg.number(x - Shape.RADIUS), Svg.number(y), arc, across, arc, across);
    }
    StringBuilder path = new StringBuilder();
    List<Double> corners = shape.corners();
    for (int i = 0; i < corners.size(); i += 2) {
      path.append(i == 0 ? 'M' : 'L')
          .append(Svg.number(x + corners.get(i)))
          .append(' ')
          .append(Svg.number(y + corners.get(i + 1)));
    }
    return path + (shape.isOpen() ? "" : "z");
  }
}
