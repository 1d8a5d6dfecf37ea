package io.coreyield.analysis.cli;

/** How a command ends. */
public final class ExitCode {

  /** Done, or answered. */
  public static final int DONE = 0;

  /** Measured, but without an answer; a check or a trial failed; or a file cannot be written. */
  public static final int FAILED = 1;

  /** Bad usage. */
  public static final int BAD_USAGE = 2;

  /** A file that cannot be read. */
  public static final int UNREADABLE = 3;

  /** Interrupted, with all finished trials kept. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
