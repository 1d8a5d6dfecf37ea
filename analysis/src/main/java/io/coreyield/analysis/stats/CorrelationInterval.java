package io.coreyield.analysis.stats;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The interval of a correlation from draws of forks: bias-corrected and accelerated, and widened,
 * for with few forks that one is far too narrow.
 *
 * <p>Its ends are moved away from the correlation by t/z · √(n/(n − 1)), the quantiles of Student's
 * distribution with n − 1 degrees of freedom and of the normal one, n the number of forks; on the
 * scale of Fisher's artanh, so that they stay between −1 and 1. (Hesterberg, What teachers should
 * know about the bootstrap, The American Statistician 69 (2015) 371–386.) Where it does not contain
 * the correlation itself, the percentiles of the draws replace it.
 */
final class CorrelationInterval {

  private CorrelationInterval() {}

  /**
   * The interval.
   *
   * @param drawn correlations of resamples, none NaN
   * @param leftOut for each fork the correlation without it, none NaN
   * @param comparisons how many intervals are to hold at once
   */
  static Estimate of(double value, double[] drawn, double[] leftOut, int comparisons) {
    double tail = (1 - Estimate.LEVEL) / comparisons / 2;
    BcaInterval bca = BcaInterval.of(value, drawn, leftOut, 1 - 2 * tail);
    double stretch = stretch(tail, leftOut.length);
    double[] ends = {bca.low(), bca.high()};
    if (bca.low() > value || bca.high() < value) {
      ends = Quantile.withDefaults().evaluate(drawn, tail, 1 - tail);
    }
    return Estimate.of(
        value,
        moved(value, Math.min(ends[0], value), stretch),
        moved(value, Math.max(ends[1], value), stretch));
  }

  private static double stretch(double tail, double n) {
    return TDistribution.of(n - 1).inverseSurvivalProbability(tail)
        / NormalDistribution.of(0, 1).inverseSurvivalProbability(tail)
        * Math.sqrt(n / (n - 1));
  }

  /** An end, moved away from the correlation on Fisher's scale. */
  private static double moved(double value, double end, double stretch) {
    if (end == value || Math.abs(end) == 1) {
      return end;
    }
    double distance = artanh(end) - artanh(value);
    return Double.isInfinite(distance) ? end : Math.tanh(artanh(value) + stretch * distance);
  }

  private static double artanh(double r) {
    return (Math.log1p(r) - Math.log1p(-r)) / 2;
  }
}
