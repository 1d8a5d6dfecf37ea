package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuWindow;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.benchmarks.concurrency.Windows;
import io.coreyield.benchmarks.concurrency.WorkerFailedException;
import io.coreyield.benchmarks.concurrency.WorkerGroup;
import io.coreyield.benchmarks.machine.QuotaGuard;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/** Windows on one logical CPU or two, by platform threads of this process. */
public final class PairMeasurement implements WindowSource {

  /** Bound by ports that siblings share, so that they gain least. */
  public static final Kernel KERNEL = Kernel.RANGE_ILP;

  /** Until the kernel is compiled and the clock has risen. */
  public static final double WARM_UP_SECONDS = 1.5;

  /** A worker that had its logical CPU for less of a window was stopped. */
  public static final double MIN_ON_CPU = 0.9;

  private static final int WORKERS = 2;
  private static final int NO_ARRAY = 0;

  private final int windowMs;
  private final QuotaGuard guard = QuotaGuard.ofThisProcess();
  private final WorkerGroup group = WorkerGroup.open(ConcurrencyModel.PLATFORM, WORKERS, List.of());

  /** Starts the workers, for windows of this length. */
  public PairMeasurement(int windowMs) {
    this.windowMs = windowMs;
  }

  @Override
  public void warmUp(List<Integer> cpus, BooleanSupplier isInterrupted) {
    long endNs = System.nanoTime() + (long) (WARM_UP_SECONDS * 1e9);
    for (int i = 0; System.nanoTime() < endNs && !isInterrupted.getAsBoolean(); i++) {
      measure(List.of(cpus.get(i % cpus.size()), cpus.get((i + 1) % cpus.size())));
    }
  }

  /**
   * Empty also if a worker ran on another logical CPU, or a quota stopped it: other rounds measure
   * the same.
   */
  @Override
  public Optional<CpuWindow> window(List<Integer> cpus) {
    return guard.run(() -> measure(cpus)).flatMap(window -> window);
  }

  private Optional<CpuWindow> measure(List<Integer> cpus) {
    List<Windows.Place> places =
        IntStream.range(0, cpus.size())
            .mapToObj(
                worker -> new Windows.Place(worker, cpus.get(worker), KERNEL, NO_ARRAY, false))
            .toList();
    Windows.Measured measured;
    try {
      measured = Windows.run(group, places, windowMs);
    } catch (WorkerFailedException _) {
      return Optional.empty();
    }
    return measured.workers().stream().anyMatch(PairMeasurement::isDisturbed)
        ? Optional.empty()
        : Optional.of(
            new CpuWindow(
                cpus,
                measured.startNs() + (measured.endNs() - measured.startNs()) / 2,
                measured.elementsPerSecond()));
  }

  /** On another logical CPU, or stopped by another program. */
  private static boolean isDisturbed(WindowWorker worker) {
    return worker.isMisplaced() || worker.onCpuShare() < MIN_ON_CPU;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public void close() {
    group.close();
  }
}
