package io.coreyield.analysis.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a series changes its mean, its variance or both, by PELT.
 *
 * <p>Segments are assumed to be normal. The division minimises twice the negative log-likelihood
 * plus a penalty per changepoint. This is {@code cpt.meanvar(x, method = "PELT", test.stat =
 * "Normal", penalty = "Manual", pen.value = 15 * log(n), minseglen = 2)} of R's package
 * changepoint, the choice of Barrett et al. 2017, with two changes. Variances have a minimum, so
 * that two equal values do not form a segment. And a pruned candidate stays while the one that
 * beats it is too near to begin a segment, so that the optimum is never missed.
 *
 * <p>Sources: Killick, Fearnhead and Eckley, Optimal detection of changepoints with a linear
 * computational cost, J. American Statistical Association 107 (2012) 1590–1598; Barrett,
 * Bolz-Tereick, Killick, Mount and Tratt, Virtual machine warmup blows hot and cold, OOPSLA 2017,
 * section 4.
 */
final class Changepoints {

  /** The fewest values of a segment: one value has no variance. */
  static final int MIN_SEGMENT = 2;

  /** How many times the logarithm of the series' length a changepoint must gain. */
  static final int PENALTY = 15;

  private final double[] sums;
  private final double[] squares;
  private final double leastVariance;

  private Changepoints(double[] values, double leastVariance) {
    this.leastVariance = leastVariance;
    sums = new double[values.length + 1];
    squares = new double[values.length + 1];
    // About the mean, so that a small variance does not drown in large squares.
    double mean = Arrays.stream(values).average().orElse(0);
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + (values[i] - mean);
      squares[i + 1] = squares[i] + (values[i] - mean) * (values[i] - mean);
    }
  }

  /**
   * Finds the changepoints.
   *
   * @param values finite, in order of time
   * @param leastVariance above 0
   * @return the index of the first value of each segment but the first, ascending
   */
  static List<Integer> of(double[] values, double leastVariance) {
    if (values.length < 2 * MIN_SEGMENT) {
      return List.of();
    }
    int[] starts =
        new Changepoints(values, leastVariance).lastStarts(PENALTY * Math.log(values.length));
    List<Integer> changepoints = new ArrayList<>();
    for (int start = starts[values.length]; start > 0; start = starts[start]) {
      changepoints.addFirst(start);
    }
    return changepoints;
  }

  /** For each end of the series the first index of the last segment of its best division. */
  private int[] lastStarts(double penalty) {
    int size = sums.length - 1;
    int[] lastStarts = new int[size + 1];
    double[] best = new double[size + 1];
    best[0] = -penalty;
    int[] beaten = new int[size + 1];
    Arrays.fill(beaten, size + 1);
    List<Integer> candidates = new ArrayList<>(List.of(0));
    for (int end = MIN_SEGMENT; end <= size; end++) {
      best[end] = Double.POSITIVE_INFINITY;
      for (int start : candidates) {
        double cost = best[start] + cost(start, end) + penalty;
        if (cost < best[end]) {
          best[end] = cost;
          lastStarts[end] = start;
        }
      }
      int now = end;
      for (int start : candidates) {
        if (best[start] + cost(start, end) > best[end]) {
          beaten[start] = Math.min(beaten[start], end + MIN_SEGMENT);
        }
      }
      candidates.removeIf(start -> beaten[start] <= now + 1);
      // A segment that begins here ends with the next value at the earliest.
      if (end + 1 - MIN_SEGMENT >= MIN_SEGMENT) {
        candidates.add(end + 1 - MIN_SEGMENT);
      }
    }
    return lastStarts;
  }

  /** Twice the negative log-likelihood of one segment, without constants. */
  private double cost(int start, int end) {
    int size = end - start;
    double sum = sums[end] - sums[start];
    double variance = Math.max(0, (squares[end] - squares[start] - sum * sum / size) / size);
    double counted = Math.max(variance, leastVariance);
    return size * (Math.log(counted) + variance / counted);
  }
}
