package io.coreyield.benchmarks.concurrency;

import java.io.Serial;

/** A worker that could not be started, died, or gave a wrong sum. */
public final class WorkerFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /** With what happened, in one sentence. */
  public WorkerFailedException(String message) {
    super(message);
  }

  /** With what happened, in one sentence, and what led to it. */
  public WorkerFailedException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A wrong answer.
   *
   * @param what which worker summed what, up to the sum
   */
  public static WorkerFailedException wrongSum(String what, long sum, long expected) {
    return new WorkerFailedException(
        "%s to %d, and the closed form is %d: the trial is rejected"
            .formatted(what, sum, expected));
  }

  static WorkerFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new WorkerFailedException("interrupted while workers were under way");
  }
}
