package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Checks pinning for groups whose threads start later. A ForkJoin thread that fails at its start is
 * replaced forever, and the operation never ends.
 */
final class PinProbe {
  private PinProbe() {}

  /**
   * Tries every logical CPU on a thread of its own.
   *
   * @throws WorkerFailedException if one cannot be used
   */
  static void require(List<Integer> cpus) {
    if (cpus.isEmpty()) {
      return;
    }
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      Futures.joinAll(
          List.of(
              thread.submit(() -> {
                cpus.forEach(ThreadAffinity::pin);
                return WorkerResult.ready();
              })));
    }
  }
}
