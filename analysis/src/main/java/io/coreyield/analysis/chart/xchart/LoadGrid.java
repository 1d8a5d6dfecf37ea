package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;

/** The load of every logical CPU over a run, in columns of equal time. */
final class LoadGrid {

  /** More columns than a figure has pixels to show them would wash the colours out. */
  static final int MAX_COLUMNS = 600;

  /** Counters step by 10 ms: a load over less than this is mostly noise. */
  private static final long LEAST_COLUMN_NS = 100_000_000L;

  private final long durationNs;
  private final double[][] busyPercent;

  private LoadGrid(long durationNs, double[][] busyPercent) {
    this.durationNs = durationNs;
    this.busyPercent = busyPercent;
  }

  /**
   * Spreads each interval between two samples over the columns it overlaps, by time, and divides
   * what was busy in a column by what was counted in it.
   *
   * @throws IllegalArgumentException if there are fewer than two samples
   */
  static LoadGrid of(LoadSeries load) {
    if (load.samples() < 2) {
      throw new IllegalArgumentException("a load takes two samples");
    }
    long durationNs = load.timeNs(load.samples() - 1) - load.timeNs(0);
    int columns = Math.clamp(durationNs / LEAST_COLUMN_NS, 1, MAX_COLUMNS);
    int cpus = load.cpuIds().size();
    double[][] busyPercent = new double[cpus][];
    for (int cpu = 0; cpu < cpus; cpu++) {
      busyPercent[cpu] = row(load, cpu, columns, durationNs / (double) columns);
    }
    return new LoadGrid(durationNs, busyPercent);
  }

  /** How many columns there are. */
  int columns() {
    return busyPercent[0].length;
  }

  /** From the first sample to the last. */
  double seconds() {
    return durationNs / 1e9;
  }

  /**
   * The load of the logical CPU at {@code cpuIndex} (of the series) in a column, 0 to 100; NaN
   * where nothing was counted.
   */
  double busyPercent(int cpuIndex, int column) {
    return busyPercent[cpuIndex][column];
  }

  private static double[] row(LoadSeries load, int cpu, int columns, double columnNs) {
    double[] busy = new double[columns];
    double[] counted = new double[columns];
    CpuTimes earlier = load.at(0, cpu);
    for (int sample = 1; sample < load.samples(); sample++) {
      CpuTimes now = load.at(sample, cpu);
      CpuTimes delta = now.since(earlier);
      double from = (load.timeNs(sample - 1) - load.timeNs(0)) / columnNs;
      double to = (load.timeNs(sample) - load.timeNs(0)) / columnNs;
      spread(busy, (double) delta.busyMs(), from, to);
      spread(counted, (double) delta.totalMs(), from, to);
      earlier = now;
    }
    for (int column = 0; column < columns; column++) {
      busy[column] = counted[column] > 0 ? 100 * busy[column] / counted[column] : Double.NaN;
    }
    return busy;
  }

  /** Adds an amount to the columns between two places, each by the part that it covers. */
  private static void spread(double[] columns, double amount, double from, double to) {
    int last = Math.min((int) Math.ceil(to), columns.length);
    for (int column = (int) from; column < last; column++) {
      double overlap = Math.min(to, column + 1.0) - Math.max(from, column);
      columns[column] += amount * Math.max(0, overlap) / (to - from);
    }
  }
}
