package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured;

/** How much of a stranger's capture is read: beyond it is a refusal, in bounded memory. */
public final class CaptureLimits {

  /** Characters in a line: the logical CPUs that a machine may have, with colours, fit. */
  public static final int MAX_LINE_CHARS = 4 << 20;

  /** Bytes of a file that is read line by line, or as a stream. */
  public static final long MAX_FILE_BYTES = 1L << 30;

  /** Bytes of a JSON file that has to be held whole: psutil's. */
  public static final long MAX_TREE_BYTES = 8L << 20;

  /** Rows times logical CPUs, of all captures of one import: an hour of 256 CPUs a second. */
  public static final int MAX_CPU_SAMPLES = 1 << 20;

  /** Segments of one import. */
  public static final int MAX_SEGMENTS = Captured.MAX_SEGMENTS;

  /** Logical CPUs. */
  public static final int MAX_CPUS = Topology.MAX_CPUS;

  /** The most percent of an interval that a figure may be: whole figures are rounded up. */
  public static final double MAX_PERCENT = 101;

  /** The most percent that the figures of one logical CPU may add up to, rounded as they are. */
  public static final double MAX_SUM_PERCENT = 106;

  /** The longest interval between two rows, s: a day. */
  public static final long MAX_INTERVAL_SECONDS = 86_400;

  /** The most bytes of swap that are believed. */
  public static final double MAX_SWAP_BYTES = 1L << 50;

  private CaptureLimits() {}
}
