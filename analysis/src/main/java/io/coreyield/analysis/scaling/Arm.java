package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.Iteration;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import io.coreyield.analysis.stats.RatioInterval;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One configuration and the forks that gave a result: a side of every comparison.
 *
 * @param configuration what was run
 * @param trials that gave a result, in order
 */
record Arm(Configuration configuration, List<Trial> trials) {

  private static final int LEAST_SHARED_ROUNDS = 2;

  /** Throughput of all workers together in one iteration. */
  double elementsPerSecond(Iteration iteration) {
    return (double) iteration.operations()
        * configuration.elementsPerOperation()
        / (iteration.durationNs() / 1e9);
  }

  /** Throughput of all workers together. */
  Estimate elementsPerSecond() {
    return mean(this::elementsPerSecond);
  }

  /** The mean of a figure of iterations, with the fork as the unit of replication. */
  Estimate mean(ToDoubleFunction<Iteration> figure) {
    return MeanInterval.of(
        trials.stream().mapToDouble(trial -> forkFigure(trial, figure)).toArray());
  }

  /**
   * This arm's throughput over another's: within rounds if they share two or more of them, else as
   * independent arms.
   */
  Estimate over(Arm base) {
    TreeMap<Integer, Double> mine = throughputByRound();
    TreeMap<Integer, Double> others = base.throughputByRound();
    TreeSet<Integer> shared = new TreeSet<>(mine.keySet());
    shared.retainAll(others.keySet());
    if (shared.size() < LEAST_SHARED_ROUNDS) {
      return RatioInterval.independent(throughputs(), base.throughputs());
    }
    return RatioInterval.paired(
        shared.stream().mapToDouble(mine::get).toArray(),
        shared.stream().mapToDouble(others::get).toArray());
  }

  double[] throughputs() {
    return trials.stream().mapToDouble(this::throughput).toArray();
  }

  private TreeMap<Integer, Double> throughputByRound() {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                Trial::round, TreeMap::new, Collectors.averagingDouble(this::throughput)));
  }

  private double throughput(Trial trial) {
    return forkFigure(trial, this::elementsPerSecond);
  }

  private static double forkFigure(Trial trial, ToDoubleFunction<Iteration> figure) {
    return trial.measurements().stream().mapToDouble(figure).average().orElseThrow();
  }
}
