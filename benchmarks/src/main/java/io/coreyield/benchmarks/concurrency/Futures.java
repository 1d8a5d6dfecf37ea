package io.coreyield.benchmarks.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for workers that run in this JVM. */
final class Futures {

  private Futures() {}

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
      throw new WorkerFailedException("a worker failed: " + e.getCause(), e);
    }
  }
}
