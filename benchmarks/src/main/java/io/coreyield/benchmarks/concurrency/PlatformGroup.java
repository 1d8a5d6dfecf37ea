package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.kernel.SummationKernel;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
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
  private final List<KernelSlot> slots = new ArrayList<>();
  private final UnaryOperator<SummationKernel> around;

  PlatformGroup(int workers, List<Integer> cpus) {
    this(workers, cpus, UnaryOperator.identity());
  }

  /** Each worker runs what {@code around} makes of its kernel. */
  PlatformGroup(int workers, List<Integer> cpus, UnaryOperator<SummationKernel> around) {
    this.around = around;
    List<Future<WorkerResult>> ready = new ArrayList<>();
    for (int worker = 0; worker < workers; worker++) {
      int index = worker;
      ExecutorService thread =
          Executors.newSingleThreadExecutor(
              Thread.ofPlatform().daemon().name("worker-", index).factory());
      threads.add(thread);
      slots.add(new KernelSlot());
      ready.add(
          thread.submit(() -> {
            if (!cpus.isEmpty()) {
              ThreadAffinity.pin(cpus.get(index));
            }
            return WorkerResult.ready();
          }));
    }
    try {
      Futures.joinAll(ready);
    } catch (WorkerFailedException e) {
      close();
      throw e;
    }
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    List<Future<WorkerResult>> futures = new ArrayList<>(slices.size());
    for (int worker = 0; worker < slices.size(); worker++) {
      Slice slice = slices.get(worker);
      KernelSlot slot = slots.get(worker);
      futures.add(threads.get(worker).submit(() -> measure(slot, slice)));
    }
    return Futures.joinAll(futures);
  }

  private WorkerResult measure(KernelSlot slot, Slice slice) {
    SummationKernel kernel = around.apply(slot.open(slice.kernel(), slice.arrayElements()));
    return WorkerResult.measure(kernel, slice.from(), slice.to());
  }

  @Override
  public List<WindowResult> runWindow(List<WindowTask> tasks) {
    List<Future<WindowResult>> futures = new ArrayList<>(tasks.size());
    for (WindowTask task : tasks) {
      KernelSlot slot = slots.get(task.worker());
      futures.add(threads.get(task.worker()).submit(() -> WindowResult.measure(slot, task)));
    }
    return Futures.joinAll(futures);
  }

  @Override
  public void close() {
    threads.forEach(ExecutorService::close);
  }
}
