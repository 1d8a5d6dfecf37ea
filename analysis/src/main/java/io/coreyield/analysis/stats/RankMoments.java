package io.coreyield.analysis.stats;

import java.util.List;

/** Pearson's correlations between the ranks of series whose values stand several times, or not. */
final class RankMoments {

  private final List<MidRanks> series;
  private final double[][] deviations;

  /** Sums of products of two series, by their places, the smaller place first. */
  private final double[][] products;

  /**
   * Prepares the ranks of two or three equally long series of finite values.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  RankMoments(List<double[]> series) {
    if (series.size() < 2 || series.size() > 3) {
      throw new IllegalArgumentException("%d series, not two or three".formatted(series.size()));
    }
    this.series = series.stream().map(MidRanks::new).toList();
    this.deviations = new double[series.size()][series.getFirst().length];
    this.products = new double[series.size()][series.size()];
  }

  /** How many series there are. */
  int size() {
    return deviations.length;
  }

  /** Ranks values that stand so often; it holds for the correlations until the next ranking. */
  void rank(int[] times) {
    long all = 0;
    for (int count : times) {
      all += count;
    }
    double middle = (1.0 + all) / 2;
    for (int i = 0; i < deviations.length; i++) {
      series.get(i).rank(times, middle, deviations[i]);
    }
    if (deviations.length == 2) {
      multiplyTwo(times, deviations[0], deviations[1]);
    } else {
      multiplyThree(times, deviations[0], deviations[1], deviations[2]);
    }
  }

  /** Of two of the series, by their places; NaN if either is constant. */
  double correlation(int first, int second) {
    double product = products[first][first] * products[second][second];
    double shared = products[Math.min(first, second)][Math.max(first, second)];
    // Rounding may carry a perfect correlation past 1.
    return product == 0 ? Double.NaN : Math.clamp(shared / Math.sqrt(product), -1, 1);
  }

  // One sum waits for its last addition; several in one pass wait together.

  private void multiplyTwo(int[] times, double[] a, double[] b) {
    double aa = 0;
    double ab = 0;
    double bb = 0;
    for (int k = 0; k < times.length; k++) {
      double ofA = times[k] * a[k];
      aa += ofA * a[k];
      ab += ofA * b[k];
      bb += times[k] * b[k] * b[k];
    }
    products[0][0] = aa;
    products[0][1] = ab;
    products[1][1] = bb;
  }

  private void multiplyThree(int[] times, double[] a, double[] b, double[] c) {
    double aa = 0;
    double ab = 0;
    double ac = 0;
    double bb = 0;
    double bc = 0;
    double cc = 0;
    for (int k = 0; k < times.length; k++) {
      double ofA = times[k] * a[k];
      double ofB = times[k] * b[k];
      aa += ofA * a[k];
      ab += ofA * b[k];
      ac += ofA * c[k];
      bb += ofB * b[k];
      bc += ofB * c[k];
      cc += times[k] * c[k] * c[k];
    }
    products[0][0] = aa;
    products[0][1] = ab;
    products[0][2] = ac;
    products[1][1] = bb;
    products[1][2] = bc;
    products[2][2] = cc;
  }
}
