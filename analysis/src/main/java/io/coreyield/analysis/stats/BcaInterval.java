package io.coreyield.analysis.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The bias-corrected and accelerated bootstrap interval: percentiles of the draws that are moved
 * for a statistic whose draws lie to one side of it, and whose error grows with it.
 *
 * <p>Draws that equal the statistic count half on either side. Percentiles between two draws are
 * interpolated on the normal scale, as by {@code boot.ci(type = "bca")} of R's package boot; beyond
 * the outermost draw it is that draw. Where all draws are on one side, one more is assumed on the
 * other.
 *
 * <p>Sources: Efron, Better bootstrap confidence intervals, J. American Statistical Association 82
 * (1987) 171–185; Davison and Hinkley, Bootstrap methods and their application, 1997, section
 * 5.3.2.
 */
record BcaInterval(double low, double high) {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /**
   * Makes the interval.
   *
   * @param draws of it, finite; at least two
   * @param leftOut the statistic without each of the units that are drawn, finite; the acceleration
   *     is that of the jackknife
   * @param level of confidence, above 0 and below 1
   */
  static BcaInterval of(double value, double[] draws, double[] leftOut, double level) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    double bias = bias(value, sorted);
    double acceleration = acceleration(leftOut);
    double z = NORMAL.inverseSurvivalProbability((1 - level) / 2);
    return new BcaInterval(
        percentile(sorted, moved(-z, bias, acceleration)),
        percentile(sorted, moved(z, bias, acceleration)));
  }

  private static double bias(double value, double[] draws) {
    double below =
        Arrays.stream(draws).map(draw -> draw < value ? 1 : draw == value ? 0.5 : 0).sum();
    double least = 1 / (draws.length + 1.0);
    return NORMAL.inverseCumulativeProbability(Math.clamp(below / draws.length, least, 1 - least));
  }

  /** The skewness of the jackknife's influences over 6; 0 where there is none. */
  private static double acceleration(double[] leftOut) {
    double mean = Sample.of(leftOut).mean();
    double squares = 0;
    double cubes = 0;
    for (double without : leftOut) {
      double influence = mean - without;
      squares += influence * influence;
      cubes += influence * influence * influence;
    }
    return squares == 0 ? 0 : cubes / (6 * Math.pow(squares, 1.5));
  }

  private static double moved(double z, double bias, double acceleration) {
    double scale = 1 - acceleration * (bias + z);
    // Past the pole the percentile is at the end that it was moving to.
    return scale > 0 ? NORMAL.cumulativeProbability(bias + (bias + z) / scale) : z > 0 ? 1 : 0;
  }

  private static double percentile(double[] sorted, double share) {
    double rank = (sorted.length + 1) * share;
    int below = (int) Math.floor(rank);
    if (below == 0 || below >= sorted.length) {
      return sorted[below == 0 ? 0 : sorted.length - 1];
    }
    double lower = NORMAL.inverseCumulativeProbability(below / (sorted.length + 1.0));
    double upper = NORMAL.inverseCumulativeProbability((below + 1) / (sorted.length + 1.0));
    double part = (NORMAL.inverseCumulativeProbability(share) - lower) / (upper - lower);
    return sorted[below - 1] + part * (sorted[below] - sorted[below - 1]);
  }
}
