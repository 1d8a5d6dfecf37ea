package io.coreyield.analysis.findings.curves;

import io.coreyield.analysis.findings.load.ConfigurationResult;
import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.WorkerTime;
import io.coreyield.analysis.stats.Estimate;
import java.util.Optional;

/**
 * The clock of the cores by the {@code range} kernel on a curve: one dependent addition a cycle, so
 * that elements over the CPU time of a worker are its clock, whatever else it waited for.
 */
public final class Clocks {

  private Clocks() {}

  /**
   * The clock with one worker per core over that with one worker.
   *
   * @return a factor; unknown, with the reason, where a point is missing
   */
  public static Estimate allCores(Results results, Topology topology) {
    int cores = topology.physicalCores();
    if (cores < 2) {
      return Estimate.unknown("there is one core");
    }
    Optional<ConfigurationResult> one = curve(results, 1);
    Optional<ConfigurationResult> all = curve(results, cores);
    if (one.isEmpty() || all.isEmpty()) {
      return Estimate.unknown(
          "the run has no range kernel on platform threads with one worker and one per core");
    }
    return all.get().over(one.get(), Clocks::elementsPerCpuSecond);
  }

  static Optional<ConfigurationResult> curve(Results results, int workers) {
    return results.arms().stream()
        .filter(arm -> isClock(arm.configuration()) && arm.configuration().workers() == workers)
        .findFirst();
  }

  /** Whether a configuration measures the clock: {@code range} on unpinned platform threads. */
  static boolean isClock(Configuration c) {
    return c.kernel() == Kernel.RANGE
        && c.model() == ConcurrencyModel.PLATFORM
        && c.placement() == Placement.OS
        && c.scaling() == Scaling.WEAK;
  }

  /** Mean over workers; NaN where their CPU time is unknown. */
  private static double elementsPerCpuSecond(Configuration configuration, Iteration iteration) {
    double cpuNs = WorkerTime.cpuNs(iteration.workers());
    return (double) iteration.operations() * configuration.elementsPerOperation() / (cpuNs / 1e9);
  }
}
