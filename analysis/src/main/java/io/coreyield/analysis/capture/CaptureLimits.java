package io.coreyield.analysis.capture;

/** Limits of an untrusted capture, so that memory is bounded; a capture beyond them is refused. */
final class CaptureLimits {

  /** Characters in a line: the logical CPUs that a machine may have, with colours, fit. */
  static final int MAX_LINE_CHARS = 4 << 20;

  /** Bytes of a file that is read line by line, or as a stream. */
  static final long MAX_FILE_BYTES = 1L << 30;

  /** Bytes of a JSON file that is read whole: psutil's. */
  static final long MAX_TREE_BYTES = 8L << 20;

  /** Rows times logical CPUs, of all captures of one import: an hour of 256 CPUs a second. */
  static final int MAX_CPU_SAMPLES = 1 << 20;

  /** Percent of an interval in one figure: tools round up. */
  static final double MAX_PERCENT = 101;

  /** Percent in all figures of one logical CPU, rounded as they are. */
  static final double MAX_SUM_PERCENT = 106;

  /** Seconds between two rows: a day. */
  static final long MAX_INTERVAL_SECONDS = 86_400;

  static final double MAX_SWAP_BYTES = 1L << 50;

  private CaptureLimits() {}
}
