package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.libc.ThreadClock;

/**
 * What one worker did in one operation.
 *
 * @param startNs on the clock that all JVMs of the machine share
 * @param cpuNs CPU time of its thread, or {@link ThreadClock#UNKNOWN}
 * @param startCpu the logical CPU under it when it began, or {@link ThreadAffinity#UNKNOWN}
 */
public record WorkerResult(
    long sum, long startNs, long endNs, long cpuNs, int startCpu, int endCpu) {

  /** Runs a kernel on the calling thread, with only the sum between the clock readings. */
  static WorkerResult measure(SummationKernel kernel, long from, long to) {
    int startCpu = ThreadAffinity.currentCpu();
    long startNs = System.nanoTime();
    long startCpuNs = ThreadClock.cpuNs();
    long sum = kernel.sum(from, to);
    long endCpuNs = ThreadClock.cpuNs();
    long endNs = System.nanoTime();
    long cpuNs = startCpuNs == ThreadClock.UNKNOWN ? ThreadClock.UNKNOWN : endCpuNs - startCpuNs;
    return new WorkerResult(sum, startNs, endNs, cpuNs, startCpu, ThreadAffinity.currentCpu());
  }

  /** Runs a slice on the calling thread, with the worker's own kernel. */
  static WorkerResult measure(KernelSlot slot, Slice slice) {
    SummationKernel kernel = slot.open(slice.kernel(), slice.arrayElements());
    return measure(kernel, slice.from(), slice.to());
  }

  /** The answer of a worker that has started. */
  static WorkerResult ready() {
    return measure((from, to) -> 0, 0, 0);
  }

  public long spanNs() {
    return endNs - startNs;
  }
}
