package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import java.util.List;
import java.util.Optional;

/** N workers that run one operation at once. Closing ends all their threads and processes. */
public sealed interface WorkerGroup extends AutoCloseable
    permits PlatformGroup, VirtualGroup, ForkJoinGroup, ProcessGroup {

  /**
   * Starts the workers of a concurrency model.
   *
   * @param cpus the logical CPU that each worker is pinned to, in order; empty: the scheduler
   *     decides
   * @throws WorkerFailedException if a worker cannot be started or pinned
   */
  static WorkerGroup open(ConcurrencyModel model, int workers, List<Integer> cpus) {
    return switch (model) {
      case PLATFORM -> new PlatformGroup(workers, cpus);
      case VIRTUAL -> new VirtualGroup(workers, cpus);
      case FORK_JOIN -> new ForkJoinGroup(workers, cpus);
      case PROCESS -> ProcessGroup.start(workers, cpus);
      case GLOBAL_LOCK -> GlobalLock.group(workers, cpus);
    };
  }

  /**
   * Runs one slice per worker, at once; the results are in the order of the slices.
   *
   * @throws WorkerFailedException if a worker fails
   */
  List<WorkerResult> run(List<Slice> slices);

  /**
   * Runs one window: each worker pins itself to its logical CPU, waits for the common start, and
   * sums until the common end. A worker that gets no CPU in time begins late. The results are in
   * the order of the tasks, each for another worker.
   *
   * @throws WorkerFailedException if a worker fails
   */
  List<WindowResult> runWindow(List<WindowTask> tasks);

  /** CPU time of all processes of the workers since they began; empty if unknown. */
  default Optional<CpuUse> cpuUse() {
    return ProcessClock.self();
  }

  @Override
  void close();
}
