package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.PairArm;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.model.Workload;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RankCorrelation;
import io.coreyield.analysis.stats.RankCorrelation.Asked;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How throughput goes with load, over the measurement iterations of all worker counts, and with the
 * clock, over the windows of single workers.
 */
final class Correlations {

  /** From here on two figures move so much together that each is also told at an equal other. */
  static final double MOVE_TOGETHER = 0.7;

  private static final String CLOCK = "clockGHz";

  private record Group(Kernel kernel, ConcurrencyModel model) {}

  /** A figure of the load with its name in files. */
  private record Figure(String name, ToDoubleFunction<IterationLoad> value) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("busyCores", IterationLoad::busyCpus),
          new Figure("siblingSharedCores", IterationLoad::siblingSharedCpus),
          new Figure("foreignCores", IterationLoad::foreignCpus),
          new Figure("stealCores", IterationLoad::stealCpus));

  /** Figures of the same iterations, in the same order. */
  @SuppressWarnings("ArrayRecordComponent") // Nobody compares or keeps them.
  private record Series(Group group, String name, double[] score, double[] value, int[] forks) {

    boolean varies() {
      return isFinite()
          && Arrays.stream(score).distinct().count() > 1
          && Arrays.stream(value).distinct().count() > 1;
    }

    boolean isOfSameIterations(Series other) {
      return group.equals(other.group)
          && isFinite()
          && other.isFinite()
          && Arrays.equals(score, other.score)
          && Arrays.equals(forks, other.forks);
    }

    boolean isFinite() {
      return score.length > 0 && Arrays.stream(value).allMatch(Double::isFinite);
    }
  }

  private Correlations() {}

  /** As {@link #start}, at once. */
  static List<Correlation> of(Run run, Results results, Loads loads) {
    return start(run, results, loads).get();
  }

  /**
   * Starts to work them out on all processors.
   *
   * @return waits for all: one per kernel and model with a result, and load figure; then those with
   *     the clock
   */
  static Supplier<List<Correlation>> start(Run run, Results results, Loads loads) {
    List<Series> all =
        Stream.concat(loadSeries(results, loads), clockSeries(run).stream()).toList();
    List<List<Series>> sets = ofSameIterations(all);
    int told = (int) all.stream().filter(Series::varies).count();
    int partials = (int) sets.stream().mapToLong(set -> partials(set)).sum();
    int comparisons = Math.max(1, told + partials);
    long seed = run.info().seed();
    // Each has draws of its own, so who comes first changes nothing.
    List<ForkJoinTask<Map<Series, Correlation>>> tasks =
        sets.stream()
            .map(
                set -> ForkJoinPool.commonPool().submit(() -> correlations(set, comparisons, seed)))
            .toList();
    return () -> {
      Map<Series, Correlation> done = new HashMap<>();
      tasks.forEach(task -> done.putAll(task.join()));
      return all.stream().map(series -> Objects.requireNonNull(done.get(series))).toList();
    };
  }

  /** Series of the same iterations stand together: they share draws, and can move together. */
  private static List<List<Series>> ofSameIterations(List<Series> all) {
    List<List<Series>> sets = new ArrayList<>();
    for (Series series : all) {
      sets.stream()
          .filter(set -> set.getFirst().isOfSameIterations(series))
          .findFirst()
          .ifPresentOrElse(
              set -> set.add(series), () -> sets.add(new ArrayList<>(List.of(series))));
    }
    return sets;
  }

  private static long partials(List<Series> set) {
    return set.stream().filter(series -> mover(series, set) != null).count();
  }

  private static Stream<Series> loadSeries(Results results, Loads loads) {
    Map<Group, List<IterationLoad>> byGroup = new LinkedHashMap<>();
    for (Arm arm : results.arms()) {
      byGroup.put(new Group(arm.configuration().kernel(), arm.configuration().model()), List.of());
    }
    byGroup.putAll(
        loads.iterations().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Summation)
            .collect(Collectors.groupingBy(load -> group(load.trial()))));
    return byGroup.entrySet().stream()
        .flatMap(entry -> FIGURES.stream().map(f -> series(entry.getKey(), f, entry.getValue())));
  }

  private static Group group(Trial trial) {
    return new Group(
        trial.workload().kernel().orElseThrow(), trial.workload().model().orElseThrow());
  }

  private static Series series(Group group, Figure figure, List<IterationLoad> loads) {
    List<IterationLoad> known =
        loads.stream().filter(load -> !Double.isNaN(figure.value().applyAsDouble(load))).toList();
    return new Series(
        group,
        figure.name(),
        known.stream().mapToDouble(IterationLoad::elementsPerSecond).toArray(),
        known.stream().mapToDouble(figure.value()).toArray(),
        known.stream().mapToInt(load -> load.trial().number()).toArray());
  }

  /** Of every group of pairs whose windows have a clock. */
  private static List<Series> clockSeries(Run run) {
    return PairResults.of(run).stream()
        .map(pairs -> clockSeries(new Group(pairs.kernel(), pairs.model()), pairs.trials()))
        .filter(series -> series.score().length > 0)
        .toList();
  }

  private static Series clockSeries(Group group, List<Trial> trials) {
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
        group,
        CLOCK,
        score.stream().mapToDouble(Double::doubleValue).toArray(),
        clock.stream().mapToDouble(Double::doubleValue).toArray(),
        forks.stream().mapToInt(Integer::intValue).toArray());
  }

  private static Map<Series, Correlation> correlations(
      List<Series> set, int comparisons, long seed) {
    List<@Nullable Series> movers = set.stream().map(series -> mover(series, set)).toList();
    Iterator<Estimate> told = told(set, movers, comparisons, seed).iterator();
    Map<Series, Correlation> correlations = new HashMap<>();
    for (int i = 0; i < set.size(); i++) {
      Series series = set.get(i);
      Series mover = movers.get(i);
      Estimate simple = told.next();
      correlations.put(
          series,
          correlation(
              series,
              simple,
              comparisons,
              mover == null
                  ? null
                  : new Correlation.Partial(mover.name(), together(series, mover), told.next())));
    }
    return correlations;
  }

  /** Of each series the simple correlation, and after it the partial one where it has a mover. */
  private static List<Estimate> told(
      List<Series> set, List<@Nullable Series> movers, int comparisons, long seed) {
    Series any = set.getFirst();
    if (any.score().length == 0) {
      return set.stream().map(s -> Estimate.unknown(s.name() + " was not recorded")).toList();
    }
    List<double[]> figures = new ArrayList<>(List.of(any.score()));
    set.forEach(series -> figures.add(series.value()));
    List<Asked> asked = new ArrayList<>();
    for (int i = 0; i < set.size(); i++) {
      asked.add(Asked.of(0, 1 + i));
      Series mover = movers.get(i);
      if (mover != null) {
        asked.add(Asked.of(0, 1 + i, 1 + set.indexOf(mover)));
      }
    }
    return RankCorrelation.together(figures, asked, any.forks(), comparisons, seed);
  }

  private static Correlation correlation(
      Series series, Estimate spearman, int comparisons, Correlation.@Nullable Partial partial) {
    return new Correlation(
        series.group().kernel(),
        series.group().model(),
        series.name(),
        spearman,
        series.score().length,
        comparisons,
        partial);
  }

  /** The other figure of the same iterations that moves most with this one; null if none does. */
  private static @Nullable Series mover(Series series, List<Series> set) {
    return set.stream()
        .filter(other -> !other.name().equals(series.name()) && series.varies() && other.varies())
        .filter(other -> Math.abs(together(series, other)) >= MOVE_TOGETHER)
        .max(Comparator.comparingDouble(other -> Math.abs(together(series, other))))
        .orElse(null);
  }

  private static double together(Series a, Series b) {
    return RankCorrelation.coefficient(a.value(), b.value());
  }
}
