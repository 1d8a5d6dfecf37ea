package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;

/**
 * The task of one worker in one window: sum chunk after chunk on one logical CPU.
 *
 * @param worker which worker of the group, 0-based
 * @param cpu the logical CPU that it is pinned to
 * @param kernel what it computes
 * @param arrayElements of its array; 0 for a kernel without one
 * @param startNs when it begins, on the clock that all JVMs of the machine share
 * @param endNs when it ends, with the chunk that is under way
 * @param clock whether it reads the clock of its core afterwards
 */
public record WindowTask(
    int worker,
    int cpu,
    Kernel kernel,
    int arrayElements,
    long startNs,
    long endNs,
    ClockReading clock) {

  /**
   * Checks the window.
   *
   * @throws IllegalArgumentException if it is empty
   */
  public WindowTask {
    if (endNs <= startNs) {
      throw new IllegalArgumentException(
          "a window ends at %d, not after its start %d".formatted(endNs, startNs));
    }
  }

  private static final int CHUNKS_PER_OPERATION = 64;

  /** Elements of a chunk: some 0.2 ms of work on a fast core. */
  public long chunkElements() {
    return kernel.defaultElements() / CHUNKS_PER_OPERATION;
  }
}
