package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
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
    for (int worker = 0; worker < slices.size(); worker++) {
      workers.get(worker).send(slices.get(worker));
    }
    List<WorkerResult> results = new ArrayList<>(slices.size());
    for (int worker = 0; worker < slices.size(); worker++) {
      results.add(workers.get(worker).receive());
    }
    return results;
  }

  @Override
  public List<WindowResult> runWindow(List<WindowTask> tasks) {
    for (WindowTask task : tasks) {
      workers.get(task.worker()).send(task);
    }
    List<WindowResult> results = new ArrayList<>(tasks.size());
    for (WindowTask task : tasks) {
      results.add(workers.get(task.worker()).receiveWindow());
    }
    return results;
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
