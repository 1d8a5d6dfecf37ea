package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.recording.file.WriteFault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The turn of one measurement on this machine. It is JMH's own lock, which JMH takes anew for each
 * fork: held from the first fork to the last, no other measurement can begin between two.
 */
final class MachineLock implements AutoCloseable {

  private static final long MS_BETWEEN_TRIES = 250;

  private final LockFile file;
  private final boolean waited;

  private MachineLock(LockFile file, boolean waited) {
    this.file = file;
    this.waited = waited;
    // JMH would find its file locked, by us. It reads this when its runner is loaded.
    System.setProperty("jmh.ignoreLock", "true");
  }

  /**
   * Takes the lock.
   *
   * @param waits whether to wait for a measurement that is under way
   * @param say takes what the user should know meanwhile
   * @throws UnusableException naming who measures, if it does not wait; or saying why the temporary
   *     directory or the limits of this process do not serve
   */
  static MachineLock take(boolean waits, Consumer<String> say) throws UnusableException {
    ProcessLimits.requireEnough();
    TemporaryDirectory directory = TemporaryDirectory.ofThisProcess();
    Path path = directory.path().resolve("jmh.lock");
    try {
      directory.requireUsable();
      Optional<LockFile> held = LockFile.tryHold(path);
      boolean waited = held.isEmpty();
      if (waited) {
        String holder = LockFile.holder(path);
        if (!waits) {
          throw new UnusableException(
              "%s measures on this machine, and two at once would disturb each other: wait for its end, or give --wait"
                  .formatted(holder));
        }
        say.accept("Waiting until %s has measured".formatted(holder));
      }
      while (held.isEmpty()) {
        TimeUnit.MILLISECONDS.sleep(MS_BETWEEN_TRIES);
        held = LockFile.tryHold(path);
      }
      directory.deleteAbandoned();
      return new MachineLock(held.get(), waited);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnusableException("interrupted while waiting for another measurement");
    } catch (IOException e) {
      throw new UnusableException(
          "the temporary directory %s does not serve (%s): give another one with java -Djava.io.tmpdir=DIR"
              .formatted(directory.path(), WriteFault.of(e)));
    }
  }

  /** Whether another measurement had its turn first. */
  boolean hasWaited() {
    return waited;
  }

  @Override
  public void close() {
    file.close();
  }
}
