package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.concurrency.WorkerResult;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One trial in the fork: a worker group, and the log of what it did. */
final class WorkerTrial implements AutoCloseable {

  private List<Slice> slices;
  private final WorkerGroup group;
  private final OperationLog log;

  private WorkerTrial(List<Slice> slices, WorkerGroup group, OperationLog log) {
    this.slices = slices;
    this.group = group;
    this.log = log;
  }

  /** Starts the workers, each pinned to its logical CPU; empty CPUs: none is pinned. */
  static WorkerTrial open(ConcurrencyModel model, List<Slice> slices, List<Integer> cpus) {
    WorkerGroup group = WorkerGroup.open(model, slices.size(), cpus);
    boolean ownCpuEach =
        cpus.isEmpty()
            ? slices.size() <= Runtime.getRuntime().availableProcessors()
            : Set.copyOf(cpus).size() == cpus.size();
    OperationLog log =
        new OperationLog(
            slices, allowedCpus(model, cpus), model.isParallel() && ownCpuEach, group::cpuUse);
    return new WorkerTrial(slices, group, log);
  }

  private static List<Set<Integer>> allowedCpus(ConcurrencyModel model, List<Integer> cpus) {
    if (model == ConcurrencyModel.FORK_JOIN) {
      // The pool chooses which thread takes a slice.
      return Collections.nCopies(cpus.size(), Set.copyOf(cpus));
    }
    return cpus.stream().map(Set::of).toList();
  }

  OperationLog log() {
    return log;
  }

  /** One operation of all workers; the sum of their sums. */
  long operation() {
    long startNs = System.nanoTime();
    List<WorkerResult> results = group.run(slices);
    long endNs = System.nanoTime();
    List<Slice> done = slices;
    slices = done.stream().map(Slice::next).toList();
    return log.operation(startNs, endNs, done, results);
  }

  @Override
  public void close() {
    group.close();
  }
}
