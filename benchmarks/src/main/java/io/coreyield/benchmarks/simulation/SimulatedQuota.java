package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.trial.IterationCounters;
import org.jspecify.annotations.Nullable;

/** The CPU quota of a simulated machine, and for how long it has stopped workers so far. */
final class SimulatedQuota {

  private static final double NS_PER_US = 1e3;

  private final @Nullable CpuQuota quota;
  private double stoppedNs;
  private double stoppedPeriods;

  SimulatedQuota(@Nullable CpuQuota quota) {
    this.quota = quota;
  }

  /** The share of its time that each of so many busy logical CPUs gets. */
  double share(int busyCpus) {
    return quota == null ? 1 : Math.min(1, quota.cpus() / busyCpus);
  }

  /** Counts a stretch of time in which so many logical CPUs are wanted. */
  void pass(double ns, int busyCpus) {
    double stopped = 1 - share(busyCpus);
    if (quota != null && stopped > 0) {
      stoppedNs += ns * busyCpus * stopped;
      stoppedPeriods += ns / (quota.periodUs() * NS_PER_US);
    }
  }

  /** The counters now, with others; null where there is no quota. */
  IterationCounters counters(long pressureNs) {
    return new IterationCounters(
        null,
        quota == null ? null : Math.round(stoppedNs),
        quota == null ? null : Math.round(stoppedPeriods),
        pressureNs,
        0L);
  }
}
