package io.coreyield.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The smallest true effect that a two-sided test at 5 % finds in 80 % of all campaigns: (t₀.₉₇₅ +
 * t₀.₈) standard errors, with the degrees of freedom of the standard error.
 *
 * <p>Source: Bloom, Minimum detectable effects: a simple way to report the statistical power of
 * experimental designs, Evaluation Review 19 (1995) 547–556.
 *
 * @param effect in the unit of the figure; NaN where it is unknown; 0 where forks did not vary
 * @param reason why there is none; null where there is one
 */
public record SmallestEffect(double effect, @Nullable String reason) {

  /** In what share of campaigns it is found. */
  public static final double POWER = 0.8;

  /** Throws an {@link IllegalArgumentException} unless what is missing has a reason. */
  public SmallestEffect {
    if (Double.isNaN(effect) != (reason != null)) {
      throw new IllegalArgumentException(
          "effect %s, reason %s: give a reason exactly where the effect is missing"
              .formatted(effect, reason));
    }
  }

  private static SmallestEffect unknown(String reason) {
    return new SmallestEffect(Double.NaN, reason);
  }

  /**
   * The smallest effect that a finished campaign could detect.
   *
   * @param estimate of which the effect would be a change, with Student's interval
   * @param degreesOfFreedom of that interval
   * @return unknown, with the reason, where the estimate has no interval, one without bound, or the
   *     degrees of freedom are not above 0
   */
  public static SmallestEffect of(Estimate estimate, double degreesOfFreedom) {
    if (!estimate.hasInterval()) {
      return unknown(estimate.reason() == null ? "there is no interval" : estimate.reason());
    }
    if (!(degreesOfFreedom > 0)) {
      return unknown("there is no degree of freedom: an effect needs two forks");
    }
    double standardError = estimate.halfWidth() / Sample.criticalT(degreesOfFreedom);
    return ofStandardError(standardError, degreesOfFreedom);
  }

  /**
   * The smallest effect that a planned campaign will detect: forks of equally many iterations on
   * each core, all cores of the machine, as {@link ClusteredBootstrap.Cores#ALL}.
   *
   * @param betweenForks T² of forks of one core, 0 or more; see {@link VarianceComponents}
   * @param withinForks T² of iterations, 0 or more
   * @param cores how many are measured; 1 for a figure that is not of a core
   * @param forks of each core
   * @param iterations of each fork
   * @return unknown, with the reason, of one fork on each core, which shows no variance; of no
   *     core, fork or iteration; and where a variance is NaN, infinite or below 0
   */
  public static SmallestEffect planned(
      double betweenForks, double withinForks, int cores, int forks, int iterations) {
    if (cores < 1 || forks < 1 || iterations < 1) {
      return unknown("a plan without cores, forks or iterations sees nothing");
    }
    if (forks == 1) {
      return unknown("one fork on each core: a plan needs two");
    }
    double variance = betweenForks + withinForks / iterations;
    boolean known = betweenForks >= 0 && withinForks >= 0 && Double.isFinite(variance);
    if (!known) {
      return unknown("how forks and iterations vary is not known");
    }
    return ofStandardError(
        Math.sqrt(variance / ((double) cores * forks)), (double) cores * (forks - 1));
  }

  /**
   * The smallest effect by a standard error.
   *
   * @param standardError of the figure, 0 or more
   * @param degreesOfFreedom of its interval, above 0
   */
  public static SmallestEffect ofStandardError(double standardError, double degreesOfFreedom) {
    double effect =
        (Sample.criticalT(degreesOfFreedom)
                + TDistribution.of(degreesOfFreedom).inverseCumulativeProbability(POWER))
            * standardError;
    return Double.isFinite(effect)
        ? new SmallestEffect(effect, null)
        : unknown("the interval has no bound");
  }
}
