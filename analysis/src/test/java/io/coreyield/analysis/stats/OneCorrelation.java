package io.coreyield.analysis.stats;

import io.coreyield.analysis.stats.RankCorrelation.Asked;
import java.util.List;

/** A single correlation by {@link RankCorrelation#together}. */
final class OneCorrelation {

  private OneCorrelation() {}

  static Estimate estimate(double[] xs, double[] ys, int[] forks, long seed) {
    return estimate(xs, ys, forks, 1, seed);
  }

  static Estimate estimate(double[] xs, double[] ys, int[] forks, int comparisons, long seed) {
    return RankCorrelation.together(
            List.of(xs, ys), List.of(Asked.of(0, 1)), forks, comparisons, seed)
        .getFirst();
  }

  static Estimate partial(
      double[] xs, double[] ys, double[] zs, int[] forks, int comparisons, long seed) {
    return RankCorrelation.together(
            List.of(xs, ys, zs), List.of(Asked.of(0, 1, 2)), forks, comparisons, seed)
        .getFirst();
  }
}
