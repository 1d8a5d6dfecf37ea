package io.coreyield.analysis.chart;

import java.util.Arrays;
import java.util.List;

/** The shape of a point, so that colour is never the only difference. */
public enum Shape {
  /** Of radius {@value #RADIUS}. */
  CIRCLE,
  SQUARE(-3.4, -3.4, 3.4, -3.4, 3.4, 3.4, -3.4, 3.4),
  TRIANGLE_UP(0, -4.6, 4.3, 3.2, -4.3, 3.2),
  DIAMOND(0, -4.9, 4.9, 0, 0, 4.9, -4.9, 0),
  TRIANGLE_DOWN(0, 4.6, 4.3, -3.2, -4.3, -3.2),
  /** A bracket that opens to the right. */
  OPENING(3.5, -7, 0, -7, 0, 7, 3.5, 7),
  /** A bracket that opens to the left. */
  CLOSING(-3.5, -7, 0, -7, 0, 7, -3.5, 7);

  /** Of the circle, in pixels. */
  public static final double RADIUS = 3.8;

  @SuppressWarnings("ImmutableEnumChecker") // Stream.toList is unmodifiable.
  private final List<Double> corners;

  Shape(double... corners) {
    this.corners = Arrays.stream(corners).boxed().toList();
  }

  /** Places around the point in pixels, x and y in turns, y downwards; none of the circle. */
  public List<Double> corners() {
    return corners;
  }

  /** Whether it is a line that is not filled. */
  public boolean isOpen() {
    return this == OPENING || this == CLOSING;
  }
}
