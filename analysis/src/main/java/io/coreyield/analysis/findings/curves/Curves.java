package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.trust.Comparisons;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.stats.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Throughput, speed-up and efficiency against workers. */
public final class Curves {

  private Curves() {}

  /** One curve per kernel, model, placement, scaling, and {@code n} where a run has several. */
  public static List<ScalingCurve> of(TaintSplit evidence, Topology topology) {
    Results results = new Results(evidence.headline());
    Map<Configuration, List<ConfigurationResult>> byFamily =
        results.arms().stream()
            .collect(
                Collectors.groupingBy(
                    arm -> arm.configuration().withWorkers(1),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byFamily.entrySet().stream()
        .map(family -> curve(family.getKey(), family.getValue(), evidence, topology))
        .toList();
  }

  private static ScalingCurve curve(
      Configuration oneWorker,
      List<ConfigurationResult> arms,
      TaintSplit evidence,
      Topology topology) {
    CurveFits bend = new CurveFits(topology, new Results(evidence.headline()));
    return new ScalingCurve(
        oneWorker.kernel(),
        oneWorker.model(),
        oneWorker.placement(),
        oneWorker.scaling(),
        arms.stream()
            .sorted(Comparator.comparingInt(arm -> arm.configuration().workers()))
            .map(arm -> point(arm, oneWorker, evidence))
            .toList(),
        bend.knee(oneWorker, arms),
        bend.usl(arms),
        bend.amdahl(arms));
  }

  private static ScalingPoint point(
      ConfigurationResult arm, Configuration oneWorker, TaintSplit evidence) {
    TaintCheck taints = throughput(arm.configuration(), evidence);
    TaintCheck speedUp = speedUp(arm.configuration(), oneWorker, evidence);
    return new ScalingPoint(
        arm.configuration(),
        arm.trials().size(),
        taints.headline(),
        speedUp.headline(),
        speedUp.headline().times(1.0 / arm.configuration().workers()),
        taints,
        speedUp);
  }

  private static TaintCheck throughput(Configuration configuration, TaintSplit evidence) {
    TaintSplit.Counts counts = evidence.of(configuration);
    return TaintCheck.of(
        throughput(configuration, new Results(evidence.all())),
        throughput(configuration, new Results(evidence.untainted())),
        counts,
        counts.areEnoughUntainted());
  }

  private static Estimate throughput(Configuration configuration, Results results) {
    return results
        .arm(configuration)
        .map(ConfigurationResult::elementsPerSecond)
        .orElseGet(() -> Estimate.unknown("no iteration without a taint is left"));
  }

  private static TaintCheck speedUp(
      Configuration configuration, Configuration oneWorker, TaintSplit evidence) {
    if (configuration.equals(oneWorker)) {
      TaintSplit.Counts counts = evidence.of(configuration);
      Estimate one = Estimate.of(1, 1, 1);
      return new TaintCheck(one, one, counts.iterations(), counts.tainted(), true, false);
    }
    if (new Results(evidence.all()).arm(oneWorker).isEmpty()) {
      return TaintCheck.untaintedOnly(Estimate.unknown("the run has no result with one worker"), 0);
    }
    return Comparisons.of(evidence, configuration, oneWorker, ConfigurationResult::over);
  }
}
