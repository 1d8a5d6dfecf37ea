package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.stats.Nested;
import io.coreyield.analysis.stats.VarianceComponents;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The cost and variance of forks and of their iterations, and the best number of iterations per
 * fork. Pooled over all groups: variances by degrees of freedom, costs as means.
 *
 * @param forkSeconds what one more fork costs before its first iteration
 * @param iterationSeconds what one more iteration costs
 * @param betweenForks variance that forks add to the logarithm of a figure; below 0 where they
 *     differ less than their iterations alone would make them
 * @param withinForks variance of the logarithm between the iterations of a fork
 * @see <a href="https://doi.org/10.1145/2464157.2464160">Kalibera, Jones: Rigorous benchmarking in
 *     reasonable time, ISMM 2013, section 5</a>
 */
record Allocation(
    double forkSeconds, double iterationSeconds, double betweenForks, double withinForks) {

  /** One iteration shows no variance within a fork. */
  static final int MIN = 2;

  /** With more, a round of many configurations takes too long to be repeated. */
  static final int MAX = 8;

  /** Four groups with two forks each, or one group with five. */
  static final int MIN_DEGREES_OF_FREEDOM = 4;

  /** The optimum is flat: one more or less costs a few percent at the most. */
  private static final int NOT_WORTH_A_CHANGE = 1;

  /**
   * From what was measured so far; empty where that is too little. Forks are compared within their
   * group, and within their core once every core has had two.
   */
  static Optional<Allocation> of(List<ForkFigures> forks) {
    List<List<ForkFigures>> strata =
        forks.stream()
            .collect(Collectors.groupingBy(ForkFigures::group, TreeMap::new, Collectors.toList()))
            .values()
            .stream()
            .flatMap(group -> strata(group).stream())
            .filter(stratum -> stratum.size() > 1)
            .toList();
    if (strata.stream().mapToInt(s -> s.size() - 1).sum() < MIN_DEGREES_OF_FREEDOM) {
      return Optional.empty();
    }
    List<VarianceComponents.Component> components = components(strata);
    if (components.size() < 2
        || components.stream().limit(2).anyMatch(c -> Double.isNaN(c.unbiased()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Allocation(
            mean(strata, ForkFigures::forkSeconds),
            mean(strata, ForkFigures::iterationSeconds),
            components.get(1).unbiased(),
            components.get(0).unbiased()));
  }

  private static Collection<List<ForkFigures>> strata(List<ForkFigures> group) {
    Map<String, List<ForkFigures>> cores =
        group.stream()
            .collect(Collectors.groupingBy(ForkFigures::core, TreeMap::new, Collectors.toList()));
    return cores.values().stream().allMatch(core -> core.size() > 1)
        ? cores.values()
        : List.of(group);
  }

  private static List<VarianceComponents.Component> components(List<List<ForkFigures>> strata) {
    return VarianceComponents.of(
            Nested.ofCores(
                strata.stream()
                    .map(stratum -> stratum.stream().map(ForkFigures::values).toList())
                    .toList()))
        .components();
  }

  private static double mean(List<List<ForkFigures>> strata, ToDoubleFunction<ForkFigures> figure) {
    return strata.stream()
        .mapToDouble(s -> s.stream().mapToDouble(figure).average().orElse(Double.NaN))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * How many iterations the next forks get, {@value #MIN} to {@value #MAX}: as many as the last
   * ones if the optimum is at most one away, or nothing varies.
   */
  int next(int now) {
    if (!(withinForks > 0)) {
      return now;
    }
    int best =
        VarianceComponents.optimalIterations(
            forkSeconds, iterationSeconds, betweenForks, withinForks);
    return Math.abs(best - now) > NOT_WORTH_A_CHANGE ? Math.clamp(best, MIN, MAX) : now;
  }

  /** Why, in words: {@code forks cost 1.1 s and vary by 0.8 %, blocks cost 0.2 s and …}. */
  String reason(String iterations) {
    return "forks cost %s and %s, %s cost %s and vary by %s"
        .formatted(
            seconds(forkSeconds),
            betweenForks > 0 ? "vary by " + percent(betweenForks) : "show no variance of their own",
            iterations,
            seconds(iterationSeconds),
            percent(withinForks));
  }

  private static String seconds(double seconds) {
    return (seconds < 10 ? "%.2g s" : "%.0f s").formatted(seconds);
  }

  private static String percent(double variance) {
    return "%.1f %%".formatted(100 * Math.sqrt(variance));
  }
}
