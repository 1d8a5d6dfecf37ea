package io.coreyield.analysis.stats;

import java.util.List;

/** Pearson's correlations between the ranks of series whose values stand several times, or not. */
final class RankMoments {

  private final List<MidRanks> series;
  private final double[][] deviations;
  private final double[] squares;
  private int[] counts;

  /** Prepares the ranks of equally long series of finite values. */
  RankMoments(List<double[]> series) {
    this.series = series.stream().map(MidRanks::new).toList();
    this.counts = new int[series.getFirst().length];
    this.deviations = new double[series.size()][counts.length];
    this.squares = new double[series.size()];
  }

  /** How many series there are. */
  int size() {
    return deviations.length;
  }

  /** Ranks values that stand so often; it holds for the correlations until the next ranking. */
  void rank(int[] times) {
    counts = times;
    long all = 0;
    for (int count : times) {
      all += count;
    }
    double middle = (1.0 + all) / 2;
    for (int i = 0; i < deviations.length; i++) {
      series.get(i).rank(times, middle, deviations[i]);
      squares[i] = product(i, i);
    }
  }

  /** Of two of the series, by their places; NaN if either is constant. */
  double correlation(int first, int second) {
    double product = squares[first] * squares[second];
    // Rounding may carry a perfect correlation past 1.
    return product == 0
        ? Double.NaN
        : Math.clamp(product(first, second) / Math.sqrt(product), -1, 1);
  }

  private double product(int first, int second) {
    double[] a = deviations[first];
    double[] b = deviations[second];
    double sum = 0;
    for (int k = 0; k < counts.length; k++) {
      sum += counts[k] * a[k] * b[k];
    }
    return sum;
  }
}
