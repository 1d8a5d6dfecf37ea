package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.concurrency.WorkerResult;
import io.coreyield.benchmarks.kernel.PhysicalBound;
import io.coreyield.benchmarks.load.ForkLink;
import io.coreyield.benchmarks.load.IterationRecorder;
import io.coreyield.benchmarks.load.IterationReport;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.runner.IterationType;

/** Checks and adds up operations in the fork, and reports each iteration. Not thread-safe. */
final class OperationLog implements AutoCloseable {

  private final List<Slice> slices;
  private final IterationRecorder recorder;
  private final Supplier<Optional<CpuUse>> cpuClock;
  private final ForkLink link = ForkLink.open();
  private Optional<CpuUse> cpuUseBefore = Optional.empty();

  /**
   * The CPU clock counts from some fixed moment; a worker that waits is a taint only where it
   * should be on its CPU.
   *
   * @param slices one per worker; empty for operations without workers
   * @param placedOn the logical CPUs that each worker may be found on; empty: anywhere
   */
  OperationLog(
      List<Slice> slices,
      List<Set<Integer>> placedOn,
      boolean onCpuExpected,
      Supplier<Optional<CpuUse>> cpuClock) {
    this.slices = List.copyOf(slices);
    this.recorder = new IterationRecorder(slices.size(), placedOn, onCpuExpected);
    this.cpuClock = cpuClock;
  }

  /** For operations of which only the process's CPU time is known. */
  static OperationLog withoutWorkers(Supplier<Optional<CpuUse>> cpuClock) {
    return new OperationLog(List.of(), List.of(), false, cpuClock);
  }

  /** Forgets the last iteration, and waits until the host has read the load. */
  void iterationStarts() {
    recorder.reset();
    link.iterationStarts();
    cpuUseBefore = cpuClock.get();
  }

  /**
   * Adds an operation, and returns the sum of the workers' sums.
   *
   * @param done what each worker had to sum
   * @throws WorkerFailedException if a sum is wrong
   */
  long operation(long startNs, long endNs, List<Slice> done, List<WorkerResult> results) {
    recorder.operation(startNs, endNs);
    if (done.isEmpty()) {
      return 0;
    }
    long total = 0;
    long slowestNs = 0;
    for (int worker = 0; worker < done.size(); worker++) {
      WorkerResult result = results.get(worker);
      long expected = done.get(worker).expectedSum();
      if (result.sum() != expected) {
        throw WorkerFailedException.wrongSum(
            "worker %d summed %s".formatted(worker, done.get(worker)), result.sum(), expected);
      }
      recorder.worker(worker, result.spanNs(), result.cpuNs(), result.startCpu(), result.endCpu());
      slowestNs = Math.max(slowestNs, result.spanNs());
      total += result.sum();
    }
    recorder.dispatch(endNs - startNs - slowestNs);
    return total;
  }

  void operation(long startNs, long endNs) {
    recorder.operation(startNs, endNs);
  }

  /** Adds an operation that is a block of windows. */
  void block(long startNs, long endNs, List<ArmWindow> windows) {
    recorder.operation(startNs, endNs);
    recorder.windows(windows);
  }

  /** Adds a value of a metric, whose values are averaged over the iteration. */
  void metric(String name, double value) {
    recorder.metric(name, value);
  }

  /** Reports the iteration to the host, unless an element cost less than is physically possible. */
  void iterationEnded(IterationParams params) {
    iterationEnded(params.getType() == IterationType.WARMUP ? Phase.WARMUP : Phase.MEASUREMENT);
  }

  /** The same of an iteration that is not one of JMH. */
  void iterationEnded(Phase phase) {
    Optional<CpuUse> use = cpuClock.get().flatMap(now -> cpuUseBefore.map(now::since));
    IterationReport report = recorder.report(phase, use);
    rejectImpossibleCost(report);
    link.iterationEnded(report);
  }

  private void rejectImpossibleCost(IterationReport report) {
    for (int worker = 0; worker < slices.size(); worker++) {
      Slice slice = slices.get(worker);
      double elements = (double) report.operations() * (slice.to() - slice.from());
      if (elements > 0) {
        requirePossible(slice.kernel(), report.workers().get(worker).busyNs() / elements);
      }
    }
  }

  /** Throws a {@link WorkerFailedException} for a cost that no processor can have. */
  static void requirePossible(Kernel kernel, double nsPerElement) {
    WorkerFailedException.throwIf(PhysicalBound.violation(kernel, nsPerElement));
  }

  @Override
  public void close() {
    link.close();
  }
}
