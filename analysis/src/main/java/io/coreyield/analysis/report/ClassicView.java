package io.coreyield.analysis.report;

import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.LogicalCpu;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The load as the table of 2017 showed it: a row per sample, and what each logical CPU did in it.
 *
 * @param sentence what the rows are, and where all of them are
 * @param cpus from left to right, siblings beside each other
 * @param rows in the order of time
 */
public record ClassicView(String sentence, List<String> cpus, List<Row> rows) {

  /** The columns of a logical CPU, by the names that {@code dstat} gave them. */
  public static final List<String> COLUMNS =
      List.of("usr", "sys", "idl", "wai", "hiq", "siq", "stl");

  private static final int MOST_CELLS = 8000;
  private static final int MOST_ROWS = 120;
  private static final int LEAST_ROWS = 8;
  private static final int MOST_CPUS = 256;
  private static final int STEPS = 4;

  /** A moment and a cell per column of each logical CPU. */
  public record Row(String time, List<Share> cells) {}

  /** A figure in percent and the class of its colour; empty where it has none. */
  public record Share(String percent, String cssClass) {}

  /** Copies the lists. */
  public ClassicView {
    cpus = List.copyOf(cpus);
    rows = List.copyOf(rows);
  }

  static ClassicView of(LoadSeries load, List<LogicalCpu> cpus, List<Integer> indices, int maps) {
    List<Integer> shown = indices.stream().limit(MOST_CPUS).toList();
    int fitting = MOST_CELLS / maps / COLUMNS.size() / shown.size();
    LoadBins bins = LoadBins.of(load, Math.clamp(fitting, LEAST_ROWS, MOST_ROWS));
    List<Row> rows = new ArrayList<>();
    for (int column = 0; column < bins.columns(); column++) {
      List<Share> cells = new ArrayList<>();
      for (int cpu : shown) {
        addCells(bins.shares(cpu, column), cells);
      }
      rows.add(new Row(time((column + 1) * bins.seconds()), List.copyOf(cells)));
    }
    return new ClassicView(
        sentence(bins, shown.size(), cpus.size()),
        cpus.stream().limit(MOST_CPUS).map(cpu -> "CPU " + cpu.id()).toList(),
        rows);
  }

  private static String sentence(LoadBins bins, int shown, int all) {
    int samples = bins.load().samples();
    String rows =
        bins.isDownsampled()
            ? String.format(
                Locale.ROOT,
                "Downsampled: each of %d rows is the mean of %.1f s, of %d samples in all",
                bins.columns(),
                bins.seconds(),
                samples)
            : "A row per sample, %d in all".formatted(samples - 1);
    String cpus = shown == all ? "" : ", and of %d logical CPUs the first %d".formatted(all, shown);
    return rows + cpus + "; every counter of every sample is in";
  }

  private static String time(double seconds) {
    long tenths = Math.round(10 * seconds);
    return TimeScale.clock(tenths / 10) + "." + tenths % 10;
  }

  private static void addCells(double[] shares, List<Share> cells) {
    cells.add(share(shares[0] + shares[1], "u"));
    cells.add(share(shares[2], "y"));
    cells.add(share(shares[3], ""));
    cells.add(share(shares[4], ""));
    cells.add(share(shares[5], "y"));
    cells.add(share(shares[6], "y"));
    cells.add(share(shares[7], "t"));
  }

  private static Share share(double share, String hue) {
    long percent = Math.round(100 * share);
    long step = Math.ceilDiv(percent * STEPS, 100);
    return new Share(Long.toString(percent), hue.isEmpty() || step == 0 ? "" : hue + step);
  }
}
