package io.coreyield.analysis.chart;

import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.DoubleStream;

/** What charts of yields have in common. Values are in percent. */
public final class YieldAxis {

  /** A yield below −100 % cannot be; one above 200 % is an accident that would squeeze the rest. */
  private static final double MIN_PERCENT = -100;

  private static final double MAX_PERCENT = 200;

  /** So that a mark at the end of the axis is whole. */
  private static final double EDGE_PERCENT = 3;

  /** The ends of the scale; the rightmost first. */
  public static final List<Mark> POLES = List.of(new Mark(100, "a core"), new Mark(0, "nothing"));

  private YieldAxis() {}

  /** Holds both poles and, as far as is sensible, all estimates with their intervals. */
  public static Axis of(List<Estimate> estimates) {
    double[] ends =
        estimates.stream()
            .flatMapToDouble(e -> DoubleStream.of(e.value(), e.low(), e.high()))
            .filter(Double::isFinite)
            .map(end -> 100 * end)
            .toArray();
    double low = DoubleStream.of(ends).min().orElse(0) - EDGE_PERCENT;
    double high = DoubleStream.of(ends).max().orElse(100) + EDGE_PERCENT;
    return Axis.exact(
        "what the second sibling of a core adds",
        Math.clamp(low, MIN_PERCENT, -10.0),
        Math.clamp(high, 110.0, MAX_PERCENT),
        Axis::percent);
  }

  /** An estimate in words; empty where there is none. */
  public static String words(Estimate estimate) {
    return estimate.hasValue()
        ? Unit.PERCENT.text(estimate.value()) + Unit.PERCENT.brackets(estimate)
        : "";
  }
}
