package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Spearman's rank correlation with an interval by bootstrap of forks.
 *
 * <p>Equal values share the mean of their ranks. Iterations of one fork are not independent, so
 * forks are drawn with replacement and bring all their iterations along; the interval runs between
 * the percentiles of {@value #RESAMPLES} resamples. With few forks it is too narrow rather than too
 * wide, as every percentile interval is. A fork that is drawn twice adds ties, which can push all
 * resamples to one side of a strong correlation; the interval is then widened to hold it.
 *
 * <p>One seed gives one interval, on every machine.
 *
 * @see <a href="https://doi.org/10.1017/CBO9780511802843">Davison, Hinkley: Bootstrap methods and
 *     their application, 1997, section 3.8</a>, for the resampling of groups
 */
public final class RankCorrelation {

  /** How often the forks are drawn. */
  public static final int RESAMPLES = 2000;

  /** The fewest forks of which an interval is told. */
  public static final int LEAST_FORKS = 3;

  /** The share of resamples that may be constant, and so without correlation. */
  private static final double MOST_CONSTANT = 0.05;

  private final MidRanks xRanks;
  private final MidRanks yRanks;
  private final double[] x;
  private final double[] y;

  private RankCorrelation(double[] xs, double[] ys) {
    xRanks = new MidRanks(xs);
    yRanks = new MidRanks(ys);
    x = new double[xs.length];
    y = new double[ys.length];
  }

  /**
   * Estimates the correlation.
   *
   * @param xs one figure per iteration
   * @param ys another figure of the same iterations
   * @param forks the number of the fork that each iteration belongs to
   * @param seed of the draws
   * @return −1 to 1 with its interval; the correlation alone, with the reason, of fewer than three
   *     forks, or where the forks vary so little that many resamples are constant; unknown, with
   *     the reason, where there is no figure, one is NaN or infinite, or {@code xs} or {@code ys}
   *     are all equal
   * @throws IllegalArgumentException if the three are not equally long
   */
  public static Estimate estimate(double[] xs, double[] ys, int[] forks, long seed) {
    if (xs.length != ys.length || xs.length != forks.length) {
      throw new IllegalArgumentException(
          "%d and %d figures, %d forks: each iteration needs all three"
              .formatted(xs.length, ys.length, forks.length));
    }
    if (xs.length == 0) {
      return Estimate.unknown("no iteration has both figures");
    }
    if (Sample.lacks(Double::isFinite, xs) || Sample.lacks(Double::isFinite, ys)) {
      return Estimate.unknown("a figure is not a finite number");
    }
    RankCorrelation correlation = new RankCorrelation(xs, ys);
    int[] once = new int[xs.length];
    Arrays.fill(once, 1);
    double spearman = correlation.of(once);
    return Double.isNaN(spearman)
        ? Estimate.unknown("not enough variation: all figures are equal")
        : correlation.interval(spearman, dense(forks), seed);
  }

  /** Stub. */
  public static Estimate estimate(
      double[] xs, double[] ys, int[] forks, int comparisons, long seed) {
    return comparisons < 1 ? Estimate.unknown("") : estimate(xs, ys, forks, seed);
  }

  /** Stub. */
  public static Estimate partial(
      double[] xs, double[] ys, double[] zs, int[] forks, int comparisons, long seed) {
    return zs.length == 0 ? Estimate.unknown("") : estimate(xs, ys, forks, comparisons, seed);
  }

  /** Stub. */
  public static double coefficient(double[] xs, double[] ys) {
    RankCorrelation correlation = new RankCorrelation(xs, ys);
    int[] once = new int[xs.length];
    Arrays.fill(once, 1);
    return correlation.of(once);
  }

  private Estimate interval(double spearman, int[] forks, long seed) {
    int forkCount = 1 + Arrays.stream(forks).max().orElseThrow();
    if (forkCount < LEAST_FORKS) {
      return Estimate.withoutInterval(
          spearman,
          String.format(
              Locale.ROOT,
              "%d fork%s: an interval needs %d",
              forkCount,
              forkCount == 1 ? "" : "s",
              LEAST_FORKS));
    }
    double[] resampled =
        Arrays.stream(resample(forks, forkCount, seed)).filter(r -> !Double.isNaN(r)).toArray();
    if (resampled.length < (1 - MOST_CONSTANT) * RESAMPLES) {
      return Estimate.withoutInterval(spearman, "not enough variation between forks");
    }
    double tail = (1 - Estimate.LEVEL) / 2;
    double[] ends = Quantile.withDefaults().evaluate(resampled, tail, 1 - tail);
    return Estimate.of(spearman, Math.min(ends[0], spearman), Math.max(ends[1], spearman));
  }

  private double[] resample(int[] forks, int forkCount, long seed) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[] resampled = new double[RESAMPLES];
    int[] counts = new int[forks.length];
    for (int r = 0; r < RESAMPLES; r++) {
      int[] drawn = new int[forkCount];
      for (int draw = 0; draw < forkCount; draw++) {
        drawn[random.nextInt(forkCount)]++;
      }
      Arrays.setAll(counts, i -> drawn[forks[i]]);
      resampled[r] = of(counts);
    }
    return resampled;
  }

  /** Pearson's correlation of the ranks; NaN if either side is constant. */
  private double of(int[] counts) {
    xRanks.rank(counts, x);
    yRanks.rank(counts, y);
    double middle = (1.0 + Arrays.stream(counts).sum()) / 2;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < counts.length; i++) {
      double dx = x[i] - middle;
      double dy = y[i] - middle;
      xy += counts[i] * dx * dy;
      xx += counts[i] * dx * dx;
      yy += counts[i] * dy * dy;
    }
    // Rounding may carry a perfect correlation past 1.
    return xx == 0 || yy == 0 ? Double.NaN : Math.clamp(xy / Math.sqrt(xx * yy), -1, 1);
  }

  /** The same forks, numbered from 0 without gaps. */
  private static int[] dense(int[] forks) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(forks)
        .map(fork -> numbers.computeIfAbsent(fork, _ -> numbers.size()))
        .toArray();
  }
}
