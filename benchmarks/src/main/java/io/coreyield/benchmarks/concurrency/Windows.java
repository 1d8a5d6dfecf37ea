package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.kernel.PhysicalBound;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.libc.ThreadClock;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Windows of equal length. Only the part in which all workers ran counts. Workers on one logical
 * CPU take turns: for them the whole time counts in which at least one was between its first and
 * last chunk.
 */
public final class Windows {

  /** From the request to the common start: dispatch takes 0.1 ms, and more on a busy machine. */
  private static final long LEAD_NS = 2_000_000;

  private static final int MAX_TRIES = 5;
  private static final long MIN_STOP_NS = 1_000_000_000;
  private static final long NS_PER_MS = 1_000_000;

  private Windows() {}

  /**
   * Where one worker of the group runs its window, and what.
   *
   * @param worker 0-based
   * @param arrayElements of its array; 0 for a kernel without one
   * @param readsClock whether it reads the clock afterwards: of the workers on one core only one
   *     does, so that its sibling rests
   */
  public record Place(int worker, int cpu, Kernel kernel, int arrayElements, boolean readsClock) {

    WindowTask task(long startNs, long endNs, WindowTask.ClockReading clock) {
      return new WindowTask(worker, cpu, kernel, arrayElements, startNs, endNs, clock);
    }
  }

  /**
   * The part of a window that counts.
   *
   * @param startNs when the last worker began; the first, if they share a logical CPU
   * @param endNs when the first worker ended; the last, if they share a logical CPU
   * @param workers one entry per logical CPU, in order
   */
  public record Measured(long startNs, long endNs, List<WindowWorker> workers) {

    public double elementsPerSecond() {
      return workers.stream().mapToDouble(WindowWorker::elements).sum() / ((endNs - startNs) / 1e9);
    }
  }

  /**
   * Runs one window, and repeats it if its workers ran together for less than half of it, or if all
   * were stopped for a while.
   *
   * @throws WorkerFailedException if a sum is wrong, a clock is impossible, or no try gave half a
   *     window
   */
  public static Measured run(WorkerGroup group, List<Place> places, int windowMs) {
    List<Integer> cpus = places.stream().map(Place::cpu).toList();
    WindowTask.ClockReading reading =
        takeTurns(cpus) ? WindowTask.ClockReading.AFTER_THE_OTHER : WindowTask.ClockReading.AT_ONCE;
    for (int tries = 0; tries < MAX_TRIES; tries++) {
      long startNs = System.nanoTime() + LEAD_NS;
      long endNs = startNs + windowMs * NS_PER_MS;
      List<WindowTask> tasks = new ArrayList<>();
      for (Place place : places) {
        WindowTask.ClockReading clock = place.readsClock() ? reading : WindowTask.ClockReading.NONE;
        tasks.add(place.task(startNs, endNs, clock));
      }
      Optional<Measured> measured = overlap(tasks, group.runWindow(tasks), windowMs);
      if (measured.isPresent()) {
        return measured.get();
      }
    }
    throw new WorkerFailedException(
        "the workers on logical CPUs %s never ran together for half of %d ms: the machine is too busy"
            .formatted(cpus, windowMs));
  }

  /**
   * Lets all workers open their kernels at once, each on its logical CPU, so that arrays are filled
   * in parallel, and sum a chunk.
   *
   * @throws WorkerFailedException if a sum is wrong
   */
  public static void open(WorkerGroup group, List<Place> places) {
    long startNs = System.nanoTime();
    List<WindowTask> tasks =
        places.stream()
            .map(place -> place.task(startNs, startNs + 1, WindowTask.ClockReading.AT_ONCE))
            .toList();
    List<WindowResult> results = group.runWindow(tasks);
    for (int i = 0; i < tasks.size(); i++) {
      requireRightSum(tasks.get(i), results.get(i));
    }
  }

  private static boolean takeTurns(List<Integer> cpus) {
    return cpus.stream().distinct().count() < cpus.size();
  }

  /**
   * Empty if the workers ran together for less than half of the window, or ended a second after it:
   * a scheduler makes them that late on no machine that can be measured.
   */
  static Optional<Measured> overlap(
      List<WindowTask> tasks, List<WindowResult> results, int windowMs) {
    LongSummaryStatistics starts =
        results.stream().mapToLong(WindowResult::startNs).summaryStatistics();
    LongSummaryStatistics ends =
        results.stream().mapToLong(WindowResult::endNs).summaryStatistics();
    boolean inTurns = takeTurns(tasks.stream().map(WindowTask::cpu).toList());
    long startNs = inTurns ? starts.getMin() : starts.getMax();
    long endNs = inTurns ? ends.getMax() : ends.getMin();
    boolean wasStopped = ends.getMax() - tasks.getFirst().endNs() > MIN_STOP_NS;
    List<WindowWorker> workers = new ArrayList<>();
    for (int i = 0; i < tasks.size(); i++) {
      requireRightSum(tasks.get(i), results.get(i));
      if (!wasStopped && endNs - startNs >= windowMs * NS_PER_MS / 2) {
        workers.add(worker(tasks.get(i), results.get(i), startNs, endNs));
      }
    }
    return workers.isEmpty()
        ? Optional.empty()
        : Optional.of(new Measured(startNs, endNs, workers));
  }

  private static WindowWorker worker(
      WindowTask task, WindowResult result, long startNs, long endNs) {
    return new WindowWorker(
        task.cpu(),
        result.elementsBetween(startNs, endNs, task.chunkElements()),
        result.endNs() - result.startNs(),
        result.cpuNs() == ThreadClock.UNKNOWN ? null : result.cpuNs(),
        cpu(result.startCpu()),
        cpu(result.endCpu()),
        possibleClock(result.clockGHz()));
  }

  private static @Nullable Double possibleClock(double clockGHz) {
    if (Double.isNaN(clockGHz)) {
      return null;
    }
    WorkerFailedException.throwIf(
        PhysicalBound.violation(Kernel.RANGE, 1 / clockGHz).map("the clock of a core: "::concat));
    return clockGHz;
  }

  private static @Nullable Integer cpu(int cpu) {
    return cpu == ThreadAffinity.UNKNOWN ? null : (Integer) cpu;
  }

  private static void requireRightSum(WindowTask task, WindowResult result) {
    long expected = result.expectedSum(task);
    if (result.sum() != expected) {
      throw WorkerFailedException.wrongSum(
          "worker %d summed chunks of %s".formatted(task.worker(), task.kernel()),
          result.sum(),
          expected);
    }
  }
}
