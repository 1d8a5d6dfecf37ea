package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.ThreadAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link ForkJoinPool} of parallelism N; the slices are split in halves down to one. */
final class ForkJoinGroup implements WorkerGroup {

  private final ForkJoinPool pool;

  ForkJoinGroup(int workers, List<Integer> cpus) {
    PinProbe.require(cpus);
    AtomicInteger begun = new AtomicInteger();
    ForkJoinPool.ForkJoinWorkerThreadFactory threads =
        ofPool -> new PinnedThread(ofPool, cpus, begun.getAndIncrement());
    pool = new ForkJoinPool(workers, threads, null, false);
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    try {
      return pool.invoke(new Halves(slices));
    } catch (IllegalStateException e) {
      throw new WorkerFailedException("a worker failed: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static final class PinnedThread extends ForkJoinWorkerThread {
    private final List<Integer> cpus;
    private final int index;

    PinnedThread(ForkJoinPool pool, List<Integer> cpus, int index) {
      super(pool);
      this.cpus = cpus;
      this.index = index;
    }

    @Override
    protected void onStart() {
      super.onStart();
      if (!cpus.isEmpty()) {
        ThreadAffinity.pin(cpus.get(index % cpus.size()));
      }
    }
  }

  private static final class Halves extends RecursiveTask<List<WorkerResult>> {
    @java.io.Serial private static final long serialVersionUID = 1L;

    private final transient List<Slice> slices;

    Halves(List<Slice> slices) {
      this.slices = slices;
    }

    @Override
    protected List<WorkerResult> compute() {
      if (slices.size() == 1) {
        return List.of(WorkerResult.measure(slices.getFirst()));
      }
      int half = slices.size() / 2;
      Halves right = new Halves(slices.subList(half, slices.size()));
      right.fork();
      List<WorkerResult> results = new ArrayList<>(slices.size());
      results.addAll(new Halves(slices.subList(0, half)).compute());
      results.addAll(right.join());
      return results;
    }
  }
}
