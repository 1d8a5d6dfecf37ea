package io.coreyield.analysis.stats.fit;

import io.coreyield.analysis.stats.Sample;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Two lines that meet at a known knee, the first from the origin, by least squares of relative
 * errors: noise of a throughput grows with it.
 *
 * @param slope of the first line, per worker
 * @param excess slope of the second line, per worker
 * @param slopeVariance of {@code slope}
 * @param covariance of both
 * @param excessVariance of {@code excess}
 * @param degreesOfFreedom of the variances
 * @param misfits whether the points lie off the lines by more than their forks differ; then the
 *     variances are those of points about the lines, not of forks
 */
record TwoLines(
    double slope,
    double excess,
    double slopeVariance,
    double covariance,
    double excessVariance,
    int degreesOfFreedom,
    boolean misfits) {

  /** The chance at which lines that fit are taken not to. */
  private static final double MISFIT_LEVEL = 0.05;

  /** Fits points of positive figures on both sides of the knee, three or more. */
  static TwoLines fit(List<WorkerPoint> points, int knee) {
    Sums sums = Sums.of(points, knee);
    double slope = (sums.bb * sums.ay - sums.ab * sums.by) / sums.determinant();
    double excess = (sums.aa * sums.by - sums.ab * sums.ay) / sums.determinant();
    double misfit = misfit(points, knee, slope, excess);
    double pure = points.stream().mapToDouble(p -> spread(Sample.of(p.corrected()))).sum();
    int forks = points.stream().mapToInt(p -> p.elementsPerSecond().size()).sum();
    int freedom = points.size() - 2;
    boolean misfits = isBeyondChance(misfit, freedom, pure, forks - points.size());
    double variance = misfits ? misfit / freedom : (misfit + pure) / (forks - 2);
    return new TwoLines(
        slope,
        excess,
        variance * sums.bb / sums.determinant(),
        -variance * sums.ab / sums.determinant(),
        variance * sums.aa / sums.determinant(),
        misfits ? freedom : forks - 2,
        misfits);
  }

  /** The normal equations: a and b are the workers on each line, in units of the point's mean. */
  private record Sums(double aa, double ab, double bb, double ay, double by) {

    static Sums of(List<WorkerPoint> points, int knee) {
      Sums sums = new Sums(0, 0, 0, 0, 0);
      for (WorkerPoint point : points) {
        Sample sample = Sample.of(point.corrected());
        double a = Math.min(point.workers(), knee) / sample.mean();
        double b = Math.max(point.workers() - knee, 0) / sample.mean();
        sums = sums.plus(sample.size(), a, b);
      }
      return sums;
    }

    /** In units of its mean each fork's figure is 1 on average. */
    private Sums plus(int forks, double a, double b) {
      return new Sums(
          aa + forks * a * a,
          ab + forks * a * b,
          bb + forks * b * b,
          ay + forks * a,
          by + forks * b);
    }

    double determinant() {
      return aa * bb - ab * ab;
    }
  }

  /** Whether the figures were of a size that can be squared. */
  boolean isFinite() {
    return DoubleStream.of(slope, excess, slopeVariance, covariance, excessVariance)
        .allMatch(Double::isFinite);
  }

  /** Half-width factor of a 95 % interval, in standard errors. */
  double criticalT() {
    return Sample.criticalT(degreesOfFreedom);
  }

  /** Squared relative deviations of the forks from their mean. */
  private static double spread(Sample sample) {
    return sample.size() == 1
        ? 0
        : sample.meanVariance()
            * sample.size()
            * sample.degreesOfFreedom()
            / (sample.mean() * sample.mean());
  }

  /** Squared relative deviations of the points' means from the lines, each fork counted. */
  private static double misfit(List<WorkerPoint> points, int knee, double slope, double excess) {
    return points.stream()
        .mapToDouble(point -> {
          Sample sample = Sample.of(point.corrected());
          double line =
              slope * Math.min(point.workers(), knee)
                  + excess * Math.max(point.workers() - knee, 0);
          double deviation = 1 - line / sample.mean();
          return sample.size() * deviation * deviation;
        })
        .sum();
  }

  /** The F test of lack of fit. One fork each cannot separate noise from misfit. */
  private static boolean isBeyondChance(
      double misfit, int misfitFreedom, double pure, int pureFreedom) {
    if (pureFreedom == 0) {
      return false;
    }
    double f = misfit / misfitFreedom / (pure / pureFreedom);
    return FDistribution.of(misfitFreedom, pureFreedom).survivalProbability(f) < MISFIT_LEVEL;
  }
}
