package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.concurrency.Windows;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Windows on one logical CPU or two, by platform threads of this process. */
final class PairMeasurement implements AutoCloseable {

  /** Bound by ports that siblings share, so that they gain least. */
  static final Kernel KERNEL = Kernel.RANGE_ILP;

  /** Until the kernel is compiled and the clock has risen. */
  static final double WARM_UP_SECONDS = 1.5;

  private static final int WORKERS = 2;
  private static final int NO_ARRAY = 0;

  private final int windowMs;
  private final WorkerGroup group = WorkerGroup.open(ConcurrencyModel.PLATFORM, WORKERS, List.of());

  PairMeasurement(int windowMs) {
    this.windowMs = windowMs;
  }

  /** Runs windows that count for nothing. */
  void warmUp(List<Integer> cpus, Interruption interruption) {
    long endNs = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
    for (int i = 0; System.nanoTime() < endNs && !interruption.isRequested(); i++) {
      window(List.of(cpus.get(i % cpus.size()), cpus.get((i + 1) % cpus.size())));
    }
  }

  /** One window; empty if a worker ran elsewhere, or got no CPU in time. */
  Optional<CpuWindow> window(List<Integer> cpus) {
    List<Windows.Place> places =
        IntStream.range(0, cpus.size())
            .mapToObj(worker -> new Windows.Place(worker, cpus.get(worker), false))
            .toList();
    Windows.Measured measured;
    try {
      measured = Windows.run(group, KERNEL, NO_ARRAY, places, windowMs);
    } catch (WorkerFailedException _) {
      return Optional.empty();
    }
    return measured.workers().stream().anyMatch(WindowWorker::isMisplaced)
        ? Optional.empty()
        : Optional.of(
            new CpuWindow(
                cpus,
                measured.startNs() + (measured.endNs() - measured.startNs()) / 2,
                measured.elementsPerSecond()));
  }

  @Override
  public void close() {
    group.close();
  }
}
