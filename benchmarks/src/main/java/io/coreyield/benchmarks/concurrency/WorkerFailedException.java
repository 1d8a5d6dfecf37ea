package io.coreyield.benchmarks.concurrency;

import java.io.Serial;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A worker that could not be started, died, or gave a wrong sum. */
public final class WorkerFailedException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public WorkerFailedException(String message) {
    super(message);
  }

  public WorkerFailedException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** A wrong answer; {@code what} says which worker summed what. */
  public static WorkerFailedException wrongSum(String what, long sum, long expected) {
    return new WorkerFailedException(
        "%s to %d, and the closed form is %d: the trial is rejected"
            .formatted(what, sum, expected));
  }

  /** Throws it for a reason, if there is one. */
  public static void throwIf(Optional<String> reason) {
    if (reason.isPresent()) {
      throw new WorkerFailedException(reason.get());
    }
  }

  static WorkerFailedException interrupted() {
    Thread.currentThread().interrupt();
    return new WorkerFailedException("interrupted while workers were running");
  }
}
