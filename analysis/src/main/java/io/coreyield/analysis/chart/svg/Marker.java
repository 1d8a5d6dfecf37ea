package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.model.plan.ConcurrencyModel;

/** The shape of a concurrency model's points, so that colour is never the only difference. */
public final class Marker {

  private Marker() {}

  /** An SVG path around (x, y). */
  public static String path(ConcurrencyModel model, double x, double y) {
    return switch (model) {
      case PLATFORM -> at(x, y) + "m-3.8 0a3.8 3.8 0 1 0 7.6 0a3.8 3.8 0 1 0 -7.6 0z";
      case VIRTUAL -> at(x, y) + "m-3.4 -3.4h6.8v6.8h-6.8z";
      case FORK_JOIN -> at(x, y) + "m0 -4.6l4.3 7.8h-8.6z";
      case PROCESS -> at(x, y) + "m0 -4.9l4.9 4.9l-4.9 4.9l-4.9 -4.9z";
      case GLOBAL_LOCK -> at(x, y) + "m0 4.6l4.3 -7.8h-8.6z";
    };
  }

  /** A bracket at (x, y) that opens to the right where {@code towards} is 1, to the left at −1. */
  public static String bracket(double x, double y, int towards) {
    return at(x + 3.5 * towards, y - 7) + "h%s v14 h%s".formatted(-3.5 * towards, 3.5 * towards);
  }

  private static String at(double x, double y) {
    return "M" + Svg.number(x) + " " + Svg.number(y);
  }
}
