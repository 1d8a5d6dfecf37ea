package io.coreyield.benchmarks.campaign.run;

import java.time.Duration;

/**
 * Kills a trial that does not end: JMH's own time-out does not interrupt an operation. Its limit is
 * of time in which this process ran too, for a machine that sleeps is not a trial that hangs.
 */
final class Watchdog implements AutoCloseable {

  private static final Duration LOOK_EVERY = Duration.ofMillis(250);

  /** Whoever comes that late to a look was stopped himself. */
  private static final Duration MOST_OF_A_LOOK = LOOK_EVERY.multipliedBy(4);

  private final Duration limit;
  private final Runnable kill;
  private final Thread thread;
  private volatile boolean barked;

  /** Of the trial that this process has started. */
  Watchdog(Duration limit) {
    this(limit, Interruption::killDescendants);
  }

  Watchdog(Duration limit, Runnable kill) {
    this.limit = limit;
    this.kill = kill;
    this.thread = Thread.startVirtualThread(this::watch);
  }

  private void watch() {
    try {
      long leftNs = limit.toNanos();
      long lastNs = System.nanoTime();
      while (leftNs > 0) {
        Thread.sleep(Duration.ofNanos(Math.min(leftNs, LOOK_EVERY.toNanos())));
        long nowNs = System.nanoTime();
        leftNs -= Math.min(nowNs - lastNs, MOST_OF_A_LOOK.toNanos());
        lastNs = nowNs;
      }
      barked = true;
      kill.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  boolean hasBarked() {
    return barked;
  }

  String message() {
    return "did not end within %d s and was killed".formatted(limit.toSeconds());
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
