package io.coreyield.analysis.stats;

/**
 * The mean of forks with its interval by Student's t.
 *
 * <p>The unit of replication is the fork: give one figure for each, the mean of its iterations.
 * Iterations of one fork are not independent, and an interval from them pooled is too narrow. The
 * forks' figures are assumed to be independent and roughly normal. The interval of equal figures
 * has no width, which does not mean that the figure is exact.
 *
 * @see <a href="https://doi.org/10.1145/1297027.1297033">Georges, Buytaert, Eeckhout: Statistically
 *     rigorous Java performance evaluation, OOPSLA 2007, section 3.2</a>
 */
public final class MeanInterval {

  private MeanInterval() {}

  /**
   * Estimates the mean.
   *
   * @param forkFigures one per fork, in any unit; the estimate has the same
   * @return the mean and its interval; the mean alone, with the reason, of one fork; unknown, with
   *     the reason, of no fork or where a figure is NaN, infinite, or too large to square
   */
  public static Estimate of(double... forkFigures) {
    if (forkFigures.length == 0) {
      return Estimate.unknown("no fork gave a result");
    }
    if (Sample.lacks(Double::isFinite, forkFigures)) {
      return Estimate.unknown("a fork's figure is not a finite number");
    }
    Sample sample = Sample.of(forkFigures);
    if (sample.size() == 1) {
      return Estimate.withoutInterval(sample.mean(), "one fork: an interval needs two");
    }
    if (!Double.isFinite(sample.meanVariance())) {
      return Estimate.unknown("the forks' figures are too large to square");
    }
    double error = Math.sqrt(sample.meanVariance());
    double halfWidth = Sample.criticalT(sample.degreesOfFreedom()) * error;
    return Estimate.of(sample.mean(), sample.mean() - halfWidth, sample.mean() + halfWidth)
        .withError(error, sample.degreesOfFreedom());
  }
}
