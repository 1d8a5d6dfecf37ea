package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The load of a run in cells: a row for each logical CPU, a column for each of equal stretches of
 * time. Counters are interpolated between samples.
 *
 * @param load two samples or more
 * @param columns how many stretches, 1 or more
 */
public record LoadCells(LoadSeries load, int columns) {

  private static final int COUNTERS = 8;
  private static final long MIN_COLUMN_NS = 100_000_000L;

  /** A column for each sample, but at most so many and none shorter than the counters resolve. */
  public static LoadCells of(LoadSeries load, int maxColumns) {
    long spanNs = load.timeNs(load.samples() - 1) - load.timeNs(0);
    long columns = Math.min(maxColumns, Math.min(load.samples() - 1, spanNs / MIN_COLUMN_NS));
    return new LoadCells(load, (int) Math.max(1, columns));
  }

  /** Whether a column is longer than a sample, so that what is shown is a mean. */
  public boolean isDownsampled() {
    return columns < load.samples() - 1;
  }

  /** Seconds of a column. */
  public double seconds() {
    return spanNs() / 1e9 / columns;
  }

  /**
   * Shares of a column's time in the order of {@link CpuTimes}: user, nice, system, idle, iowait,
   * irq, softirq, steal; all 0 where the counters did not move.
   *
   * @param cpuIndex as in the series
   */
  public double[] shares(int cpuIndex, int column) {
    double[] from = countersAt(cpuIndex, momentNs(column));
    double[] to = countersAt(cpuIndex, momentNs(column + 1));
    double total = 0;
    for (int i = 0; i < COUNTERS; i++) {
      to[i] = Math.max(0, to[i] - from[i]);
      total += to[i];
    }
    for (int i = 0; i < COUNTERS && total > 0; i++) {
      to[i] /= total;
    }
    return to;
  }

  /** The mean of several logical CPUs, without those whose counters did not move. */
  public double[] shares(List<Integer> cpuIndexes, int column) {
    double[] mean = new double[COUNTERS];
    int counted = 0;
    for (int cpuIndex : cpuIndexes) {
      double[] shares = shares(cpuIndex, column);
      counted += isCounted(shares) ? 1 : 0;
      for (int i = 0; i < COUNTERS; i++) {
        mean[i] += shares[i];
      }
    }
    for (int i = 0; i < COUNTERS && counted > 0; i++) {
      mean[i] /= counted;
    }
    return mean;
  }

  /** The same of each column. */
  public Stream<double[]> shares(List<Integer> cpuIndexes) {
    return IntStream.range(0, columns).mapToObj(column -> shares(cpuIndexes, column));
  }

  /** Whether the counters moved in a cell. */
  static boolean isCounted(double[] shares) {
    return Arrays.stream(shares).anyMatch(share -> share > 0);
  }

  private double spanNs() {
    return load.timeNs(load.samples() - 1) - load.timeNs(0);
  }

  private double momentNs(int column) {
    return load.timeNs(0) + spanNs() * column / columns;
  }

  /** Milliseconds since the first sample of every kind up to a moment. */
  private double[] countersAt(int cpuIndex, double momentNs) {
    int before = Math.clamp(load.lastAtOrBefore((long) momentNs), 0, load.samples() - 2);
    double startNs = load.timeNs(before);
    double share = Math.clamp((momentNs - startNs) / (load.timeNs(before + 1) - startNs), 0, 1);
    CpuTimes a = load.at(before, cpuIndex);
    CpuTimes delta = load.at(before + 1, cpuIndex).since(a);
    CpuTimes base = a.since(load.at(0, cpuIndex));
    double[] counters = new double[COUNTERS];
    for (int i = 0; i < COUNTERS; i++) {
      // Steal that is not counted is below 0.
      counters[i] = Math.max(0, base.get(i)) + share * Math.max(0, delta.get(i));
    }
    return counters;
  }
}
