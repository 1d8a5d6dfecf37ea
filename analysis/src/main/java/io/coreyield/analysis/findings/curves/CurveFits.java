package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.yields.Yields;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.fit.KneeFit;
import io.coreyield.analysis.stats.fit.ScalabilityLaw;
import io.coreyield.analysis.stats.fit.WorkerPoint;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What is fitted to a curve: its bend at the physical cores, and the laws that hold up to there.
 */
final class CurveFits {

  private final Topology topology;
  private final Machine machine;
  private final Results results;

  CurveFits(Topology topology, Run run) {
    this.topology = topology;
    this.machine = run.info().machine();
    this.results = new Results(run);
  }

  /**
   * The bend of an unpinned curve of a parallel model under weak scaling.
   *
   * @param oneWorker the curve's configuration with one worker
   */
  Knee knee(Configuration oneWorker, List<ConfigurationResult> arms) {
    Optional<String> obstacle = obstacle(oneWorker);
    if (obstacle.isPresent()) {
      return new Knee(Estimate.unknown(obstacle.get()), null);
    }
    KneeFit fit =
        KneeFit.of(
            arms.stream().map(arm -> point(arm, relativeFrequency(arm))).toList(),
            topology.physicalCores(),
            topology.logicalCpus());
    return new Knee(fit.yield(), fit.note());
  }

  /** The Universal Scalability Law of the points up to the physical cores. */
  ScalabilityLaw usl(List<ConfigurationResult> arms) {
    return ScalabilityLaw.universal(upToTheCores(arms));
  }

  /** Amdahl's law of the same points. */
  ScalabilityLaw amdahl(List<ConfigurationResult> arms) {
    return ScalabilityLaw.amdahl(upToTheCores(arms));
  }

  /** Beyond the cores a law would count the weakness of siblings as coherency; so with a quota. */
  private List<WorkerPoint> upToTheCores(List<ConfigurationResult> arms) {
    return arms.stream()
        .filter(arm -> arm.configuration().workers() <= topology.physicalCores())
        .filter(arm -> !arm.configuration().exceedsQuotaOf(machine))
        .map(arm -> point(arm, 1))
        .toList();
  }

  private Optional<String> obstacle(Configuration c) {
    if (!topology.hasSiblings()) {
      return Optional.of(Yields.NO_PAIR);
    }
    if (machine.bindingQuota().isPresent()) {
      return Optional.of(Yields.QUOTA);
    }
    if (topology.efficiencyClasses() > 1) {
      return Optional.of("cores of several kinds: the curve bends where the slower ones begin");
    }
    if (!c.model().isParallel()) {
      return Optional.of("its workers never run at once");
    }
    return c.placement() == Placement.OS && c.scaling() == Scaling.WEAK
        ? Optional.empty()
        : Optional.of("the bend is that of unpinned workers under weak scaling");
  }

  private static WorkerPoint point(ConfigurationResult arm, double relativeFrequency) {
    return new WorkerPoint(
        arm.configuration().workers(),
        Arrays.stream(arm.throughputs()).boxed().toList(),
        relativeFrequency);
  }

  /**
   * The clock with so many workers over that with one, by the {@code range} kernel; beyond the
   * cores that with one worker per core, because siblings give no clock. 1 where it was not
   * measured.
   */
  private double relativeFrequency(ConfigurationResult arm) {
    int cores = Math.min(arm.configuration().workers(), topology.physicalCores());
    double one = rangePerWorker(1);
    double several = rangePerWorker(cores);
    return Double.isNaN(one) || Double.isNaN(several) ? 1 : several / one;
  }

  private double rangePerWorker(int workers) {
    return Clocks.curve(results, workers)
        .map(arm -> arm.elementsPerSecond().value() / workers)
        .orElse(Double.NaN);
  }
}
