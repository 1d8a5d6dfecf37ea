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

  /** How long a rehearsal takes: the JVM's compilers are nearly idle after it. */
  private static final long REHEARSAL_NS = 150_000_000;

  /** What a worker sums in an operation of a rehearsal: some 20 µs of work. */
  private static final long REHEARSED_ELEMENTS = 1 << 16;

  private List<Slice> slices;
  private final WorkerGroup group;
  private final OperationLog log;

  private WorkerTrial(List<Slice> slices, WorkerGroup group, OperationLog log) {
    this.slices = slices;
    this.group = group;
    this.log = log;
  }

  /**
   * Starts the workers, each pinned to its logical CPU, and rehearses operations; empty CPUs: none
   * is pinned.
   */
  static WorkerTrial open(ConcurrencyModel model, List<Slice> slices, List<Integer> cpus) {
    WorkerGroup group = WorkerGroup.open(model, slices.size(), cpus);
    boolean ownCpuEach =
        cpus.isEmpty()
            ? slices.size() <= Runtime.getRuntime().availableProcessors()
            : Set.copyOf(cpus).size() == cpus.size();
    OperationLog log =
        new OperationLog(
            slices, allowedCpus(model, cpus), model.isParallel() && ownCpuEach, group::cpuUse);
    WorkerTrial trial = new WorkerTrial(slices, group, log);
    trial.rehearse();
    return trial;
  }

  /**
   * Runs short operations, so that the code around the kernel is compiled before it is measured:
   * the compilers would take CPU time from the workers.
   */
  private void rehearse() {
    List<Slice> whole = slices;
    List<Slice> part = whole.stream().map(slice -> slice.first(REHEARSED_ELEMENTS)).toList();
    long startNs = System.nanoTime();
    do {
      slices = part;
      operation();
    } while (System.nanoTime() - startNs < REHEARSAL_NS);
    slices = whole;
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
