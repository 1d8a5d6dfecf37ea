package io.coreyield.benchmarks;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.stats.SteadyState;
import io.coreyield.benchmarks.concurrency.Slice;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.concurrency.WorkerResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One trial in the fork: a worker group, and the log of what it did. */
final class WorkerTrial implements AutoCloseable {

  /** The longest rehearsal: the JVM's compilers are nearly idle after it. */
  private static final long MAX_REHEARSAL_NS = 150_000_000;

  /** The shortest one: before, the rate may rest while a compiler works. */
  private static final long MIN_REHEARSAL_NS = 60_000_000;

  /** A stretch of a rehearsal, of which the rate is taken. */
  private static final long STRETCH_NS = 5_000_000;

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
   * Runs short operations until their rate is steady, so that the code around the kernel is
   * compiled before it is measured: the compilers would take CPU time from the workers.
   */
  private void rehearse() {
    List<Slice> whole = slices;
    List<Slice> part = whole.stream().map(slice -> slice.first(REHEARSED_ELEMENTS)).toList();
    List<Double> rates = new ArrayList<>();
    long startNs = System.nanoTime();
    long ns;
    do {
      rates.add(rate(part));
      ns = System.nanoTime() - startNs;
    } while (ns < MAX_REHEARSAL_NS && !(ns >= MIN_REHEARSAL_NS && isSteady(rates)));
    slices = whole;
  }

  /** Operations a second over a stretch of time. */
  private double rate(List<Slice> part) {
    long startNs = System.nanoTime();
    int operations = 0;
    long ns;
    do {
      slices = part;
      operation();
      operations++;
      ns = System.nanoTime() - startNs;
    } while (ns < STRETCH_NS);
    return operations / (ns / 1e9);
  }

  /**
   * Runs operations until their speed is steady, and reports them as an iteration of warm-up.
   *
   * @param max when to end in any case; one operation runs at least
   */
  void warmUp(Duration max) {
    log.iterationStarts();
    List<Double> speeds = new ArrayList<>();
    long beganNs = System.nanoTime();
    long endNs;
    do {
      long startNs = System.nanoTime();
      operation();
      endNs = System.nanoTime();
      speeds.add(1e9 / (endNs - startNs));
    } while (endNs - beganNs < max.toNanos() && !isSteady(speeds));
    log.iterationEnded(Phase.WARMUP);
  }

  private static boolean isSteady(List<Double> speeds) {
    return SteadyState.isReached(speeds.stream().mapToDouble(Double::doubleValue).toArray());
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
