package io.coreyield.analysis.stats;

import java.util.Arrays;

/**
 * How far a value lies from the median of its group, by a measure of spread that outliers do not
 * widen: 0.6745·(x − median)/MAD, MAD being the median of the absolute distances from the median.
 * (Iglewicz and Hoaglin, How to detect and handle outliers, ASQC Basic References in Quality
 * Control 16, 1993.)
 *
 * @param median of the group
 * @param mad median of the absolute distances from it
 */
public record ModifiedZScore(double median, double mad) {

  /** Iglewicz and Hoaglin call a value beyond this an outlier. */
  public static final double LIMIT = 3.5;

  /** The third quartile of the normal distribution: the MAD of normal values is 0.6745 σ. */
  private static final double NORMAL_MAD = 0.6745;

  /**
   * The median and the spread of a group.
   *
   * @throws IllegalArgumentException if there is no value, or one is not finite
   */
  public static ModifiedZScore of(double... values) {
    if (values.length == 0 || Sample.lacks(Double::isFinite, values)) {
      throw new IllegalArgumentException("%d values: give finite ones".formatted(values.length));
    }
    double median = Sample.median(values);
    double[] distances = Arrays.stream(values).map(v -> Math.abs(v - median)).toArray();
    return new ModifiedZScore(median, Sample.median(distances));
  }

  /** The score of a value; 0 at the median, infinite elsewhere where half of the group is equal. */
  public double score(double value) {
    return value == median ? 0 : NORMAL_MAD * (value - median) / mad;
  }

  public boolean isOutlier(double value) {
    return Math.abs(score(value)) > LIMIT;
  }
}
