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
   * @param workers how many, 1 or more
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
   * Runs one slice per worker, at once, and waits for all.
   *
   * @param slices one per worker
   * @return one result per slice, in order
   * @throws WorkerFailedException if a worker fails
   */
  List<WorkerResult> run(List<Slice> slices);

  /**
   * Runs one window: each worker pins itself to its logical CPU, waits for the common start, and
   * sums until the common end. A worker that gets no CPU in time begins late.
   *
   * @param tasks one per worker that takes part, each of another worker of the group
   * @return one result per task, in order
   * @throws WorkerFailedException if a worker fails
   */
  List<WindowResult> runWindow(List<WindowTask> tasks);

  /**
   * CPU time of all processes of the workers since those began; empty if the platform has no such
   * clock.
   */
  default Optional<CpuUse> cpuUse() {
    return ProcessClock.self();
  }

  @Override
  void close();
}
