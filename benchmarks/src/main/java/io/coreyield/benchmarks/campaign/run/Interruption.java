package io.coreyield.benchmarks.campaign.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ctrl-C or SIGTERM: ends the running trial, then waits until the report is written. */
public final class Interruption implements AutoCloseable {

  /** Ctrl-C ends within 2 s; the JVM itself needs the rest. */
  private static final long MS_TO_FINISH = 1_700;

  private static final long MS_BETWEEN_KILLS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  /** Listens from now on. */
  public Interruption() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(this::onShutdown));
  }

  /** Whether the user ended the measurement. */
  public boolean isRequested() {
    return requested;
  }

  private void onShutdown() {
    if (finished.getCount() == 0) {
      return;
    }
    requested = true;
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MS_TO_FINISH);
    try {
      // Repeated, because a fork may just be starting.
      do {
        killDescendants();
      } while (!finished.await(MS_BETWEEN_KILLS, TimeUnit.MILLISECONDS)
          && System.nanoTime() < deadlineNs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends all processes that this one has started, and theirs. */
  static void killDescendants() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  /** Says that everything is on disk. */
  @Override
  public void close() {
    finished.countDown();
  }
}
