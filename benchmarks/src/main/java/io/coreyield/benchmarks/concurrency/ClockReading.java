package io.coreyield.benchmarks.concurrency;

/** Whether a worker reads the clock of its core when its window is over. */
public enum ClockReading {
  /** It does not. */
  NONE,
  /** Directly after its last chunk. */
  AT_ONCE,
  /**
   * When a worker on the same logical CPU has had time to end its chunk, too: else the reading
   * would take from that worker's time.
   */
  AFTER_THE_OTHER
}
