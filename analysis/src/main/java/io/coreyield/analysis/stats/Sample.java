package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.function.DoublePredicate;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What an interval needs to know of a sample.
 *
 * @param size how many values
 * @param mean their mean; NaN of none
 * @param meanVariance the squared standard error of the mean; NaN of fewer than two values
 */
public record Sample(int size, double mean, double meanVariance) {

  /** The sample of these values; equal ones vary by exactly 0. */
  public static Sample of(double... values) {
    if (values.length > 1 && !lacks(value -> value == values[0], values)) {
      // Rounding would give equal values a width of its own.
      return new Sample(values.length, values[0], 0);
    }
    double variance =
        values.length < 2 ? Double.NaN : Variance.of(values).getAsDouble() / values.length;
    return new Sample(values.length, Mean.of(values).getAsDouble(), variance);
  }

  public double degreesOfFreedom() {
    return size - 1.0;
  }

  /** Whether {@code wanted} rejects some value. */
  public static boolean lacks(DoublePredicate wanted, double... values) {
    return !Arrays.stream(values).allMatch(wanted);
  }

  /** Whether every value is above 0 and finite. */
  public static boolean arePositive(double... values) {
    return Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value));
  }

  /** The median of one value or more; leaves their order as it is. */
  public static double median(double... values) {
    return Median.withDefaults().withCopy(true).evaluate(values);
  }

  /** Half-width of a 95 % interval in standard errors: 1.96 and more. */
  public static double criticalT(double degreesOfFreedom) {
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - Estimate.LEVEL) / 2);
  }
}
