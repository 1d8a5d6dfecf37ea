package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** N worker JVMs, kept alive until closed, fed over their own pipes. */
final class ProcessGroup implements WorkerGroup {

  private final List<WorkerJvm> workers;

  private ProcessGroup(List<WorkerJvm> workers) {
    this.workers = workers;
  }

  /** Starts all JVMs at once, then waits until each answers. */
  static ProcessGroup start(int count, List<Integer> cpus) {
    List<WorkerJvm> workers = new ArrayList<>();
    ProcessGroup group = new ProcessGroup(workers);
    try {
      for (int worker = 0; worker < count; worker++) {
        workers.add(WorkerJvm.start(worker, cpus.isEmpty() ? null : cpus.get(worker)));
      }
      workers.forEach(WorkerJvm::awaitReady);
      return group;
    } catch (WorkerFailedException e) {
      group.close();
      throw e;
    }
  }

  @Override
  public List<WorkerResult> run(List<Slice> slices) {
    List<WorkerResult> results = new ArrayList<>(slices.size());
    WorkerJvm worker = workers.getFirst();
    try {
      for (int i = 0; i < slices.size(); i++) {
        worker = workers.get(i);
        worker.send(slices.get(i));
      }
      for (int i = 0; i < slices.size(); i++) {
        worker = workers.get(i);
        results.add(worker.receive());
      }
      return results;
    } catch (IOException e) {
      throw worker.died(e);
    }
  }

  @Override
  public List<WindowResult> runWindow(List<WindowTask> tasks) {
    List<WindowResult> results = new ArrayList<>(tasks.size());
    WorkerJvm worker = workers.getFirst();
    try {
      for (WindowTask task : tasks) {
        worker = workers.get(task.worker());
        worker.send(task);
      }
      for (WindowTask task : tasks) {
        worker = workers.get(task.worker());
        results.add(worker.receiveWindow());
      }
      return results;
    } catch (IOException e) {
      throw worker.died(e);
    }
  }

  @Override
  public Optional<CpuUse> cpuUse() {
    return ProcessClock.self()
        .map(own -> workers.stream().map(WorkerJvm::cpuUse).reduce(own, CpuUse::plus));
  }

  @Override
  public void close() {
    workers.forEach(WorkerJvm::endInput);
    workers.forEach(WorkerJvm::awaitEnd);
  }
}
