package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.benchmarks.machine.Oshi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import oshi.hardware.CentralProcessor;

/** Reads the counters of every logical CPU. */
public final class LoadReader {

  private final CentralProcessor processor;
  private final List<Integer> cpuIds;

  public LoadReader(Oshi oshi) {
    this.processor = oshi.processor();
    // OSHI's counters are positional: row k is the k-th online CPU, which need not be cpu k.
    this.cpuIds = oshi.onlineCpus();
  }

  /** The counters now; empty if a CPU went on or off line since this reader was made. */
  public Optional<LoadSample> read() {
    long tNs = System.nanoTime();
    long[][] ticks = processor.getProcessorCpuLoadTicks();
    if (rowsIn(ticks) != cpuIds.size()) {
      return Optional.empty();
    }
    List<CpuTimes> times = new ArrayList<>(cpuIds.size());
    for (int row = 0; row < cpuIds.size(); row++) {
      long[] cpu = ticks[row];
      times.add(new CpuTimes(cpu[0], cpu[1], cpu[2], cpu[3], cpu[4], cpu[5], cpu[6], cpu[7]));
    }
    return Optional.of(new LoadSample(tNs, cpuIds, times));
  }

  /** OSHI has a row for each present CPU, and zeros in the last rows if some are offline. */
  private static int rowsIn(long[][] ticks) {
    int rows = ticks.length;
    while (rows > 0 && Arrays.stream(ticks[rows - 1]).allMatch(tick -> tick == 0)) {
      rows--;
    }
    return rows;
  }
}
