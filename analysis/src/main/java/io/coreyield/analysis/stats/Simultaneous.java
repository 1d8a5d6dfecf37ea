package io.coreyield.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals of several figures that hold all at once in 95 % of runs, by Bonferroni's inequality:
 * each has the level 1 − 0.05 / m. (Dunn, Multiple comparisons among means, J. American Statistical
 * Association 56 (1961) 52–64.)
 */
public final class Simultaneous {

  private Simultaneous() {}

  /**
   * The figure with its wider interval, by the degrees of freedom of its standard error; without
   * interval where it has none, or no standard error.
   *
   * @param figures how many are looked at, m; 1 or more
   * @throws IllegalArgumentException if there are none
   */
  public static Estimate of(Estimate estimate, int figures) {
    if (figures < 1) {
      throw new IllegalArgumentException("%d figures: give 1 or more".formatted(figures));
    }
    StandardError error = estimate.error();
    if (!estimate.hasInterval()) {
      return estimate;
    }
    if (error == null) {
      return Estimate.withoutInterval(
          estimate.value(), "its standard error is unknown, so it has no simultaneous interval");
    }
    double tail = (1 - Estimate.LEVEL) / 2;
    TDistribution t = TDistribution.of(error.degreesOfFreedom());
    double wider =
        t.inverseSurvivalProbability(tail / figures) / t.inverseSurvivalProbability(tail);
    double value = estimate.value();
    return Estimate.of(
            value,
            value + wider * (estimate.low() - value),
            value + wider * (estimate.high() - value))
        .withError(error.value(), error.degreesOfFreedom());
  }
}
