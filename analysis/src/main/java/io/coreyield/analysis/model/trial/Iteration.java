package io.coreyield.analysis.model.trial;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One JMH iteration: the window of its operations and what was counted in it.
 *
 * @param index 0-based within its trial, warm-up included
 * @param phase whether it counts
 * @param startNs start of the first operation, on the run's clock
 * @param endNs end of the last operation, on the run's clock
 * @param operations how many operations were completed, 1 or more
 * @param score JMH's own score of the iteration, milliseconds per operation; null for warm-up
 * @param dispatchNs time in which an operation was under way but the slowest worker was not: the
 *     cost of starting and joining, summed over operations
 * @param workers one entry per worker, in order; empty for an idle trial and for that of a pair
 * @param taints reasons to distrust it
 * @param windows of a trial of a pair, in the order in which they ran: the iteration is one block;
 *     empty for all others
 * @param operationNs how long each operation took, in order, dispatch included; one per operation,
 *     or empty where they were not kept
 * @param counters what the operating system counted over the iteration
 */
public record Iteration(
    int index,
    Phase phase,
    long startNs,
    long endNs,
    long operations,
    @Nullable Double score,
    long dispatchNs,
    List<WorkerTime> workers,
    Set<Taint> taints,
    List<ArmWindow> windows,
    List<Long> operationNs,
    IterationCounters counters) {

  /**
   * Copies the collections and checks the ranges.
   *
   * @throws IllegalArgumentException if the window is empty or a count is out of range
   */
  public Iteration {
    if (index < 0 || operations < 1 || dispatchNs < 0) {
      throw new IllegalArgumentException(
          "iteration %d with %d operations and dispatchNs %d: none may be negative, and operations not 0"
              .formatted(index, operations, dispatchNs));
    }
    if (endNs <= startNs) {
      throw new IllegalArgumentException(
          "iteration %d ends at %d, not after its start %d".formatted(index, endNs, startNs));
    }
    if (score != null && !(score > 0 && Double.isFinite(score))) {
      throw new IllegalArgumentException(
          "iteration %d has score %s: it must be positive and finite".formatted(index, score));
    }
    workers = List.copyOf(workers);
    taints = Set.copyOf(taints);
    windows = List.copyOf(windows);
    operationNs = List.copyOf(operationNs);
    if (!operationNs.isEmpty() && operationNs.size() != operations) {
      throw new IllegalArgumentException(
          "iteration %d has %d operations and %d times of one"
              .formatted(index, operations, operationNs.size()));
    }
  }

  /** An iteration of which only the CPU time was counted, without windows and single operations. */
  public Iteration(
      int index,
      Phase phase,
      long startNs,
      long endNs,
      long operations,
      @Nullable Double score,
      long dispatchNs,
      List<WorkerTime> workers,
      @Nullable CpuUse cpuUse,
      Set<Taint> taints) {
    this(
        index,
        phase,
        startNs,
        endNs,
        operations,
        score,
        dispatchNs,
        workers,
        taints,
        List.of(),
        List.of(),
        IterationCounters.UNKNOWN.with(cpuUse));
  }

  /** CPU time of the measured processes over the iteration; null where it was not counted. */
  public @Nullable CpuUse cpuUse() {
    return counters.cpuUse();
  }

  /** Length of the window. */
  public long durationNs() {
    return endNs - startNs;
  }

  /** Whether it counts for figures. */
  public boolean isMeasurement() {
    return phase == Phase.MEASUREMENT;
  }
}
