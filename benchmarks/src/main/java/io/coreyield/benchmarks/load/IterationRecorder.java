package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Adds up one iteration in the fork. Not thread-safe: one thread runs the operations. */
public final class IterationRecorder {

  /** An iteration with more operations reports no single one; at 10 ms each, it takes minutes. */
  static final int MAX_OPERATIONS_KEPT = 10_000;

  private static final long UNKNOWN = -1;

  private final List<Set<Integer>> placedOn;
  private final boolean onCpuExpected;
  private final WorkerSum[] workers;
  private final List<ArmWindow> windows = new ArrayList<>();
  private final Map<String, double[]> metrics = new TreeMap<>();
  // Allocated once, so that nothing is allocated between operations.
  private final long[] operationNs = new long[MAX_OPERATIONS_KEPT];
  private long startNs;
  private long endNs;
  private long operations;
  private long dispatchNs;

  /**
   * Records this number of workers.
   *
   * @param placedOn the logical CPUs that each may be found on; empty: anywhere
   * @param onCpuExpected whether a worker that waits is a taint: not under a global lock, nor where
   *     workers share a logical CPU
   */
  public IterationRecorder(int workers, List<Set<Integer>> placedOn, boolean onCpuExpected) {
    this.placedOn = List.copyOf(placedOn);
    this.onCpuExpected = onCpuExpected;
    this.workers = new WorkerSum[workers];
    reset();
  }

  public void reset() {
    for (int worker = 0; worker < workers.length; worker++) {
      workers[worker] = new WorkerSum();
    }
    windows.clear();
    metrics.clear();
    operations = 0;
    dispatchNs = 0;
  }

  public void operation(long operationStartNs, long operationEndNs) {
    if (operations == 0) {
      startNs = operationStartNs;
    }
    if (operations < MAX_OPERATIONS_KEPT) {
      operationNs[(int) operations] = operationEndNs - operationStartNs;
    }
    endNs = operationEndNs;
    operations++;
  }

  /** Adds what one worker did in the operation that was added last. */
  public void worker(int worker, long spanNs, long cpuNs, int startCpu, int endCpu) {
    workers[worker].add(spanNs, cpuNs, startCpu, endCpu);
  }

  /** Adds the part of the last operation in which its slowest worker did not run. */
  public void dispatch(long ns) {
    dispatchNs += Math.max(0, ns);
  }

  /** Adds the windows of the operation that was added last: it was a block. */
  public void windows(List<ArmWindow> ofBlock) {
    windows.addAll(ofBlock);
  }

  /** Adds a value of a metric, whose values are averaged over the iteration. */
  public void metric(String name, double value) {
    double[] sum = metrics.computeIfAbsent(name, key -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  /** What was added since the last reset. */
  public IterationReport report(Phase phase, Optional<CpuUse> cpuUse) {
    List<WorkerTime> times = new ArrayList<>(workers.length);
    for (WorkerSum worker : workers) {
      times.add(worker.time());
    }
    Map<String, Double> means = new TreeMap<>();
    metrics.forEach((name, sum) -> means.put(name, sum[0] / sum[1]));
    return new IterationReport(
        phase,
        startNs,
        endNs,
        operations,
        dispatchNs,
        times,
        cpuUse.orElse(null),
        taints(times),
        List.copyOf(windows),
        eachOperation(),
        means);
  }

  /** None for a block: most of its time is waiting and clock readings. */
  private List<Long> eachOperation() {
    return windows.isEmpty() && operations <= MAX_OPERATIONS_KEPT
        ? Arrays.stream(operationNs, 0, (int) operations).boxed().toList()
        : List.of();
  }

  private Set<Taint> taints(List<WorkerTime> times) {
    Set<Taint> taints = EnumSet.noneOf(Taint.class);
    if (onCpuExpected && times.stream().anyMatch(t -> t.onCpuShare() < Taint.OFF_CPU.threshold())) {
      taints.add(Taint.OFF_CPU);
    }
    for (int worker = 0; worker < placedOn.size(); worker++) {
      if (workers[worker].seenOutside(placedOn.get(worker))) {
        taints.add(Taint.MISPLACED);
      }
    }
    for (ArmWindow window : windows) {
      addTaints(window, taints);
    }
    return taints;
  }

  private static void addTaints(ArmWindow window, Set<Taint> taints) {
    if (window.workers().stream().anyMatch(WindowWorker::isMisplaced)) {
      taints.add(Taint.MISPLACED);
    }
    // Two workers on one logical CPU wait for each other by design.
    if (window.arm() != PairArm.SAME
        && window.workers().stream().anyMatch(w -> w.onCpuShare() < Taint.OFF_CPU.threshold())) {
      taints.add(Taint.OFF_CPU);
    }
  }

  private static final class WorkerSum {
    private long busyNs;
    private long cpuNs;
    private long firstCpu = UNKNOWN;
    private long lastCpu = UNKNOWN;
    private long migrations;
    private final BitSet seen = new BitSet();

    void add(long spanNs, long spanCpuNs, int startCpu, int endCpu) {
      busyNs += spanNs;
      cpuNs = cpuNs == UNKNOWN || spanCpuNs == UNKNOWN ? UNKNOWN : cpuNs + spanCpuNs;
      if (startCpu < 0 || endCpu < 0) {
        return;
      }
      boolean first = firstCpu == UNKNOWN;
      if (first) {
        firstCpu = startCpu;
      }
      migrations += startCpu != endCpu || (!first && startCpu != lastCpu) ? 1 : 0;
      lastCpu = endCpu;
      seen.set(startCpu);
      seen.set(endCpu);
    }

    boolean seenOutside(Set<Integer> cpus) {
      return seen.stream().anyMatch(cpu -> !cpus.contains(cpu));
    }

    WorkerTime time() {
      return new WorkerTime(
          busyNs,
          cpuNs == UNKNOWN ? null : cpuNs,
          firstCpu == UNKNOWN ? null : (int) firstCpu,
          lastCpu == UNKNOWN ? null : (int) lastCpu,
          migrations);
    }
  }
}
