package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.List;

/** Pearson's correlations between the ranks of series whose values may repeat. */
final class RankMoments {

  private static final int LANES = 4;

  private final List<MidRanks> series;
  private final double[][] deviations;
  private final double[][] weighted;

  /** Since the last ranking; NaN where not asked for yet. */
  private final double[][] known;

  private final double[] squares;
  private final double[] weights;

  /** Prepares the ranks of equally long series of finite values. */
  RankMoments(List<double[]> series) {
    this.series = series.stream().map(MidRanks::new).toList();
    this.weights = new double[series.getFirst().length];
    this.deviations = new double[series.size()][weights.length];
    this.weighted = new double[series.size()][weights.length];
    this.known = new double[series.size()][series.size()];
    this.squares = new double[series.size()];
  }

  /** Ranks values that occur so often; correlations use it until the next ranking. */
  void rank(int[] times) {
    long all = 0;
    for (int k = 0; k < times.length; k++) {
      all += times[k];
      weights[k] = times[k];
    }
    double middle = (1.0 + all) / 2;
    for (int i = 0; i < deviations.length; i++) {
      series.get(i).rank(times, middle, deviations[i]);
      for (int k = 0; k < weights.length; k++) {
        weighted[i][k] = weights[k] * deviations[i][k];
      }
      squares[i] = product(i, i);
      Arrays.fill(known[i], Double.NaN);
    }
  }

  /** Of two of the series, by their places; NaN if either is constant. */
  double correlation(int first, int second) {
    if (Double.isNaN(known[first][second])) {
      known[first][second] = computed(first, second);
    }
    return known[first][second];
  }

  private double computed(int first, int second) {
    double product = squares[first] * squares[second];
    // Rounding may carry a perfect correlation past 1.
    return product == 0
        ? Double.NaN
        : Math.clamp(product(first, second) / Math.sqrt(product), -1, 1);
  }

  /** In four sums: each waits for its last addition, and four wait together. */
  private double product(int first, int second) {
    double[] a = weighted[first];
    double[] b = deviations[second];
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int k = 0;
    for (; k <= weights.length - LANES; k += LANES) {
      s0 += a[k] * b[k];
      s1 += a[k + 1] * b[k + 1];
      s2 += a[k + 2] * b[k + 2];
      s3 += a[k + 3] * b[k + 3];
    }
    for (; k < weights.length; k++) {
      s0 += a[k] * b[k];
    }
    return s0 + s1 + (s2 + s3);
  }
}
