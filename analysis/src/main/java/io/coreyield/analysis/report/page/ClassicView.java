package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.LoadCells;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.TimeScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The load as the table of 2017 showed it: a row per sample, and what each logical CPU did in it.
 *
 * @param sentence what the rows are, and where all of them are
 * @param cpus names of logical CPUs, or of what is shown as their mean, from left to right
 * @param rows in the order of time
 */
public record ClassicView(String sentence, List<String> cpus, List<Row> rows) {

  /** The columns of a logical CPU, by the names that {@code dstat} gave them. */
  public static final List<String> COLUMNS =
      List.of("usr", "sys", "idl", "wai", "hiq", "siq", "stl");

  private static final int MAX_CELLS = 8000;
  private static final int MAX_ROWS = 120;
  private static final int MIN_ROWS = 8;
  private static final int STEPS = 4;

  /** A moment and a cell per column of each logical CPU. */
  public record Row(String time, List<Share> cells) {}

  /** A figure in percent and the class of its colour; empty where it has none. */
  public record Share(String percent, String cssClass) {}

  static ClassicView of(LoadMap map, int maps) {
    int fitting = MAX_CELLS / maps / COLUMNS.size() / map.rows().size();
    LoadCells load = LoadCells.of(map.load(), Math.clamp(fitting, MIN_ROWS, MAX_ROWS));
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < load.columns(); i++) {
      int column = i;
      List<Share> cells =
          map.rows().stream().flatMap(row -> cells(load.shares(row.indexes(), column))).toList();
      rows.add(new Row(time((column + 1) * load.seconds()), cells));
    }
    return new ClassicView(
        sentence(load) + "; every counter of every sample is in",
        map.rows().stream().map(LoadMap.Row::name).toList(),
        rows);
  }

  private static String sentence(LoadCells cells) {
    int samples = cells.load().samples();
    return cells.isDownsampled()
        ? String.format(
            Locale.ROOT,
            "Downsampled: each of %d rows is the mean of %.1f s, of %d samples in all",
            cells.columns(),
            cells.seconds(),
            samples)
        : "A row per sample, %d in all".formatted(samples - 1);
  }

  private static String time(double seconds) {
    long tenths = Math.round(10 * seconds);
    return TimeScale.clock(tenths / 10) + "." + tenths % 10;
  }

  private static Stream<Share> cells(double[] shares) {
    return Stream.of(
        share(shares[0] + shares[1], "u"),
        share(shares[2], "y"),
        share(shares[3], ""),
        share(shares[4], ""),
        share(shares[5], "y"),
        share(shares[6], "y"),
        share(shares[7], "t"));
  }

  private static Share share(double share, String hue) {
    long percent = Math.round(100 * share);
    long step = Math.ceilDiv(percent * STEPS, 100);
    return new Share(Long.toString(percent), hue.isEmpty() || step == 0 ? "" : hue + step);
  }
}
