package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.BitSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Undoes what pinned virtual threads did to their carriers, which all tests of a JVM share. */
final class Carriers {
  private static final int COUNT =
      Integer.getInteger(
          "jdk.virtualThreadScheduler.parallelism", Runtime.getRuntime().availableProcessors());

  private Carriers() {}

  /** Lets all carriers run wherever the calling thread may. */
  static void allowAll() {
    if (ThreadAffinity.isSupported()) {
      BitSet allowed = ThreadAffinity.allowed().orElseThrow();
      AtomicInteger arrived = new AtomicInteger();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int carrier = 0; carrier < COUNT; carrier++) {
          threads.execute(() -> onItsOwnCarrier(allowed, arrived));
        }
      }
    }
  }

  /** A virtual thread that spins keeps its carrier, so that the others get other ones. */
  private static void onItsOwnCarrier(BitSet allowed, AtomicInteger arrived) {
    ThreadAffinity.restrict(allowed);
    arrived.incrementAndGet();
    long endNs = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
    while (arrived.get() < COUNT && System.nanoTime() < endNs) {
      Thread.onSpinWait();
    }
  }
}
