package io.coreyield.analysis.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Ranks of a sample of which each value may stand several times, or not at all. It is sorted once,
 * so that the ranks of every resample cost one pass.
 */
final class MidRanks {

  private final int[] order;
  private final double[] values;

  /** Prepares the ranks of finite values. */
  MidRanks(double... values) {
    this.values = values.clone();
    this.order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> this.values[i]))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  /**
   * Ranks the values, 1 for the smallest; equal ones share the mean of their ranks.
   *
   * @param counts how often each value stands
   * @param ranks receives the rank of each value
   */
  void rank(int[] counts, double[] ranks) {
    int before = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      int tied = 0;
      while (to < order.length && values[order[to]] == values[order[from]]) {
        tied += counts[order[to]];
        to++;
      }
      double rank = before + (tied + 1) / 2.0;
      for (int i = from; i < to; i++) {
        ranks[order[i]] = rank;
      }
      before += tied;
      from = to;
    }
  }
}
