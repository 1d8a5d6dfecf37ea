package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.PairArm;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.model.Workload;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RankCorrelation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    boolean isFinite() {
      return score.length > 0 && Arrays.stream(value).allMatch(Double::isFinite);
    }
  }

  private Correlations() {}

  /** One per kernel and model with a result, and load figure; then those with the clock. */
  static List<Correlation> of(Run run, Results results, Loads loads) {
    List<List<Series>> groups = new ArrayList<>(loadSeries(results, loads));
    List<Series> clocks = clockSeries(run);
    List<Series> all =
        Stream.concat(groups.stream().flatMap(List::stream), clocks.stream()).toList();
    int told = (int) all.stream().filter(Series::varies).count();
    int partials = (int) groups.stream().mapToLong(g -> partials(g)).sum();
    int comparisons = Math.max(1, told + partials);
    long seed = run.info().seed();
    List<Supplier<Correlation>> each = new ArrayList<>();
    groups.forEach(
        g -> g.forEach(s -> each.add(() -> correlation(s, mover(s, g), comparisons, seed))));
    clocks.forEach(s -> each.add(() -> correlation(s, null, comparisons, seed)));
    // Each has a seed of its own, so who comes first changes nothing.
    return each.parallelStream().map(Supplier::get).toList();
  }

  private static long partials(List<Series> group) {
    return group.stream().filter(series -> mover(series, group) != null).count();
  }

  private static List<List<Series>> loadSeries(Results results, Loads loads) {
    Map<Group, List<IterationLoad>> byGroup = new LinkedHashMap<>();
    for (Arm arm : results.arms()) {
      byGroup.put(new Group(arm.configuration().kernel(), arm.configuration().model()), List.of());
    }
    byGroup.putAll(
        loads.iterations().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Summation)
            .collect(Collectors.groupingBy(load -> group(load.trial()))));
    return byGroup.entrySet().stream()
        .map(entry ->
            FIGURES.stream().map(f -> series(entry.getKey(), f, entry.getValue())).toList())
        .toList();
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

  private static Correlation correlation(
      Series series, @Nullable Series mover, int comparisons, long seed) {
    if (mover != null) {
      RankCorrelation.Both both =
          RankCorrelation.both(
              series.score(), series.value(), mover.value(), series.forks(), comparisons, seed);
      double together = together(series, mover);
      return correlation(
          series,
          both.simple(),
          comparisons,
          new Correlation.Partial(mover.name(), together, both.partial()));
    }
    Estimate spearman =
        series.score().length == 0
            ? Estimate.unknown(series.name() + " was not recorded")
            : RankCorrelation.estimate(
                series.score(), series.value(), series.forks(), comparisons, seed);
    return correlation(series, spearman, comparisons, null);
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
  private static @Nullable Series mover(Series series, List<Series> group) {
    return group.stream()
        .filter(other -> !other.name().equals(series.name()) && series.varies() && other.varies())
        .filter(other -> Arrays.equals(other.score(), series.score()))
        .filter(other -> Math.abs(together(series, other)) >= MOVE_TOGETHER)
        .max(Comparator.comparingDouble(other -> Math.abs(together(series, other))))
        .orElse(null);
  }

  private static double together(Series a, Series b) {
    return RankCorrelation.coefficient(a.value(), b.value());
  }
}
