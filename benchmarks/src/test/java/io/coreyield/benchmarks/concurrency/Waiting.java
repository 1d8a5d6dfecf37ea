package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what other threads and processes do. */
final class Waiting {
  private static final Duration LONGEST = Duration.ofSeconds(10);

  private Waiting() {}

  static void until(String what, BooleanSupplier isSo) throws InterruptedException {
    long endNs = System.nanoTime() + LONGEST.toNanos();
    while (!isSo.getAsBoolean() && System.nanoTime() < endNs) {
      Thread.sleep(10);
    }
    assertThat(isSo.getAsBoolean()).as("%s within %s", what, LONGEST).isTrue();
  }
}
