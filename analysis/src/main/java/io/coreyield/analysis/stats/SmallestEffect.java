package io.coreyield.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest true effect that a two-sided test at 5 % finds in 80 % of all campaigns: (t₀.₉₇₅ +
 * t₀.₈) standard errors, with the degrees of freedom of the standard error.
 *
 * <p>Source: Bloom, Minimum detectable effects: a simple way to report the statistical power of
 * experimental designs, Evaluation Review 19 (1995) 547–556.
 */
public final class SmallestEffect {

  /** The share of campaigns that find it. */
  public static final double POWER = 0.8;

  private SmallestEffect() {}

  /**
   * The smallest effect that a finished campaign could detect.
   *
   * @param estimate of which the effect would be a change, with Student's interval
   * @param degreesOfFreedom of that interval
   * @return in the unit of the estimate; 0 where forks did not vary; NaN where the estimate has no
   *     interval, one without bound, or the degrees of freedom are not above 0
   */
  public static double of(Estimate estimate, double degreesOfFreedom) {
    return estimate.hasInterval() && degreesOfFreedom > 0
        ? ofStandardError(
            estimate.halfWidth() / Sample.criticalT(degreesOfFreedom), degreesOfFreedom)
        : Double.NaN;
  }

  /**
   * The smallest effect by a standard error.
   *
   * @param standardError of the figure, 0 or more
   * @param degreesOfFreedom of its interval, above 0
   * @return in the unit of the figure; NaN where the error is not finite
   */
  public static double ofStandardError(double standardError, double degreesOfFreedom) {
    double effect =
        (Sample.criticalT(degreesOfFreedom)
                + TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(POWER))
            * standardError;
    return Double.isFinite(effect) ? effect : Double.NaN;
  }
}
