package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.ThreadAffinity;
import io.coreyield.benchmarks.machine.ThreadClock;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/**
 * What one worker did in one window.
 *
 * @param from the first element that it summed
 * @param sum of all its chunks together
 * @param stampsNs when it began, and when each chunk was done, on the clock that all JVMs of the
 *     machine share; at least two
 * @param cpuNs CPU time of its thread from the first stamp to the last; {@link ThreadClock#UNKNOWN}
 *     where not known
 * @param startCpu the logical CPU under it at the first stamp; {@link ThreadAffinity#UNKNOWN} where
 *     not known
 * @param endCpu the same at the last stamp
 */
@SuppressWarnings("ArrayRecordComponent") // Some hundred stamps; nobody compares or keeps them.
public record WindowResult(
    long from, long sum, long[] stampsNs, long cpuNs, int startCpu, int endCpu) {

  private static final long SPIN_NS = 200_000;

  /** Finer than any chunk on a machine of today, so that a window never runs out of stamps. */
  private static final long FINEST_CHUNK_NS = 20_000;

  /**
   * Runs the window on the calling thread. Nothing stands between two stamps but a sum. An array is
   * made where the worker is pinned, and read on from where the last window left it: what a window
   * has read is in a cache for the next one.
   */
  static WindowResult measure(KernelSlot slot, WindowTask task) {
    ThreadAffinity.pin(task.cpu());
    SummationKernel kernel = slot.openWarm(task.kernel(), task.arrayElements());
    WindowResult result = measure(kernel, slot.position(), task);
    slot.moveTo(result.from + task.chunkElements() * (result.stampsNs.length - 1));
    return result;
  }

  private static WindowResult measure(SummationKernel kernel, long start, WindowTask task) {
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
    long cpuNs = startCpuNs == ThreadClock.UNKNOWN ? ThreadClock.UNKNOWN : endCpuNs - startCpuNs;
    return new WindowResult(
        start, sum, Arrays.copyOf(stamps, done + 1), cpuNs, startCpu, ThreadAffinity.currentCpu());
  }

  /** Pinned last: a virtual thread that parks may come back on another carrier. */
  private static void awaitPinned(WindowTask task) {
    long parkNs;
    while ((parkNs = task.startNs() - System.nanoTime() - SPIN_NS) > 0) {
      LockSupport.parkNanos(parkNs);
    }
    ThreadAffinity.pin(task.cpu());
    while (System.nanoTime() < task.startNs()) {
      Thread.onSpinWait();
    }
  }

  /** The right answer for as many chunks as were done. */
  long expectedSum(WindowTask task) {
    long chunks = stampsNs.length - 1L;
    long chunk = task.chunkElements();
    return task.arrayElements() == 0
        ? chunks * new Slice(task.kernel(), 0, chunk).expectedSum()
        : new Slice(task.kernel(), from, from + chunks * chunk, task.arrayElements()).expectedSum();
  }

  /** When it began. */
  public long startNs() {
    return stampsNs[0];
  }

  /** When its last chunk was done. */
  public long endNs() {
    return stampsNs[stampsNs.length - 1];
  }

  /**
   * Elements summed between two moments; a chunk that one of them cuts counts by the share of its
   * time that lies inside.
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
