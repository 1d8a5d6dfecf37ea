package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Waiting for workers that run in this JVM. */
final class Futures {

  private Futures() {}

  /**
   * Tries to pin a thread to every logical CPU, for groups whose threads start later. A ForkJoin
   * thread that fails at its start is replaced forever, and the operation never ends.
   */
  static void requirePinnable(List<Integer> cpus) {
    if (cpus.isEmpty()) {
      return;
    }
    try (ExecutorService thread = Executors.newSingleThreadExecutor()) {
      joinAll(
          List.of(
              thread.submit(() -> {
                cpus.forEach(ThreadAffinity::pin);
                return WorkerResult.ready();
              })));
    }
  }

  static <R> List<R> joinAll(List<Future<R>> futures) {
    List<R> results = new ArrayList<>(futures.size());
    for (Future<R> future : futures) {
      results.add(join(future));
    }
    return results;
  }

  private static <R> R join(Future<R> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw WorkerFailedException.interrupted();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof WorkerFailedException reason
          ? new WorkerFailedException(String.valueOf(reason.getMessage()), e)
          : new WorkerFailedException("a worker failed: " + e.getCause(), e);
    }
  }
}
