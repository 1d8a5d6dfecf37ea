package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.recording.file.WholeFile;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Ctrl-C or SIGTERM: ends the running trial, then waits until the report is written. Whatever else
 * forbids further trials ends the measurement before the next one.
 */
public final class Interruption implements AutoCloseable {

  /** Ctrl-C ends within 2 s; the JVM itself needs the rest. */
  private static final long MS_TO_FINISH = 1_700;

  private static final long MS_TO_END_WRITES = 100;

  private static final int NO_RUN = -1;
  private static final long MS_BETWEEN_KILLS = 20;
  private static final long MS_AFTER_A_FORK = 300;

  private final CountDownLatch finished = new CountDownLatch(1);
  private final CountDownLatch requested = new CountDownLatch(1);
  private final AtomicBoolean isTold = new AtomicBoolean();
  private volatile IntConsumer kept = trials -> {};
  private volatile int trialsOnDisk = NO_RUN;
  private volatile BooleanSupplier obstacle = () -> false;

  /** Listens from now on. */
  public Interruption() {
    Runtime.getRuntime()
        .addShutdownHook(Thread.ofPlatform().name("interruption").unstarted(this::onShutdown));
  }

  /** Whether the measurement is to end. */
  public boolean isRequested() {
    return requested.getCount() == 0 || obstacle.getAsBoolean();
  }

  /** Ends the measurement as soon as this holds. */
  public void endWhen(BooleanSupplier obstacle) {
    this.obstacle = obstacle;
  }

  /**
   * Whether a trial that has just run says nothing of its configuration: something forbids trials
   * since it began, or it failed and the user ends the measurement within {@value #MS_AFTER_A_FORK}
   * ms. Ctrl-C goes to the forks, too, and one may die of it before this process knows.
   */
  boolean spoils(boolean succeeded) {
    try {
      return obstacle.getAsBoolean()
          || (!succeeded && requested.await(MS_AFTER_A_FORK, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return isRequested();
    }
  }

  /** Whom to tell how many trials are on disk, as soon as an interrupted measurement has ended. */
  public void tell(IntConsumer listener) {
    kept = listener;
  }

  /** A run has so many trials on disk, now that it begins or has one more. */
  void has(int trials) {
    trialsOnDisk = trials;
  }

  /** Says how many trials are on disk, once. */
  void keeps(int trials) {
    if (isTold.compareAndSet(false, true)) {
      kept.accept(trials);
    }
  }

  /** The process ends, whether or not the measurement had the time to say what is kept. */
  void isOver() {
    int trials = trialsOnDisk;
    if (trials != NO_RUN) {
      keeps(trials);
    }
  }

  /** The user ends the measurement. */
  void request() {
    requested.countDown();
  }

  private void onShutdown() {
    if (finished.getCount() == 0) {
      return;
    }
    request();
    long deadlineNs = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MS_TO_FINISH);
    try {
      // Repeated, because a fork may just be starting.
      do {
        killDescendants();
        if (System.nanoTime() >= deadlineNs) {
          isOver();
          WholeFile.endWrites(MS_TO_END_WRITES);
          return;
        }
      } while (!finished.await(MS_BETWEEN_KILLS, TimeUnit.MILLISECONDS));
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
