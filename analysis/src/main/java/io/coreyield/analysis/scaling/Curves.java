package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.Topology;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Throughput, speed-up and efficiency against workers. */
final class Curves {

  private Curves() {}

  /** One curve per kernel, model, placement, scaling, and {@code n} where a run has several. */
  static List<ScalingCurve> of(Results results, Topology topology) {
    Map<Configuration, List<Arm>> byFamily =
        results.arms().stream()
            .collect(
                Collectors.groupingBy(
                    arm -> arm.configuration().withWorkers(1),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byFamily.entrySet().stream()
        .map(family -> curve(family.getKey(), family.getValue(), results, topology))
        .toList();
  }

  private static ScalingCurve curve(
      Configuration oneWorker, List<Arm> arms, Results results, Topology topology) {
    Bend bend = new Bend(topology, results);
    return new ScalingCurve(
        oneWorker.kernel(),
        oneWorker.model(),
        oneWorker.placement(),
        oneWorker.scaling(),
        arms.stream()
            .sorted(Comparator.comparingInt(arm -> arm.configuration().workers()))
            .map(arm -> point(arm, oneWorker, results))
            .toList(),
        bend.knee(oneWorker, arms),
        bend.usl(arms),
        bend.amdahl(arms));
  }

  private static ScalingPoint point(Arm arm, Configuration oneWorker, Results results) {
    Estimate speedUp = speedUp(arm, oneWorker, results);
    return new ScalingPoint(
        arm.configuration(),
        arm.trials().size(),
        arm.elementsPerSecond(),
        speedUp,
        speedUp.times(1.0 / arm.configuration().workers()));
  }

  private static Estimate speedUp(Arm arm, Configuration oneWorker, Results results) {
    if (arm.configuration().equals(oneWorker)) {
      return Estimate.of(1, 1, 1);
    }
    return results
        .arm(oneWorker)
        .map(arm::over)
        .orElseGet(() -> Estimate.unknown("the run has no result with one worker"));
  }
}
