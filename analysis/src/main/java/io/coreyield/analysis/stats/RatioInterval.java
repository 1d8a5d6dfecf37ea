package io.coreyield.analysis.stats;

import java.util.stream.IntStream;

/**
 * The ratio of two arms with its interval: within rounds where the arms were measured in the same
 * ones, else by Fieller's theorem.
 *
 * <p>What slows a machine for a while slows both arms of a round and does not change their ratio.
 */
public final class RatioInterval {

  private RatioInterval() {}

  /**
   * Estimates a ratio from rounds that hold both arms: the geometric mean of the rounds' ratios,
   * and Student's t on their logarithms.
   *
   * @param numerators one positive figure per round
   * @param denominators the other arm's, in the same order of rounds and of the same unit
   * @return the ratio and its interval; the ratio alone, with the reason, of one round; unknown,
   *     with the reason, of no round or where a figure is not positive and finite
   * @throws IllegalArgumentException if the arms are not equally long
   */
  public static Estimate paired(double[] numerators, double[] denominators) {
    if (numerators.length != denominators.length) {
      throw new IllegalArgumentException(
          "%d numerators, %d denominators: a pair needs both"
              .formatted(numerators.length, denominators.length));
    }
    if (numerators.length == 0) {
      return Estimate.unknown("no round has a result of both arms");
    }
    if (!Sample.arePositive(numerators) || !Sample.arePositive(denominators)) {
      return Estimate.unknown("a figure is not positive and finite, so it has no ratio");
    }
    if (numerators.length == 1) {
      return Estimate.withoutInterval(
          numerators[0] / denominators[0], "one round: an interval needs two");
    }
    // Logarithms are subtracted, not divided, so that no quotient can overflow.
    return MeanInterval.of(
            IntStream.range(0, numerators.length)
                .mapToDouble(round -> Math.log(numerators[round]) - Math.log(denominators[round]))
                .toArray())
        .exp();
  }

  /**
   * Estimates a ratio of means from two independent arms by Fieller's theorem, each arm with its
   * own variance and Satterthwaite's degrees of freedom.
   *
   * <p>Sources: Fieller, Some problems in interval estimation, J. Royal Statistical Society B 16
   * (1954) 175–185; for the degrees of freedom Tamhane and Logan, Finding the maximum safe dose
   * level for heteroscedastic data, J. Biopharmaceutical Statistics 14 (2004) 843–856.
   *
   * @param numerators one positive figure per fork
   * @param denominators one positive figure per fork, of the same unit
   * @return the ratio and its interval, which is not symmetric; the ratio alone, with the reason,
   *     where an arm has one fork; unknown, with the reason, where an arm has none, a figure is not
   *     positive and finite or too large to square, or the denominator is so uncertain that the
   *     interval has no bound
   */
  public static Estimate independent(double[] numerators, double[] denominators) {
    if (numerators.length == 0 || denominators.length == 0) {
      return Estimate.unknown("an arm has no fork with a result");
    }
    if (!Sample.arePositive(numerators) || !Sample.arePositive(denominators)) {
      return Estimate.unknown("a figure is not positive and finite, so it has no ratio");
    }
    Sample numerator = Sample.of(numerators);
    Sample denominator = Sample.of(denominators);
    if (numerator.size() == 1 || denominator.size() == 1) {
      return Estimate.withoutInterval(
          numerator.mean() / denominator.mean(),
          "an arm has one fork: an interval needs two of each");
    }
    return fieller(numerator, denominator);
  }

  private static Estimate fieller(Sample numerator, Sample denominator) {
    double ratio = numerator.mean() / denominator.mean();
    // In units of the denominator, so that the scale of the figures does not matter.
    double a = numerator.meanVariance() / denominator.mean() / denominator.mean();
    double b = denominator.meanVariance() / denominator.mean() / denominator.mean();
    double variance = a + ratio * ratio * b;
    if (!Double.isFinite(variance)) {
      return Estimate.unknown("the figures are too large or too small to square");
    }
    if (variance == 0) {
      return Estimate.of(ratio, ratio, ratio)
          .withError(0, numerator.degreesOfFreedom() + denominator.degreesOfFreedom());
    }
    double degreesOfFreedom =
        variance
            * variance
            / (a * a / numerator.degreesOfFreedom()
                + Math.pow(ratio, 4) * b * b / denominator.degreesOfFreedom());
    double t = Sample.criticalT(degreesOfFreedom);
    double scale = 1 - t * t * b;
    if (!(scale > 0)) {
      return Estimate.unknown(
          "the forks to compare with differ so much that the ratio has no bound");
    }
    double halfSpan = t * Math.sqrt(variance - t * t * a * b);
    return Estimate.of(ratio, (ratio - halfSpan) / scale, (ratio + halfSpan) / scale)
        .withError(Math.sqrt(variance), degreesOfFreedom);
  }
}
