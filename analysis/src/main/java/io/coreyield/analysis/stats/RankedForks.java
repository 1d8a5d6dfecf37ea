package io.coreyield.analysis.stats;

import io.coreyield.analysis.stats.RankCorrelation.Asked;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** Rank correlations of all forks, of forks drawn with replacement, and of all but one. */
final class RankedForks {

  /** What ranks must leave unexplained to be more than rounding. */
  private static final double MIN_UNEXPLAINED = 1e-9;

  private final RankMoments moments;
  private final int[] forks;
  private final int count;

  /**
   * Prepares the ranks of equally long series of finite values.
   *
   * @param forks the number of the fork that each value belongs to; at least one
   */
  RankedForks(int[] forks, List<double[]> series) {
    this.moments = new RankMoments(series);
    this.forks = dense(forks);
    this.count = 1 + Arrays.stream(this.forks).max().orElseThrow();
  }

  int count() {
    return count;
  }

  /** The correlations of all forks; NaN where there is none. */
  double[] all(List<Asked> asked) {
    return correlations(countsWithout(-1), asked);
  }

  /** For each correlation one value per draw. */
  double[][] draw(int draws, long seed, List<Asked> asked) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
    double[][] drawn = new double[asked.size()][draws];
    int[] counts = new int[forks.length];
    for (int r = 0; r < draws; r++) {
      int[] times = new int[count];
      for (int draw = 0; draw < count; draw++) {
        times[random.nextInt(count)]++;
      }
      for (int i = 0; i < counts.length; i++) {
        counts[i] = times[forks[i]];
      }
      keep(correlations(counts, asked), drawn, r);
    }
    return drawn;
  }

  /** For each correlation its value without each of the forks. */
  double[][] leaveOutEach(List<Asked> asked) {
    double[][] leftOut = new double[asked.size()][count];
    for (int fork = 0; fork < count; fork++) {
      keep(correlations(countsWithout(fork), asked), leftOut, fork);
    }
    return leftOut;
  }

  private static void keep(double[] values, double[][] kept, int column) {
    for (int i = 0; i < values.length; i++) {
      kept[i][column] = values[i];
    }
  }

  private int[] countsWithout(int fork) {
    return Arrays.stream(forks).map(of -> of == fork ? 0 : 1).toArray();
  }

  /** The correlations of iterations that occur so often; NaN where there is none. */
  private double[] correlations(int[] counts, List<Asked> asked) {
    moments.rank(counts);
    double[] values = new double[asked.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = correlation(asked.get(i));
    }
    return values;
  }

  private double correlation(Asked asked) {
    double xy = moments.correlation(asked.first(), asked.second());
    Integer given = asked.given();
    if (given == null) {
      return xy;
    }
    double xz = moments.correlation(asked.first(), given);
    double yz = moments.correlation(asked.second(), given);
    double unexplained = (1 - xz * xz) * (1 - yz * yz);
    return 1 - xz * xz > MIN_UNEXPLAINED && 1 - yz * yz > MIN_UNEXPLAINED
        ? Math.clamp((xy - xz * yz) / Math.sqrt(unexplained), -1, 1)
        : Double.NaN;
  }

  /** The same forks, numbered from 0 without gaps. */
  private static int[] dense(int[] forks) {
    Map<Integer, Integer> numbers = new HashMap<>();
    return Arrays.stream(forks)
        .map(fork -> numbers.computeIfAbsent(fork, _ -> numbers.size()))
        .toArray();
  }
}
