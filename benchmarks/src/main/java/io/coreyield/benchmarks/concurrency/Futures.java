package io.coreyield.benchmarks.concurrency;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Waiting for workers that run in this JVM. */
final class Futures {

  private Futures() {}

  static List<WorkerResult> joinAll(List<Future<WorkerResult>> futures) {
    List<WorkerResult> results = new ArrayList<>(futures.size());
    for (Future<WorkerResult> future : futures) {
      results.add(join(future));
    }
    return results;
  }

  private static WorkerResult join(Future<WorkerResult> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw WorkerFailedException.interrupted();
    } catch (ExecutionException e) {
      throw new WorkerFailedException("a worker failed: " + e.getCause(), e);
    }
  }
}
