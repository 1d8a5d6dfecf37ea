package io.coreyield.analysis.recording;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * What another thread reads meanwhile.
 *
 * @param <T> what it gives
 */
public final class PendingRead<T> {

  private final FutureTask<T> task;

  private PendingRead(FutureTask<T> task) {
    this.task = task;
  }

  /** Hands the reading to the executor. */
  public static <T> PendingRead<T> start(Executor executor, Callable<T> reading) {
    FutureTask<T> task = new FutureTask<>(reading);
    executor.execute(task);
    return new PendingRead<>(task);
  }

  /**
   * Waits for the reading, and gives what it gave.
   *
   * @throws IOException that the reading threw, or if this thread is interrupted
   */
  public T result() throws IOException {
    try {
      return task.get();
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException unreadable -> throw unreadable;
        case RuntimeException wrong -> throw wrong;
        case Error error -> throw error;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while a run was read");
    }
  }

  /** Waits until nothing is read any more. */
  void awaitEnd() {
    try {
      task.get();
    } catch (ExecutionException e) {
      // Reported already, or hidden by the fault of another file.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
