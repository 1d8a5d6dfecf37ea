package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.RecursiveTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/** A {@link ForkJoinPool} of parallelism N; the slices are split in halves down to one. */
final class ForkJoinGroup implements WorkerGroup {

  private final ForkJoinPool pool;

  ForkJoinGroup(int workers, List<Integer> cpus) {
    Futures.requirePinnable(cpus);
    AtomicInteger begun = new AtomicInteger();
    ForkJoinPool.ForkJoinWorkerThreadFactory threads =
        ofPool -> new PinnedThread(ofPool, cpus, begun.getAndIncrement());
    pool = new ForkJoinPool(workers, threads, null, false);
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    return invoke(new Halves<>(slices, WorkerResult::measure));
  }

  @Override
  public List<WindowResult> runWindow(List<WindowTask> tasks) {
    return invoke(new Halves<>(tasks, WindowResult::measure));
  }

  private <R> List<R> invoke(RecursiveTask<List<R>> task) {
    try {
      return pool.invoke(task);
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
    private final KernelSlot slot = new KernelSlot();

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

  private static final class Halves<T, R> extends RecursiveTask<List<R>> {
    @Serial private static final long serialVersionUID = 1L;

    private final transient List<T> parts;
    private final transient BiFunction<KernelSlot, T, R> measure;

    Halves(List<T> parts, BiFunction<KernelSlot, T, R> measure) {
      this.parts = parts;
      this.measure = measure;
    }

    @Override
    protected List<R> compute() {
      if (parts.size() == 1) {
        PinnedThread thread = (PinnedThread) Thread.currentThread();
        return List.of(measure.apply(thread.slot, parts.getFirst()));
      }
      int half = parts.size() / 2;
      Halves<T, R> right = new Halves<>(parts.subList(half, parts.size()), measure);
      right.fork();
      List<R> results = new ArrayList<>(parts.size());
      results.addAll(new Halves<>(parts.subList(0, half), measure).compute());
      results.addAll(right.join());
      return results;
    }
  }
}
