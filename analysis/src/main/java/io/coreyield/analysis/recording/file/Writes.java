package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** Writes that the end of the process must not cut short. */
final class Writes {

  private final ReadWriteLock open = new ReentrantReadWriteLock();

  /** One of them. */
  @FunctionalInterface
  interface Write {
    void run() throws IOException;
  }

  /** Runs a write. After {@link #end} it waits for ever: the process is about to end. */
  void run(Write write) throws IOException {
    open.readLock().lock();
    try {
      write.run();
    } finally {
      open.readLock().unlock();
    }
  }

  /**
   * Lets those end that are under way, and none begin any more.
   *
   * @return whether all have ended within that time
   */
  boolean end(long ms) throws InterruptedException {
    return open.writeLock().tryLock(ms, TimeUnit.MILLISECONDS);
  }
}
