package io.coreyield.benchmarks.machine;

import java.util.concurrent.TimeUnit;

/**
 * Ends this JVM soon after the one that started it, also in the middle of an operation: a process
 * that was killed cannot end those that it started.
 */
public final class ParentWatch {

  /** Looking takes some 50 µs. */
  private static final long SECONDS_BETWEEN_LOOKS = 1;

  private static final int EXIT_CODE = 1;

  private ParentWatch() {}

  /** Watches from now on. */
  public static void start() {
    ProcessHandle.current()
        .parent()
        .ifPresent(
            parent -> Thread.ofPlatform().daemon().name("parent-watch").start(() -> watch(parent)));
  }

  private static void watch(ProcessHandle parent) {
    try {
      while (parent.isAlive()) {
        TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
      }
      Runtime.getRuntime().halt(EXIT_CODE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
