package io.coreyield.benchmarks.concurrency;

import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/**
 * Virtual threads, new in every operation. If they outnumber the carriers, they take turns: the
 * scheduler does not pre-empt, so the time grows in steps.
 */
final class VirtualGroup implements WorkerGroup {

  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Integer> cpus;
  private final List<KernelSlot> slots;

  VirtualGroup(int workers, List<Integer> cpus) {
    Futures.requirePinnable(cpus);
    this.cpus = List.copyOf(cpus);
    this.slots = Stream.generate(KernelSlot::new).limit(workers).toList();
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    List<Future<WorkerResult>> futures = new ArrayList<>(slices.size());
    for (int worker = 0; worker < slices.size(); worker++) {
      int index = worker;
      Slice slice = slices.get(worker);
      futures.add(
          threads.submit(() -> {
            // Pins the carrier; nothing in a kernel lets the virtual thread leave it.
            if (!cpus.isEmpty()) {
              ThreadAffinity.pin(cpus.get(index));
            }
            return WorkerResult.measure(slots.get(index), slice);
          }));
    }
    return Futures.joinAll(futures);
  }

  @Override
  public List<WindowResult> runWindow(List<WindowTask> tasks) {
    List<Future<WindowResult>> futures = new ArrayList<>(tasks.size());
    for (WindowTask task : tasks) {
      futures.add(threads.submit(() -> WindowResult.measure(slots.get(task.worker()), task)));
    }
    return Futures.joinAll(futures);
  }

  @Override
  public void close() {
    threads.close();
  }
}
