package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.wording.Quantities;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What this process may use, against what the smallest campaign needs. */
public final class ProcessLimits {

  private static final long MIN_HEAP_BYTES = 24 << 20;
  private static final long MIN_OPEN_FILES = 128;

  /** A fork and a worker JVM have about 20 each. */
  private static final int MIN_NEW_THREADS = 64;

  private static final Path LIMITS = Path.of("/proc/self/limits");
  private static final Pattern SOFT_OPEN_FILES = Pattern.compile("(?m)^Max open files +(\\d+) ");

  private ProcessLimits() {}

  /**
   * Does nothing if they are enough.
   *
   * @throws UnusableException saying which one is too low, and how to raise it
   */
  static void requireEnough() throws UnusableException {
    requireHeap();
    requireOpenFiles(openFiles());
    requireThreads();
  }

  /**
   * Does nothing if the heap may grow enough. A plan and figures need memory too, so it is asked
   * before them.
   *
   * @throws UnusableException saying how to let it grow more
   */
  public static void requireHeap() throws UnusableException {
    requireHeap(Runtime.getRuntime().maxMemory());
  }

  static void requireHeap(long bytes) throws UnusableException {
    if (bytes < MIN_HEAP_BYTES) {
      throw new UnusableException(
          "this JVM may take %s of memory, and a campaign needs %s or more: give it more, as with java -Xmx1g -jar …"
              .formatted(Quantities.bytes(bytes), Quantities.bytes(MIN_HEAP_BYTES)));
    }
  }

  static void requireOpenFiles(OptionalLong files) throws UnusableException {
    if (files.isPresent() && files.getAsLong() < MIN_OPEN_FILES) {
      throw new UnusableException(
          "this process may have %d files open, and a campaign needs %d or more: raise the limit, as with ulimit -n 1024"
              .formatted(files.getAsLong(), MIN_OPEN_FILES));
    }
  }

  /** Empty where the system does not say, or sets no limit. */
  private static OptionalLong openFiles() {
    try {
      return openFiles(Files.readString(LIMITS));
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }

  /** As the text of {@code /proc/PID/limits} has it. */
  static OptionalLong openFiles(String limits) {
    Matcher line = SOFT_OPEN_FILES.matcher(limits);
    return line.find() ? OptionalLong.of(Long.parseLong(line.group(1))) : OptionalLong.empty();
  }

  /** The system counts those of all processes of a user, or of a container: so they are tried. */
  private static void requireThreads() throws UnusableException {
    CountDownLatch end = new CountDownLatch(1);
    int started = 0;
    try {
      for (; started < MIN_NEW_THREADS; started++) {
        Thread.ofPlatform().daemon().name("limit-probe").start(() -> await(end));
      }
    } catch (OutOfMemoryError e) {
      throw new UnusableException(
          "the system lets this user start %d more threads, and a campaign needs %d or more: end other programs, or raise the limit (ulimit -u, or that of the container)"
              .formatted(started, MIN_NEW_THREADS));
    } finally {
      end.countDown();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
