package io.coreyield.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The median of independent values with an interval between two of them: no distribution is
 * assumed, and outliers do not widen it.
 *
 * <p>The k-th value from either end is an end of the interval, with the largest k that keeps the
 * level: each value lies below the true median with probability ½. (Conover, Practical
 * nonparametric statistics, 3rd edition 1999, section 3.2.)
 */
public final class MedianInterval {

  /** Fewer values cannot hold their median 95 times in 100: 1 − 2^(1 − 5) is 0.9375. */
  public static final int MIN_VALUES = 6;

  private MedianInterval() {}

  /**
   * Estimates the median.
   *
   * @return with its interval; without, with the reason, of fewer than {@value #MIN_VALUES} values;
   *     unknown, with the reason, of none or where a value is NaN
   */
  public static Estimate of(double... values) {
    if (values.length == 0 || Sample.lacks(value -> !Double.isNaN(value), values)) {
      return Estimate.unknown(values.length == 0 ? "there is no value" : "a value is not a number");
    }
    double median = Sample.median(values);
    if (values.length < MIN_VALUES) {
      return Estimate.withoutInterval(
          median,
          "%d %s: an interval needs %d"
              .formatted(values.length, values.length == 1 ? "value" : "values", MIN_VALUES));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int outside = valuesOutside(values.length);
    return Estimate.of(median, sorted[outside], sorted[values.length - 1 - outside]);
  }

  /** How many values lie outside the interval at each end. */
  private static int valuesOutside(int size) {
    BinomialDistribution below = BinomialDistribution.of(size, 0.5);
    int outside = 0;
    while (below.cumulativeProbability(outside + 1) <= (1 - Estimate.LEVEL) / 2) {
      outside++;
    }
    return outside;
  }
}
