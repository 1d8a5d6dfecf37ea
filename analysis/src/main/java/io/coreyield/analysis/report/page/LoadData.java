package io.coreyield.analysis.report.page;

import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.LoadCells;
import io.coreyield.analysis.chart.LoadMap;
import java.io.ByteArrayOutputStream;
import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The figures of a load map for the script of the page, compact: four bytes per row and column, in
 * half points of a percent.
 */
final class LoadData {

  /** What all maps of a page may take together: 800 kB as base 64. */
  static final int MAX_BYTES = 600_000;

  /** Wider pictures than this some browsers do not draw. */
  static final int MAX_COLUMNS = 8192;

  /** First byte of a cell whose counters did not move. */
  static final int UNKNOWN = 255;

  private static final int BYTES = 4;

  private LoadData() {}

  /**
   * The figures as JSON that a script element may hold.
   *
   * @param maps how many there are on the page, 1 or more
   */
  static String json(LoadMap map, int maps) {
    int fitting = Math.clamp(MAX_BYTES / maps / BYTES / map.rows().size(), 1, MAX_COLUMNS);
    LoadCells cells = LoadCells.of(map.load(), fitting);
    ObjectNode root = JsonMapper.shared().createObjectNode();
    ArrayNode names = root.putArray("rows");
    map.rows().forEach(row -> names.add(row.name()));
    root.put("columns", cells.columns());
    root.put("seconds", map.time().seconds());
    ArrayNode hues = root.putArray("hues");
    hue(hues.addArray(), HeatColors.BUSY);
    hue(hues.addArray(), HeatColors.SYSTEM);
    // Waiting is transparent.
    hues.addNull();
    hue(hues.addArray(), HeatColors.STOLEN);
    hue(root.putArray("uncounted"), HeatColors.NOT_COUNTED);
    root.put("cells", Base64.getEncoder().encodeToString(bytes(map, cells)));
    ArrayNode trials = root.putArray("trials");
    for (LoadMap.Bar bar : map.bars()) {
      trials.addArray().add(rounded(bar.from())).add(rounded(bar.to())).add(bar.label());
    }
    return root.toString().replace("<", "\\u003c");
  }

  private static void hue(ArrayNode hue, int rgb) {
    hue.add(rgb >> 16).add(rgb >> 8 & 255).add(rgb & 255);
  }

  private static double rounded(double share) {
    return Math.round(share * 1e6) / 1e6;
  }

  private static byte[] bytes(LoadMap map, LoadCells cells) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    map.rows().forEach(row -> cells.shares(row.indexes()).forEach(shares -> write(shares, bytes)));
    return bytes.toByteArray();
  }

  /** User, system, waiting and stolen; the rest is idle. */
  private static void write(double[] shares, ByteArrayOutputStream out) {
    double user = shares[0] + shares[1];
    double system = shares[2] + shares[5] + shares[6];
    boolean known = user + system + shares[3] + shares[4] + shares[7] > 0;
    out.write(known ? half(user) : UNKNOWN);
    out.write(half(system));
    out.write(half(shares[4]));
    out.write(half(shares[7]));
  }

  private static int half(double share) {
    return (int) Math.round(200 * share);
  }
}
