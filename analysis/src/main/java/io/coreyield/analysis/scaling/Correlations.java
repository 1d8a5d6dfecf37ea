package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.Workload;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.RankCorrelation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How throughput goes with load, over the measurement iterations of all worker counts. */
final class Correlations {

  private record Group(Kernel kernel, ConcurrencyModel model) {}

  /** A figure of the load with its name in files. */
  private record Figure(String name, ToDoubleFunction<IterationLoad> value) {}

  private static final List<Figure> FIGURES =
      List.of(
          new Figure("busyCores", IterationLoad::busyCpus),
          new Figure("foreignCores", IterationLoad::foreignCpus),
          new Figure("stealCores", IterationLoad::stealCpus));

  private Correlations() {}

  /** One per kernel and model with a result, and load figure. */
  static List<Correlation> of(Run run, Results results, Loads loads) {
    Map<Group, List<IterationLoad>> byGroup = new LinkedHashMap<>();
    for (Arm arm : results.arms()) {
      byGroup.put(new Group(arm.configuration().kernel(), arm.configuration().model()), List.of());
    }
    byGroup.putAll(
        loads.iterations().stream()
            .filter(load -> load.trial().workload() instanceof Workload.Summation)
            .collect(Collectors.groupingBy(Correlations::group)));
    return byGroup.entrySet().stream()
        .flatMap(entry -> correlations(entry.getKey(), entry.getValue(), run.info().seed()))
        .toList();
  }

  private static Group group(IterationLoad load) {
    return load.trial()
        .configuration()
        .map(c -> new Group(c.kernel(), c.model()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Correlation> correlations(
      Group group, List<IterationLoad> loads, long seed) {
    return FIGURES.stream().map(figure -> correlation(group, figure, loads, seed));
  }

  private static Correlation correlation(
      Group group, Figure figure, List<IterationLoad> loads, long seed) {
    List<IterationLoad> known =
        loads.stream().filter(load -> !Double.isNaN(figure.value().applyAsDouble(load))).toList();
    Estimate spearman =
        known.isEmpty()
            ? Estimate.unknown(figure.name() + " was not recorded")
            : RankCorrelation.estimate(
                known.stream().mapToDouble(IterationLoad::elementsPerSecond).toArray(),
                known.stream().mapToDouble(figure.value()).toArray(),
                known.stream().mapToInt(load -> load.trial().number()).toArray(),
                seed);
    return new Correlation(group.kernel(), group.model(), figure.name(), spearman, known.size());
  }
}
