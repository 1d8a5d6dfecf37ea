package io.coreyield.analysis.chart;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;

/** Something drawn in a chart. */
public sealed interface Layer {

  /** What the legend calls it; empty where the legend does not name it. */
  String name();

  /** How it looks. */
  Look look();

  /** How the points of a series are drawn. */
  enum Style {
    /** Joined by a line. */
    LINE,
    POINTS,
    /** Many small ones that are seen through. */
    CLOUD
  }

  /**
   * A point.
   *
   * @param low end of its interval, along y, in a chart of rows along x; NaN for none
   * @param high end of its interval; NaN for none
   * @param hollow whether it is marked as less certain
   * @param words that explain it; empty for none
   */
  record Point(double x, double y, double low, double high, boolean hollow, String words) {

    /** Without an interval. */
    static Point at(double x, double y) {
      return new Point(x, y, Double.NaN, Double.NaN, false, "");
    }

    /** An estimate at a place; hollow without an interval. */
    static Point upright(double x, Estimate y, String words) {
      return new Point(x, y.value(), y.low(), y.high(), !y.hasInterval(), words);
    }

    /** An estimate in a row; hollow without an interval. */
    static Point inRow(double row, Estimate x, String words) {
      return new Point(x.value(), row, x.low(), x.high(), !x.hasInterval(), words);
    }

    /** One of many. */
    static Point inCloud(double x, double y, String words) {
      return new Point(x, y, Double.NaN, Double.NaN, false, words);
    }

    /** Whether there is an interval. */
    public boolean hasInterval() {
      return low <= high;
    }
  }

  /**
   * Points with their intervals.
   *
   * @param shift to the right, in steps of a few pixels: series of equal values are next to each
   *     other
   */
  record Series(String name, Look look, Style style, double shift, List<Point> points)
      implements Layer {

    /** Points that are not joined. */
    static Series points(String name, Look look, List<Point> points) {
      return new Series(name, look, Style.POINTS, 0, points);
    }
  }

  /** A line through points, beneath the series. */
  record Line(String name, Look look, boolean dashed, List<Point> points) implements Layer {}

  /** All values of x between two, shaded. */
  record Band(String name, double from, double to) implements Layer {

    private static final Look LOOK = new Look("near", "#EEEEEE", Shape.SQUARE);

    /** One that the legend does not name. */
    Band(double from, double to) {
      this("", from, to);
    }

    @Override
    public Look look() {
      return LOOK;
    }
  }

  /** Filled rectangles. */
  record Bars(String name, Look look, List<Box> boxes) implements Layer {}

  /** A rectangle. */
  record Box(double left, double bottom, double right, double top) {}
}
