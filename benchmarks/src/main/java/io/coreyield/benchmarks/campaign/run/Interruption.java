package io.coreyield.benchmarks.campaign.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The user's Ctrl-C, or a polite kill: ends the trial that is under way and its processes, then
 * gives the campaign the time to write the report of what there is.
 */
public final class Interruption implements AutoCloseable {

  /** Ctrl-C ends within 2 s; what is left is for the JVM itself to end. */
  private static final long MS_TO_FINISH = 1_700;

  private static final long MS_BETWEEN_KILLS = 20;

  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean requested;

  private Interruption() {}

  /** Listens from now on. */
  public static Interruption listen() {
    Interruption interruption = new Interruption();
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().name("interruption").unstarted(interruption::onShutdown));
    return interruption;
  }

  /** Whether the user wants the campaign to end. */
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
      // More than once: the campaign may just be starting a fork.
      do {
        ProcessTree.kill();
      } while (!finished.await(MS_BETWEEN_KILLS, TimeUnit.MILLISECONDS)
          && System.nanoTime() < deadlineNs);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that everything is on disk. */
  @Override
  public void close() {
    finished.countDown();
  }
}
