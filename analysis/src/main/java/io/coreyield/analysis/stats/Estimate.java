package io.coreyield.analysis.stats;

import org.jspecify.annotations.Nullable;

/**
 * A figure with its 95 % interval.
 *
 * @param value the figure; NaN where there is none
 * @param low lower end of the interval; NaN where there is no interval
 * @param high upper end of the interval; NaN where there is no interval
 * @param reason why the figure or its interval is missing; null when both are there
 * @param error the standard error of the interval; null where there is none
 */
public record Estimate(
    double value, double low, double high, @Nullable String reason, @Nullable StandardError error) {

  /** The confidence level of every interval. */
  public static final double LEVEL = 0.95;

  /**
   * Throws an {@link IllegalArgumentException} unless what is missing has a reason and that the
   * interval is ordered.
   */
  public Estimate {
    boolean complete = !Double.isNaN(value) && !Double.isNaN(low) && !Double.isNaN(high);
    if (complete == (reason != null)) {
      throw new IllegalArgumentException(
          "value %s, low %s, high %s, reason %s: give a reason exactly where something is missing"
              .formatted(value, low, high, reason));
    }
    if (low > high) {
      throw new IllegalArgumentException("low %s is above high %s".formatted(low, high));
    }
  }

  public Estimate(double value, double low, double high, @Nullable String reason) {
    this(value, low, high, reason, null);
  }

  public static Estimate of(double value, double low, double high) {
    return new Estimate(value, low, high, null);
  }

  public static Estimate withoutInterval(double value, String reason) {
    return new Estimate(value, Double.NaN, Double.NaN, reason);
  }

  public static Estimate unknown(String reason) {
    return new Estimate(Double.NaN, Double.NaN, Double.NaN, reason);
  }

  /**
   * The same with its standard error; without, where it has no interval or one of the two is not
   * finite.
   *
   * @param standardError in the unit of the figure
   */
  public Estimate withError(double standardError, double degreesOfFreedom) {
    boolean known = Double.isFinite(standardError) && degreesOfFreedom > 0 && hasInterval();
    return new Estimate(
        value,
        low,
        high,
        reason,
        known ? new StandardError(standardError, degreesOfFreedom) : null);
  }

  /** {@code exp} of a figure that is a logarithm, and of its interval. */
  public Estimate exp() {
    return new Estimate(
        Math.exp(value), Math.exp(low), Math.exp(high), reason, scaled(Math.exp(value)));
  }

  /** {@code exp} of a figure that is a logarithm less 1, and of its interval. */
  public Estimate expm1() {
    return new Estimate(
        Math.expm1(value), Math.expm1(low), Math.expm1(high), reason, scaled(Math.exp(value)));
  }

  private @Nullable StandardError scaled(double factor) {
    return error == null || !Double.isFinite(factor) ? null : error.times(factor);
  }

  public boolean hasValue() {
    return !Double.isNaN(value);
  }

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Half of the interval's width; NaN where there is none. */
  public double halfWidth() {
    return (high - low) / 2;
  }

  /** Half of the interval's width over the figure's magnitude; NaN where there is none. */
  public double relativeHalfWidth() {
    return halfWidth() / Math.abs(value);
  }

  /** The figure and its interval times a factor of 0 or more, for a change of unit. */
  public Estimate times(double factor) {
    return new Estimate(value * factor, low * factor, high * factor, reason, scaled(factor));
  }

  /**
   * A positive figure that may have been larger or smaller by any factor up to 1 + that share, each
   * equally likely: a wider interval around the same value.
   *
   * @param share 0 or more
   */
  public Estimate within(double share) {
    return new Estimate(
        value,
        low / (1 + share),
        high * (1 + share),
        reason,
        error == null ? null : error.with(share * value / Math.sqrt(3)));
  }

  /** The figure and its interval with the other sign. */
  public Estimate negated() {
    return new Estimate(-value, -high, -low, reason, error);
  }

  /** The figure and its interval plus a constant. */
  public Estimate plus(double constant) {
    return new Estimate(value + constant, low + constant, high + constant, reason, error);
  }
}
