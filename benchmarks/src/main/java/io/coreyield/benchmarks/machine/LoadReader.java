package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.machine.linux.StatFile;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;

/** Reads the counters of every logical CPU. Not thread-safe. */
public final class LoadReader {

  private final CentralProcessor processor;
  private final List<Integer> cpuIds;
  private final @Nullable StatFile stat;
  private final boolean countsSteal;

  /** The logical CPU of each row of OSHI, which has no numbers. */
  private List<Integer> rows;

  /** The rows of {@link #cpuIds}; -1 for none. */
  private int[] rowOf;

  public LoadReader(Oshi oshi) {
    this.processor = oshi.processor();
    this.cpuIds = oshi.onlineCpus();
    this.stat = LibC.LINUX ? StatFile.ofThisMachine() : null;
    // Other systems count no steal.
    this.countsSteal = stat != null && stat.countsSteal();
    this.rows = stat == null ? cpuIds : stat.cpus();
    this.rowOf = rowsOf(cpuIds, rows);
  }

  private static int[] rowsOf(List<Integer> cpuIds, List<Integer> rows) {
    return cpuIds.stream().mapToInt(rows::indexOf).toArray();
  }

  /**
   * The counters now; empty if they are not those of all logical CPUs that were online when this
   * reader was made.
   */
  public Optional<LoadSample> read() {
    long tNs = System.nanoTime();
    long[][] ticks = processor.getProcessorCpuLoadTicks();
    if (!fits(ticks)) {
      numberAgain(ticks.length);
      if (!fits(ticks)) {
        return Optional.empty();
      }
    }
    List<CpuTimes> times = new ArrayList<>(cpuIds.size());
    for (int row : rowOf) {
      long[] cpu = ticks[row];
      times.add(
          CpuTimes.of(i -> i == CpuTimes.STEAL && !countsSteal ? CpuTimes.NOT_COUNTED : cpu[i]));
    }
    return Optional.of(new LoadSample(tNs, cpuIds, times));
  }

  private boolean fits(long[][] ticks) {
    return rowsIn(ticks) == rows.size() && Arrays.stream(rowOf).allMatch(row -> row >= 0);
  }

  /** A CPU went on or off line, and moved the rows after its own. */
  private void numberAgain(int mostRows) {
    if (stat != null) {
      rows = stat.cpus().stream().limit(mostRows).toList();
      rowOf = rowsOf(cpuIds, rows);
    }
  }

  /** OSHI has a row for each present CPU, and zeros in the last rows if some are offline. */
  private static int rowsIn(long[][] ticks) {
    int rows = ticks.length;
    while (rows > 0 && Arrays.stream(ticks[rows - 1]).allMatch(tick -> tick == 0)) {
      rows--;
    }
    return rows;
  }

  /** Why there are no counters; empty where there are. */
  public Optional<String> obstacle() {
    return read().isPresent() ? Optional.empty() : Optional.of(reason());
  }

  private String reason() {
    if (stat == null) {
      return "the system does not show the counters of its logical CPUs";
    }
    if (rows.isEmpty()) {
      return stat.file() + " cannot be read, or counts no logical CPU";
    }
    return rows.containsAll(cpuIds)
        ? stat.file() + " has counters that are all 0"
        : "%s counts the logical CPUs %s, and this machine has %s"
            .formatted(stat.file(), CpuList.format(rows), CpuList.format(cpuIds));
  }
}
