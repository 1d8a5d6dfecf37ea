package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.libc.ThreadClock;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * What one worker did in one window.
 *
 * @param stampsNs when it began, and when each chunk was done, on the clock that all JVMs of the
 *     machine share; at least two
 * @param cpuNs CPU time of its thread from first to last stamp, or {@link ThreadClock#UNKNOWN}
 * @param startCpu the logical CPU under it at the first stamp, or {@link ThreadAffinity#UNKNOWN}
 * @param clockGHz the clock of its core right after, or {@link ChainClock#UNKNOWN}
 */
@SuppressWarnings("ArrayRecordComponent") // Some hundred stamps; never compared or kept.
public record WindowResult(
    long from, long sum, long[] stampsNs, long cpuNs, int startCpu, int endCpu, double clockGHz) {

  private static final long SPIN_NS = 200_000;

  /** Finer than any chunk on a machine of today, so that a window never runs out of stamps. */
  private static final long FINEST_CHUNK_NS = 20_000;

  /**
   * Runs the window on the calling thread, with only a sum between two stamps. The array is created
   * where the worker is pinned. A window starts in it where the last one ended, because what that
   * one read is in a cache. The clock is read directly after the last stamp, before the core can
   * change it.
   */
  static WindowResult measure(KernelSlot slot, WindowTask task) {
    ThreadAffinity.pin(task.cpu());
    SummationKernel kernel = slot.openWarm(task.kernel(), task.arrayElements());
    WindowResult result = measure(kernel, slot, task);
    slot.moveTo(result.from + task.chunkElements() * (result.stampsNs.length - 1));
    return result;
  }

  private static WindowResult measure(SummationKernel kernel, KernelSlot slot, WindowTask task) {
    long start = slot.position();
    long chunk = task.chunkElements();
    long[] stamps = new long[(int) ((task.endNs() - task.startNs()) / FINEST_CHUNK_NS) + 2];
    awaitPinned(task);
    int startCpu = ThreadAffinity.currentCpu();
    long startCpuNs = ThreadClock.cpuNs();
    long sum = 0;
    long from = start;
    int done = 0;
    stamps[0] = System.nanoTime();
    do {
      sum += kernel.sum(from, from + chunk);
      from = task.arrayElements() == 0 ? start : from + chunk;
      stamps[++done] = System.nanoTime();
    } while (stamps[done] < task.endNs() && done + 1 < stamps.length);
    long endCpuNs = ThreadClock.cpuNs();
    int endCpu = ThreadAffinity.currentCpu();
    long cpuNs = startCpuNs == ThreadClock.UNKNOWN ? ThreadClock.UNKNOWN : endCpuNs - startCpuNs;
    long[] taken = Arrays.copyOf(stamps, done + 1);
    double clockGHz = clockGHz(slot, task, taken);
    return new WindowResult(start, sum, taken, cpuNs, startCpu, endCpu, clockGHz);
  }

  private static double clockGHz(KernelSlot slot, WindowTask task, long[] stampsNs) {
    return switch (task.clock()) {
      case NONE -> ChainClock.UNKNOWN;
      case AT_ONCE -> slot.clock().readGHz();
      case AFTER_THE_OTHER -> {
        park(System.nanoTime() + 2 * quickestChunkNs(stampsNs));
        ThreadAffinity.pin(task.cpu());
        yield slot.clock().readGHz();
      }
    };
  }

  private static long quickestChunkNs(long[] stampsNs) {
    long quickestNs = Long.MAX_VALUE;
    for (int i = 1; i < stampsNs.length; i++) {
      quickestNs = Math.min(quickestNs, stampsNs[i] - stampsNs[i - 1]);
    }
    return quickestNs;
  }

  /** Pinned last: a virtual thread that parks may come back on another carrier. */
  private static void awaitPinned(WindowTask task) {
    park(task.startNs() - SPIN_NS);
    ThreadAffinity.pin(task.cpu());
    while (System.nanoTime() < task.startNs()) {
      Thread.onSpinWait();
    }
  }

  private static void park(long untilNs) {
    long parkNs;
    while ((parkNs = untilNs - System.nanoTime()) > 0) {
      LockSupport.parkNanos(parkNs);
    }
  }

  /** The right answer, in closed form. */
  long expectedSum(WindowTask task) {
    long chunks = stampsNs.length - 1L;
    long chunk = task.chunkElements();
    return task.arrayElements() == 0
        ? chunks * task.kernel().sum(0, chunk, 0)
        : task.kernel().sum(from, from + chunks * chunk, task.arrayElements());
  }

  public long startNs() {
    return stampsNs[0];
  }

  public long endNs() {
    return stampsNs[stampsNs.length - 1];
  }

  /**
   * Elements summed between two moments; a chunk across one of them counts by the share of its time
   * inside.
   */
  public double elementsBetween(long fromNs, long toNs, long chunkElements) {
    double chunks = 0;
    for (int i = 1; i < stampsNs.length; i++) {
      long insideNs = Math.min(toNs, stampsNs[i]) - Math.max(fromNs, stampsNs[i - 1]);
      if (insideNs > 0) {
        chunks += (double) insideNs / (stampsNs[i] - stampsNs[i - 1]);
      }
    }
    return chunks * chunkElements;
  }
}
