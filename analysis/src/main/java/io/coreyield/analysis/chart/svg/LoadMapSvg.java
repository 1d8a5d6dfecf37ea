package io.coreyield.analysis.chart.svg;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.LoadMap.Bar;
import io.coreyield.analysis.chart.LoadMap.Edge;
import io.coreyield.analysis.chart.LoadMap.Row;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * A load map on a page. Horizontal places are shares of the width and vertical ones pixels, so the
 * map narrows without its text shrinking.
 */
public final class LoadMapSvg {

  private static final double LANE = 18;
  private static final double MIN_BAR = 4;
  private static final double GAP = 8;
  private static final double GUTTER = 84;
  private static final double AXIS = 34;
  private static final double MIN_LABELLED_ROW = 12;
  private static final double MIN_DIVIDED_ROW = 6;

  private final LoadMap map;
  private final double rowHeight;
  private final double top;
  private final double bottom;

  /**
   * @param height about so many pixels for the rows
   */
  public LoadMapSvg(LoadMap map, double height) {
    this.map = map;
    this.rowHeight = Math.clamp(Math.floor(height / map.rows().size()), 2, 40);
    this.top = map.lanes().size() * LANE + GAP;
    this.bottom = top + rowHeight * map.rows().size();
  }

  /** Names of lanes and rows, left of the map. */
  public String gutter() {
    Svg svg = new Svg();
    svg.open("svg").attr("class", "gutter").attr("width", GUTTER).attr("aria-hidden", "true");
    svg.attr("height", bottom + AXIS);
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      svg.label(map.lanes().get(lane), "tick", GUTTER - 6, (lane + 1) * LANE - 4, "end");
    }
    double lastLabel = Double.NEGATIVE_INFINITY;
    for (int row = 0; row < map.rows().size(); row++) {
      double middle = top + (row + 0.5) * rowHeight;
      boolean startsCore = row == 0 || map.rows().get(row).edge() != Edge.NONE;
      if (rowHeight >= MIN_LABELLED_ROW || (startsCore && middle - lastLabel >= 14)) {
        svg.label(map.rows().get(row).name(), "tick", GUTTER - 6, middle + 4, "end");
        lastLabel = middle;
      }
    }
    return svg.close().finish();
  }

  /** The map itself. */
  public String plot() {
    Svg svg = new Svg();
    svg.open("svg").attr("class", "loadmap").attr("width", "100%");
    svg.attr("height", bottom + AXIS);
    svg.attr("role", "img").attr("aria-label", map.description());
    map.bars().forEach(bar -> bar(svg, bar));
    box(svg.open("rect").attr("class", "ground")).close();
    svg.open("image").attr("preserveAspectRatio", "none");
    box(svg).attr("href", image()).close();
    dividers(svg);
    hatch(svg);
    axis(svg);
    return svg.close().finish();
  }

  private void bar(Svg svg, Bar bar) {
    boolean all = bar.lane() == LoadMap.ALL_LANES;
    double floor = all ? map.lanes().size() * LANE : (bar.lane() + 1) * LANE;
    double height = all ? Math.max(0, floor - 2) : MIN_BAR + bar.height() * (LANE - MIN_BAR - 2);
    svg.open("rect").attr("class", "trial " + bar.kind().look().cssClass());
    svg.attr("x", Svg.percent(bar.from())).attr("width", Svg.percent(bar.to() - bar.from()));
    svg.attr("y", floor - height).attr("height", height);
    svg.title(bar.label()).close();
  }

  private Svg box(Svg svg) {
    svg.attr("x", 0).attr("y", top);
    return svg.attr("width", "100%").attr("height", bottom - top);
  }

  /** A PNG with a pixel for each cell. */
  private String image() {
    int[][] colors = map.colors();
    int width = colors[0].length;
    BufferedImage image = new BufferedImage(width, colors.length, BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < colors.length; row++) {
      image.setRGB(0, row, width, 1, colors[row], 0, width);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java runtime has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
  }

  private void dividers(Svg svg) {
    double at = top;
    for (Row row : map.rows()) {
      if (row.edge() == Edge.PACKAGE) {
        svg.line("package-edge", "0", at, "100%", at);
      } else if (row.edge() == Edge.CORE && rowHeight >= MIN_DIVIDED_ROW) {
        svg.line("core-edge", "0", at, "100%", at);
      }
      at += rowHeight;
    }
  }

  private void hatch(Svg svg) {
    if (!map.hasBackgroundLoad()) {
      return;
    }
    svg.open("pattern").attr("id", "background").attr("patternUnits", "userSpaceOnUse");
    svg.attr("width", 6).attr("height", 6).attr("patternTransform", "rotate(45)");
    svg.line("hatch", 0, 0, 0, 6).close();
    for (Bar bar : map.bars()) {
      if (bar.background()) {
        svg.open("rect").attr("fill", "url(#background)").attr("x", Svg.percent(bar.from()));
        svg.attr("width", Svg.percent(bar.to() - bar.from()));
        svg.attr("y", top).attr("height", bottom - top).close();
      }
    }
  }

  private void axis(Svg svg) {
    for (Axis.Tick tick : map.timeAxis().ticks()) {
      String x = Svg.percent(tick.at());
      svg.line("axis", x, bottom, x, bottom + 4);
      String anchor = tick.at() == 0 ? "start" : tick.at() > 0.94 ? "end" : "middle";
      svg.label(tick.label(), "tick", x, bottom + 17, anchor);
    }
    svg.label(map.timeAxis().title(), "axis-title", "100%", bottom + 31, "end");
  }
}
