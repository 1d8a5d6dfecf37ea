package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;

/**
 * The task of one worker in one window: sum chunk after chunk on one logical CPU.
 *
 * @param worker which worker of the group, 0-based
 * @param cpu the logical CPU that it is pinned to
 * @param arrayElements of its array; 0 for a kernel without one
 * @param startNs when it begins, on the clock that all JVMs of the machine share
 * @param endNs when it ends, after the chunk that is under way
 */
public record WindowTask(
    int worker,
    int cpu,
    Kernel kernel,
    int arrayElements,
    long startNs,
    long endNs,
    WindowTask.ClockReading clock) {

  private static final int CHUNKS_PER_OPERATION = 64;

  /** When a worker reads the clock of its core after a window. */
  public enum ClockReading {
    /** Never. */
    NONE,
    /** Directly after its last chunk. */
    AT_ONCE,
    /** After the other worker on the same logical CPU could end its chunk: reading takes time. */
    AFTER_THE_OTHER
  }

  /** Throws an {@link IllegalArgumentException} for an empty window. */
  public WindowTask {
    if (endNs <= startNs) {
      throw new IllegalArgumentException(
          "a window ends at %d, not after its start %d".formatted(endNs, startNs));
    }
  }

  /** Elements of a chunk: some 0.2 ms of work on a fast core. */
  public long chunkElements() {
    return kernel.defaultElements() / CHUNKS_PER_OPERATION;
  }
}
