package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Rgb;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.LogicalCpu;
import java.util.Base64;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of a load map for the script of the page, compact: four bytes per logical CPU and
 * column, in half points of a percent.
 *
 * @param load two samples or more
 * @param cpus from the top of the map
 * @param rows the same as indices into the series
 * @param time of the map
 */
record LoadData(LoadSeries load, List<LogicalCpu> cpus, List<Integer> rows, TimeScale time) {

  /** What all maps of a page may take together: 800 kB as base 64. */
  static final int MOST_BYTES = 600_000;

  /** Wider pictures than this some browsers do not draw. */
  static final int MOST_COLUMNS = 8192;

  /** First byte of a cell whose counters stood still. */
  static final byte UNKNOWN = (byte) 255;

  private static final int BYTES = 4;

  /**
   * The figures as JSON that may stand in a script element.
   *
   * @param maps how many there are on the page, 1 or more
   */
  String json(List<TrialLanes.Span> trials, int maps) {
    int most = Math.clamp(MOST_BYTES / maps / BYTES / rows.size(), 1, MOST_COLUMNS);
    LoadBins bins = LoadBins.of(load, most);
    ObjectNode root = JsonMapper.shared().createObjectNode();
    ArrayNode names = root.putArray("cpus");
    cpus.forEach(cpu -> names.add(cpu.id()));
    root.put("columns", bins.columns());
    root.put("seconds", (time.endNs() - time.startNs()) / 1e9);
    hues(root.putArray("hues"));
    root.put("cells", Base64.getEncoder().encodeToString(cells(bins)));
    ArrayNode spans = root.putArray("trials");
    for (TrialLanes.Span trial : trials) {
      spans.addArray().add(rounded(trial.from())).add(rounded(trial.to())).add(trial.label());
    }
    return root.toString().replace("<", "\\u003c");
  }

  /** Of user, system, waiting and stolen; null lets the paper through. */
  private static void hues(ArrayNode hues) {
    hue(hues, LoadImage.BUSY);
    hue(hues, LoadImage.SYSTEM);
    hues.addNull();
    hue(hues, LoadImage.STOLEN);
  }

  private static void hue(ArrayNode hues, Rgb color) {
    hues.addArray().add(color.red()).add(color.green()).add(color.blue());
  }

  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  private byte[] cells(LoadBins bins) {
    byte[] cells = new byte[rows.size() * bins.columns() * BYTES];
    int at = 0;
    for (int row : rows) {
      for (int column = 0; column < bins.columns(); column++) {
        write(bins.shares(row, column), cells, at);
        at += BYTES;
      }
    }
    return cells;
  }

  /** User, system, waiting and stolen; the rest is idle. */
  private static void write(double[] shares, byte[] cells, int at) {
    double user = shares[0] + shares[1];
    double system = shares[2] + shares[5] + shares[6];
    boolean known = user + system + shares[3] + shares[4] + shares[7] > 0;
    cells[at] = known ? half(user) : UNKNOWN;
    cells[at + 1] = half(system);
    cells[at + 2] = half(shares[4]);
    cells[at + 3] = half(shares[7]);
  }

  private static byte half(double share) {
    return (byte) Math.round(200 * share);
  }
}
