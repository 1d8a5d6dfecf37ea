package io.coreyield.analysis.findings.load;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import io.coreyield.analysis.stats.RatioInterval;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * One configuration and the forks that gave a result: a side of every comparison.
 *
 * @param trials that gave a result, in order
 */
public record ConfigurationResult(Configuration configuration, List<Trial> trials) {

  private static final int MIN_SHARED_ROUNDS = 2;

  /** Throughput of all workers together in one iteration. */
  public double elementsPerSecond(Iteration iteration) {
    return elementsPerSecond(configuration, iteration);
  }

  private static double elementsPerSecond(Configuration configuration, Iteration iteration) {
    return (double) iteration.operations()
        * configuration.elementsPerOperation()
        / (iteration.durationNs() / 1e9);
  }

  /** Throughput of all workers together. */
  public Estimate elementsPerSecond() {
    return MeanInterval.of(throughputs());
  }

  /** The mean of a figure of iterations, with the fork as the unit of replication. */
  public Estimate mean(ToDoubleFunction<Iteration> figure) {
    return MeanInterval.of(
        trials.stream().mapToDouble(trial -> forkFigure(trial, figure)).toArray());
  }

  /** Throughput over that of another: within rounds if they share two, else as independent arms. */
  public Estimate over(ConfigurationResult base) {
    return over(base, ConfigurationResult::elementsPerSecond);
  }

  /** A figure over that of another, compared in the same way. */
  public Estimate over(
      ConfigurationResult base, ToDoubleBiFunction<Configuration, Iteration> figure) {
    TreeMap<Integer, Double> mine = byRound(figure);
    TreeMap<Integer, Double> others = base.byRound(figure);
    TreeSet<Integer> shared = new TreeSet<>(mine.keySet());
    shared.retainAll(others.keySet());
    if (shared.size() < MIN_SHARED_ROUNDS) {
      return RatioInterval.independent(byFork(figure), base.byFork(figure));
    }
    return RatioInterval.paired(
        shared.stream().mapToDouble(mine::get).toArray(),
        shared.stream().mapToDouble(others::get).toArray());
  }

  public double[] throughputs() {
    return byFork(ConfigurationResult::elementsPerSecond);
  }

  private double[] byFork(ToDoubleBiFunction<Configuration, Iteration> figure) {
    return trials.stream()
        .mapToDouble(trial -> forkFigure(trial, i -> figure.applyAsDouble(configuration, i)))
        .toArray();
  }

  private TreeMap<Integer, Double> byRound(ToDoubleBiFunction<Configuration, Iteration> figure) {
    return trials.stream()
        .collect(
            Collectors.groupingBy(
                Trial::round,
                TreeMap::new,
                Collectors.averagingDouble(
                    trial -> forkFigure(trial, i -> figure.applyAsDouble(configuration, i)))));
  }

  private static double forkFigure(Trial trial, ToDoubleFunction<Iteration> figure) {
    return trial.measurements().stream().mapToDouble(figure).average().orElseThrow();
  }
}
