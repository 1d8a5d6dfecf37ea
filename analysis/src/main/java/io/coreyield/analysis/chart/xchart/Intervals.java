package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Intervals as bars with caps. XChart's own error bars are symmetric. */
final class Intervals {

  private final List<Double> along = new ArrayList<>();
  private final List<Double> across = new ArrayList<>();

  private Intervals() {}

  /**
   * Draws upright intervals; an estimate without one is left out.
   *
   * @param xs one place per estimate
   * @param cap half of a cap's length, in units of x
   */
  static void vertical(
      Drawing drawing, Color color, double[] xs, List<Estimate> estimates, double cap) {
    Intervals bars = new Intervals();
    for (int i = 0; i < xs.length; i++) {
      bars.add(estimates.get(i), xs[i], cap);
    }
    if (!bars.along.isEmpty()) {
      drawing.lines(color, ChartStyle.INTERVAL, array(bars.across), array(bars.along));
    }
  }

  /**
   * Draws a lying interval; nothing if there is none.
   *
   * @param cap half of a cap's length, in units of y
   */
  static void horizontal(Drawing drawing, Color color, double y, Estimate estimate, double cap) {
    Intervals bar = new Intervals();
    bar.add(estimate, y, cap);
    if (!bar.along.isEmpty()) {
      // Only y may be NaN.
      double[] ys = array(bar.across);
      double[] xs = array(bar.along);
      for (int i = 0; i < xs.length; i++) {
        ys[i] = Double.isNaN(xs[i]) ? Double.NaN : ys[i];
        xs[i] = Double.isNaN(xs[i]) ? estimate.low() : xs[i];
      }
      drawing.lines(color, ChartStyle.INTERVAL, xs, ys);
    }
  }

  private void add(Estimate estimate, double at, double cap) {
    if (estimate.hasInterval()) {
      segment(estimate.low(), at, estimate.high(), at);
      segment(estimate.low(), at - cap, estimate.low(), at + cap);
      segment(estimate.high(), at - cap, estimate.high(), at + cap);
    }
  }

  private void segment(double along1, double across1, double along2, double across2) {
    along.addAll(List.of(along1, along2, Double.NaN));
    across.addAll(List.of(across1, across2, across2));
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
