package io.coreyield.benchmarks.concurrency;

/** When a worker reads the clock of its core after a window. */
public enum ClockReading {
  /** Never. */
  NONE,
  /** Directly after its last chunk. */
  AT_ONCE,
  /** After the other worker on the same logical CPU could end its chunk: the reading costs time. */
  AFTER_THE_OTHER
}
