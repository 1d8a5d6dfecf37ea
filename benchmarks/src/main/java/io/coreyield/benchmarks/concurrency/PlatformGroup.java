package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.ThreadAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;

/**
 * A pool of N platform threads, one executor each, so that worker k is the same thread in every
 * operation and a quick worker cannot take a slow one's share.
 */
final class PlatformGroup implements WorkerGroup {

  private final List<ExecutorService> threads = new ArrayList<>();
  private final UnaryOperator<SummationKernel> around;

  PlatformGroup(int workers, List<Integer> cpus) {
    this(workers, cpus, UnaryOperator.identity());
  }

  /**
   * With something around the kernel.
   *
   * @param around the same for all workers; gives the kernel to run instead
   */
  PlatformGroup(int workers, List<Integer> cpus, UnaryOperator<SummationKernel> around) {
    this.around = around;
    List<Future<WorkerResult>> ready = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int index = worker;
      ExecutorService thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("worker-", index).factory());
      threads.add(thread);
      ready.add(
          thread.submit(() -> {
            if (!cpus.isEmpty()) {
              ThreadAffinity.pin(cpus.get(index));
            }
            return WorkerResult.measure(Slice.empty(1).getFirst());
          }));
    }
    joinOrClose(ready);
  }

  private void joinOrClose(List<Future<WorkerResult>> ready) {
    boolean started = false;
    try {
      Futures.joinAll(ready);
      started = true;
    } finally {
      if (!started) {
        close();
      }
    }
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    List<Future<WorkerResult>> futures = new ArrayList<>(slices.size());
    for (int worker = 0; worker < slices.size(); worker++) {
      Slice slice = slices.get(worker);
      futures.add(threads.get(worker).submit(() -> measure(slice)));
    }
    return Futures.joinAll(futures);
  }

  private WorkerResult measure(Slice slice) {
    SummationKernel kernel = around.apply(SummationKernel.of(slice.kernel()));
    return WorkerResult.measure(kernel, slice.from(), slice.to());
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
