package io.coreyield.benchmarks.campaign.run;

import java.time.Duration;

/** Kills a trial that does not end: JMH's own time-out does not interrupt an operation. */
final class Watchdog implements AutoCloseable {

  private final Duration limit;
  private final Thread thread;
  private volatile boolean barked;

  Watchdog(Duration limit) {
    this.limit = limit;
    this.thread = Thread.startVirtualThread(this::watch);
  }

  private void watch() {
    try {
      Thread.sleep(limit);
      barked = true;
      Interruption.killDescendants();
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
