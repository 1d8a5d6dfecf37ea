package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Platform threads that hand one lock around, like the threads of an interpreter with a global
 * lock. One thread runs at a time, and every hand-over wakes the one that has waited longest.
 */
final class GlobalLock {

  /**
   * Elements that the holder sums before it hands over: some 20 µs of {@code range}. CPython 2 did
   * so after 100 byte codes, some microseconds; a hand-over that wakes a thread costs 5 to 50 µs.
   */
  static final long ELEMENTS_PER_HOLD = 1 << 16;

  private GlobalLock() {}

  /** Windows run without the lock, because under it two workers never run together. */
  static PlatformGroup group(int workers, List<Integer> cpus) {
    // Fair, so that every hold ends in a hand-over.
    ReentrantLock lock = new ReentrantLock(true);
    return new PlatformGroup(workers, cpus, kernel -> underLock(lock, kernel));
  }

  private static SummationKernel underLock(ReentrantLock lock, SummationKernel kernel) {
    return (from, to) -> {
      long sum = 0;
      for (long start = from; start < to; start += ELEMENTS_PER_HOLD) {
        lock.lock();
        try {
          sum += kernel.sum(start, Math.min(to, start + ELEMENTS_PER_HOLD));
        } finally {
          lock.unlock();
        }
      }
      return sum;
    };
  }
}
