package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.LoadMap.Bar;
import io.coreyield.analysis.chart.LoadMap.Edge;
import io.coreyield.analysis.model.trial.RunInfo;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A load map in a file. */
final class LoadMapFigure {

  private static final int RIGHT_PX = 64;
  private static final int LANE_PX = 16;
  private static final int MIN_BAR_PX = 4;
  private static final int GAP_PX = 4;
  private static final int MIN_MAP_PX = 130;
  private static final int MAX_MAP_PX = 384;
  private static final int ROW_PX = 20;
  private static final int LABEL_PX = 13;
  private static final int HATCH_PX = 6;

  private final LoadMap map;
  private final RunInfo info;
  private final FigureSize size;
  private final int mapPx;
  private final int lanes;
  private final double rowsPerPx;

  LoadMapFigure(LoadMap map, RunInfo info, FigureSize size) {
    this.map = map;
    this.info = info;
    this.size = size;
    this.mapPx = Math.clamp((long) map.rows().size() * ROW_PX, MIN_MAP_PX, MAX_MAP_PX);
    this.lanes = map.bars().isEmpty() ? 0 : Math.max(1, map.lanes().size());
    this.rowsPerPx = (double) map.rows().size() / mapPx;
  }

  Figure figure() {
    return new Figure(
        size,
        "load-map",
        Heading.of("Load of the logical CPUs over the run", info),
        map.timeAxis(),
        cpuAxis(),
        mapPx + stripPx(),
        RIGHT_PX,
        new Legend(List.of(bars(), cpus())),
        List.of(),
        this::paint);
  }

  private int stripPx() {
    return lanes == 0 ? 0 : GAP_PX + lanes * LANE_PX;
  }

  /** Rows of the map and above them the lanes. */
  private Axis cpuAxis() {
    Axis rows = Axis.rows("", map.rows().stream().map(LoadMap.Row::name).toList());
    List<Axis.Tick> ticks = new ArrayList<>(HeatDrawing.thinned(rows.ticks(), mapPx, LABEL_PX));
    for (int lane = 0; lane < map.lanes().size(); lane++) {
      ticks.add(new Axis.Tick(floor(lane) + LANE_PX / 2.0 * rowsPerPx, map.lanes().get(lane)));
    }
    return new Axis(rows.title(), rows.min(), rows.max() + stripPx() * rowsPerPx, ticks, false);
  }

  /** The lower edge of a lane, in rows. */
  private double floor(int lane) {
    return map.rows().size() - 0.5 + (GAP_PX + (lanes - 1 - lane) * LANE_PX) * rowsPerPx;
  }

  private void bar(Graphics2D g, PlotArea plot, Bar bar) {
    boolean all = bar.lane() == LoadMap.ALL_LANES;
    double heightPx =
        all ? lanes * LANE_PX - 1 : MIN_BAR_PX + bar.height() * (LANE_PX - MIN_BAR_PX - 1);
    double bottom = floor(all ? lanes - 1 : bar.lane());
    // A hair of white between two bars.
    double gap = Math.min((bar.to() - bar.from()) / 4, 1 / 1500.0);
    double top = bottom + heightPx * rowsPerPx;
    plot.fill(g, ChartStyle.color(bar.kind().look()), bar.from(), bottom, bar.to() - gap, top);
  }

  private List<Legend.Entry> bars() {
    return map.legend().stream()
        .map(kind -> Legend.Entry.swatch(kind.label(), ChartStyle.color(kind.look())))
        .toList();
  }

  private List<Legend.Entry> cpus() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(Legend.Entry.swatch("CPU ran programs", new Color(HeatColors.BUSY)));
    entries.add(Legend.Entry.swatch("operating system", new Color(HeatColors.SYSTEM)));
    entries.add(Legend.Entry.swatch("taken by the hypervisor", new Color(HeatColors.STOLEN)));
    if (map.hasUncounted()) {
      entries.add(Legend.Entry.swatch("not counted", new Color(HeatColors.NOT_COUNTED)));
    }
    return entries;
  }

  private void paint(Graphics2D g, PlotArea plot) {
    map.bars().forEach(bar -> bar(g, plot, bar));
    Rectangle2D bounds = plot.bounds();
    double top = Math.round(plot.y(map.rows().size() - 0.5));
    Rectangle2D place =
        new Rectangle2D.Double(
            bounds.getMinX(), top, bounds.getWidth(), Math.round(bounds.getMaxY()) - top);
    HeatDrawing.cells(g, HeatColors.onWhite(map.colors()), place);
    separateCores(g, place);
    map.bars().stream().filter(Bar::background).forEach(bar -> hatch(g, plot, bar, place));
    ChartStyle.line(g, ChartStyle.REFERENCE, place);
    HeatDrawing.scale(
        g,
        share -> HeatColors.onWhite(HeatColors.BUSY, share),
        List.of("0 %", "25 %", "50 %", "75 %", "100 %"),
        size.small(),
        new Rectangle2D.Double(bounds.getMaxX() + 12, top, 0, place.getHeight()));
  }

  private void separateCores(Graphics2D g, Rectangle2D place) {
    for (int row = 1; row < map.rows().size(); row++) {
      if (map.rows().get(row).edge() != Edge.NONE) {
        double y = place.getMinY() + row / (double) map.rows().size() * place.getHeight();
        ChartStyle.line(g, ChartStyle.REFERENCE, place.getMinX(), y, place.getMaxX(), y);
      }
    }
  }

  private static void hatch(Graphics2D g, PlotArea plot, Bar bar, Rectangle2D place) {
    double left = plot.x(bar.from());
    double right = plot.x(bar.to());
    Shape before = g.getClip();
    g.clip(new Rectangle2D.Double(left, place.getMinY(), right - left, place.getHeight()));
    double height = place.getHeight();
    for (double x = left - height; x < right; x += HATCH_PX) {
      ChartStyle.line(g, ChartStyle.INK, x, place.getMaxY(), x + height, place.getMinY());
    }
    g.setClip(before);
  }
}
