package io.coreyield.analysis.findings.correlation;

import io.coreyield.analysis.findings.correlation.CorrelatedSeries.Series;
import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.yields.PairResults;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How throughput goes with load, over the measurement iterations of all worker counts, and with the
 * clock, over the windows of single workers.
 */
public final class Correlations {

  private static final String CLOCK = "clockGHz";

  private record Group(Kernel kernel, ConcurrencyModel model) {

    CorrelatedSeries of(List<Series> series) {
      return new CorrelatedSeries(kernel, model, series);
    }
  }

  /** A figure of the load with its name in files. */
  private record Figure(String name, ToDoubleFunction<IterationLoad> value) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("busyCores", IterationLoad::busyCpus),
          new Figure("siblingSharedCores", IterationLoad::siblingSharedCpus),
          new Figure("backgroundCores", IterationLoad::backgroundCpus),
          new Figure("stealCores", IterationLoad::stealCpus));

  private Correlations() {}

  /**
   * Starts the computation on all processors.
   *
   * @return waits for the correlations: one per kernel and model with a result, and load figure;
   *     then those with the clock
   */
  public static Supplier<List<Correlation>> start(Run run, Results results, Loads loads) {
    List<CorrelatedSeries> groups =
        Stream.concat(loadSeries(results, loads), clockSeries(run)).toList();
    int comparisons = Math.max(1, groups.stream().mapToInt(CorrelatedSeries::comparisons).sum());
    long seed = run.info().measured().seed();
    // Each group has its own draws, so the order of the tasks does not matter.
    List<ForkJoinTask<List<Correlation>>> tasks =
        groups.stream()
            .map(group ->
                ForkJoinPool.commonPool().submit(() -> group.correlations(comparisons, seed)))
            .toList();
    return () -> tasks.stream().flatMap(task -> task.join().stream()).toList();
  }

  private static Stream<CorrelatedSeries> loadSeries(Results results, Loads loads) {
    Map<Group, List<IterationLoad>> byGroup = new LinkedHashMap<>();
    for (ConfigurationResult arm : results.arms()) {
      byGroup.put(new Group(arm.configuration().kernel(), arm.configuration().model()), List.of());
    }
    byGroup.putAll(
        loads.iterations().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Summation)
            .collect(Collectors.groupingBy(load -> group(load.trial()))));
    return byGroup.entrySet().stream()
        .map(entry ->
            entry.getKey().of(FIGURES.stream().map(f -> series(f, entry.getValue())).toList()));
  }

  private static Group group(Trial trial) {
    return new Group(
        trial.workload().kernel().orElseThrow(), trial.workload().model().orElseThrow());
  }

  private static Series series(Figure figure, List<IterationLoad> loads) {
    List<IterationLoad> known =
        loads.stream().filter(load -> !Double.isNaN(figure.value().applyAsDouble(load))).toList();
    return new Series(
        figure.name(),
        known.stream().mapToDouble(IterationLoad::elementsPerSecond).toArray(),
        known.stream().mapToDouble(figure.value()).toArray(),
        known.stream().mapToInt(load -> load.trial().number()).toArray());
  }

  /** Of every group of pairs whose windows have a clock. */
  private static Stream<CorrelatedSeries> clockSeries(Run run) {
    return PairResults.of(run).stream()
        .flatMap(pairs ->
            Stream.of(clockSeries(pairs.trials()))
                .filter(series -> series.score().length > 0)
                .map(series -> new Group(pairs.kernel(), pairs.model()).of(List.of(series))));
  }

  private static Series clockSeries(List<Trial> trials) {
    List<Double> score = new ArrayList<>();
    List<Double> clock = new ArrayList<>();
    List<Integer> forks = new ArrayList<>();
    for (Trial trial : trials) {
      trial.measurements().stream()
          .flatMap(block -> block.windows().stream())
          .filter(window -> window.arm() == PairArm.FIRST)
          .forEach(window -> {
            Double clockGHz = window.workers().getFirst().clockGHz();
            if (clockGHz != null) {
              score.add(window.elementsPerSecond());
              clock.add(clockGHz);
              forks.add(trial.number());
            }
          });
    }
    return new Series(
        CLOCK,
        score.stream().mapToDouble(Double::doubleValue).toArray(),
        clock.stream().mapToDouble(Double::doubleValue).toArray(),
        forks.stream().mapToInt(Integer::intValue).toArray());
  }
}
