package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.trial.CpuWindow;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** What measures windows: this machine, or one that is simulated. */
public interface WindowSource extends AutoCloseable {

  /** Runs windows that count for nothing, until the user ends it or the machine is warm. */
  void warmUp(List<Integer> cpus, BooleanSupplier isInterrupted);

  /** One window with a worker on each of these logical CPUs; empty if it was disturbed. */
  Optional<CpuWindow> window(List<Integer> cpus);

  /** The time on the clock of the windows. */
  long nanoTime();

  @Override
  void close();
}
