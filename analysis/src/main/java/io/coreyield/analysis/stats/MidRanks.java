package io.coreyield.analysis.stats;

import java.util.Arrays;

/**
 * Ranks of a sample in which each value may occur several times or not at all. Equal values are
 * found once, so that ranking a resample takes one pass.
 */
final class MidRanks {

  private final int[] places;
  private final int[] tied;
  private final double[] ranks;

  /** Prepares the ranks of finite values. */
  MidRanks(double... values) {
    double[] distinct = Arrays.stream(values).map(MidRanks::positive).sorted().distinct().toArray();
    this.places =
        Arrays.stream(values).mapToInt(v -> Arrays.binarySearch(distinct, positive(v))).toArray();
    this.tied = new int[distinct.length];
    this.ranks = new double[distinct.length];
  }

  /** The two zeros are equal as numbers, and not in a search. */
  private static double positive(double value) {
    return value == 0 ? 0.0 : value;
  }

  /**
   * Ranks the values, 1 for the smallest; equal ones share the mean of their ranks.
   *
   * @param counts how often each value occurs
   * @param less is taken from each rank
   * @param received receives the rank of each value, less {@code less}
   */
  void rank(int[] counts, double less, double[] received) {
    Arrays.fill(tied, 0);
    for (int k = 0; k < places.length; k++) {
      tied[places[k]] += counts[k];
    }
    int before = 0;
    for (int place = 0; place < tied.length; place++) {
      ranks[place] = before + (tied[place] + 1) / 2.0 - less;
      before += tied[place];
    }
    for (int k = 0; k < places.length; k++) {
      received[k] = ranks[places[k]];
    }
  }
}
