package io.coreyield.analysis.stats;

import org.apache.commons.statistics.distribution.TDistribution;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two figures from independent campaigns, by their standard errors: Student's t
 * with Welch's degrees of freedom, (a + b)² / (a²/ν₁ + b²/ν₂) of the squared errors a and b.
 *
 * <p>Sources: Welch, The generalization of "Student's" problem when several different population
 * variances are involved, Biometrika 34 (1947) 28–35; Satterthwaite, An approximate distribution of
 * estimates of variance components, Biometrics Bulletin 2 (1946) 110–114.
 */
public final class IndependentDifference {

  private IndependentDifference() {}

  /**
   * The minuend less the subtrahend, in their unit.
   *
   * @param level of the interval, in (0, 1): 0.95
   * @return without interval, with the reason, where one has no standard error; unknown, with the
   *     reason, where one has no value
   */
  public static Estimate of(Estimate minuend, Estimate subtrahend, double level) {
    return about(minuend.value() - subtrahend.value(), minuend.error(), subtrahend.error(), level);
  }

  /**
   * The ratio of two positive figures less 1: the difference of their logarithms, whose standard
   * errors are those of the figures over the figures (the delta method).
   *
   * @param level of the interval, in (0, 1): 0.95
   * @return as of {@link #of}; unknown, too, where a figure is not above 0
   */
  public static Estimate relative(Estimate numerator, Estimate denominator, double level) {
    if (!(numerator.value() > 0) || !(denominator.value() > 0)) {
      return Estimate.unknown("one of the two is not above 0, so they have no ratio");
    }
    double logs = Math.log(numerator.value()) - Math.log(denominator.value());
    return about(logs, ofLogarithm(numerator), ofLogarithm(denominator), level).expm1();
  }

  private static @Nullable StandardError ofLogarithm(Estimate figure) {
    StandardError error = figure.error();
    return error == null ? null : error.times(1 / figure.value());
  }

  private static Estimate about(
      double difference,
      @Nullable StandardError left,
      @Nullable StandardError right,
      double level) {
    if (!Double.isFinite(difference)) {
      return Estimate.unknown("one of the two has no value");
    }
    if (left == null || right == null) {
      return Estimate.withoutInterval(difference, "one of the two has no standard error");
    }
    double a = left.value() * left.value();
    double b = right.value() * right.value();
    double freedom = StandardError.welch(a, left.degreesOfFreedom(), b, right.degreesOfFreedom());
    if (a + b == 0 || Double.isNaN(freedom)) {
      // Neither varied: there is no width, whatever the degrees of freedom.
      return Estimate.of(difference, difference, difference)
          .withError(0, left.degreesOfFreedom() + right.degreesOfFreedom());
    }
    double error = Math.sqrt(a + b);
    double t = TDistribution.of(freedom).inverseSurvivalProbability((1 - level) / 2);
    return Estimate.of(difference, difference - t * error, difference + t * error)
        .withError(error, freedom);
  }
}
