package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a fork reports to the host of one iteration.
 *
 * @param operations 0 if none was completed
 * @param dispatchNs time in which an operation ran but its slowest worker did not
 * @param cpuUse of the measured processes; null if unknown
 * @param windows of a block; empty for all other operations
 * @param operationNs how long each operation took, in order; empty if they were not kept
 * @param metrics further figures by name, averaged over the iteration
 */
public record IterationReport(
    Phase phase,
    long startNs,
    long endNs,
    long operations,
    long dispatchNs,
    List<WorkerTime> workers,
    @Nullable CpuUse cpuUse,
    Set<Taint> taints,
    List<ArmWindow> windows,
    List<Long> operationNs,
    Map<String, Double> metrics)
    implements Serializable {

  /** Copies the collections; throws an {@link IllegalArgumentException} for a negative figure. */
  public IterationReport {
    Objects.requireNonNull(phase, "no phase");
    if (operations < 0 || dispatchNs < 0) {
      throw new IllegalArgumentException(
          "%d operations and dispatchNs %d: neither may be negative"
              .formatted(operations, dispatchNs));
    }
    workers = List.copyOf(workers);
    taints = Set.copyOf(taints);
    windows = List.copyOf(windows);
    operationNs = List.copyOf(operationNs);
    metrics = Map.copyOf(metrics);
  }

  /** As an iteration of a trial, with JMH's score and what the host counted meanwhile. */
  public Iteration toIteration(int index, @Nullable Double score, IterationCounters counters) {
    return new Iteration(
        index,
        phase,
        startNs,
        endNs,
        operations,
        score,
        dispatchNs,
        workers,
        taints,
        windows,
        operationNs,
        counters.with(cpuUse));
  }
}
