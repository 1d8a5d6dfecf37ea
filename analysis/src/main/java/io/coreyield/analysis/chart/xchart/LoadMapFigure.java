package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.trial.Imported;
import io.coreyield.analysis.model.trial.Imported.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.scaling.CapturedLoad;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The load of every logical CPU over time as colour, with the trials in a strip above it. */
final class LoadMapFigure {

  private static final int RIGHT_PX = 64;
  private static final int STRIP_PX = 14;
  private static final int STRIP_GAP_PX = 4;
  private static final int LEAST_MAP_PX = 130;
  private static final int MOST_MAP_PX = 384;
  private static final int ROW_PX = 20;
  private static final int LABEL_PX = 13;

  /** Beyond this, lines between cores would hide the cores. */
  private static final int MOST_SEPARATED_CPUS = 48;

  /** Pixels of the image per pixel of the figure: viewers smooth what they enlarge. */
  private static final int DETAIL = 2;

  private static final Color IDLE = new Color(0xBF, 0xBF, 0xBF);
  private static final Color FAILED = new Color(0x40, 0x40, 0x40);

  private final Run run;
  private final FigureSize size;
  private final List<LogicalCpu> cpus;

  /** Of a capture, without the time between segments. */
  LoadMapFigure(Run run, FigureSize size) {
    this.size = size;
    this.run = CapturedLoad.withoutGaps(run);
    List<Integer> sampled = run.load().cpuIds();
    this.cpus =
        run.info().machine().topology().siblingsAdjacent().stream()
            .filter(cpu -> sampled.contains(cpu.id()))
            .toList();
  }

  /** Empty where fewer than two samples were taken, or of none of the machine's CPUs. */
  Optional<Figure> figure() {
    if (run.load().samples() < 2 || cpus.isEmpty()) {
      return Optional.empty();
    }
    LoadGrid grid = LoadGrid.of(run.load());
    int mapPx = Math.clamp((long) cpus.size() * ROW_PX, LEAST_MAP_PX, MOST_MAP_PX);
    int plotPx = mapPx + STRIP_GAP_PX + STRIP_PX;
    Axis y = cpuAxis((double) plotPx / mapPx, mapPx);
    Axis x = Axis.exact(xTitle(), 0, grid.seconds());
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    double stripBottom = cpus.size() * (double) (mapPx + STRIP_GAP_PX) / mapPx - 0.5;
    run.trials().forEach(trial -> strip(drawing, trial, run.load().timeNs(0), stripBottom));
    segments().forEach(segment -> strip(drawing, segment, stripBottom));
    BufferedImage image = image(grid, mapPx);
    return Optional.of(
        new AxesFigure(
            size,
            "load-map",
            Machines.heading("Load of every logical CPU over the run", run.info()),
            plotPx,
            RIGHT_PX,
            new Legend(legend()),
            List.of(),
            drawing,
            (g, plot) -> overlay(g, plot, image)));
  }

  /** The map's rows and above them the strip; as many labels as there is room for, evenly. */
  private Axis cpuAxis(double stretch, int mapPx) {
    Axis rows =
        Axis.rows("logical CPU", cpus.stream().map(cpu -> Integer.toString(cpu.id())).toList());
    int step = 1;
    while ((double) mapPx / cpus.size() * step < LABEL_PX) {
      step *= 2;
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int row = 0; row < cpus.size(); row += step) {
      ticks.add(rows.ticks().get(row));
    }
    return new Axis(rows.title(), rows.min(), rows.min() + cpus.size() * stretch, ticks, false);
  }

  private String xTitle() {
    return run.info().imported() == null
        ? "seconds since the first sample"
        : "seconds of the capture, without the time between its segments";
  }

  private List<Segment> segments() {
    Imported imported = run.info().imported();
    return imported == null ? List.of() : imported.segments();
  }

  /** Segments in turns light and dark. */
  private void strip(Drawing drawing, Segment segment, double bottom) {
    Color color = segments().indexOf(segment) % 2 == 0 ? IDLE : FAILED;
    drawing.rectangle(
        color, segment.startNs() / 1e9, bottom, segment.endNs() / 1e9, drawing.y().max());
  }

  private void strip(Drawing drawing, Trial trial, long originNs, double bottom) {
    Color color =
        trial.succeeded() ? trial.workload().model().map(ChartStyle::color).orElse(IDLE) : FAILED;
    double from = (trial.startNs() - originNs) / 1e9;
    double to = (trial.endNs() - originNs) / 1e9;
    // A hair of white between two trials.
    double gap = Math.min((to - from) / 4, (drawing.x().max() - drawing.x().min()) / 1500);
    drawing.rectangle(color, from, bottom, to - gap, drawing.y().max());
  }

  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    models().forEach(m -> entries.add(Legend.Entry.swatch(m.title(), ChartStyle.color(m))));
    if (run.trials().stream().anyMatch(t -> t.succeeded() && t.workload().model().isEmpty())) {
      entries.add(Legend.Entry.swatch("idle", IDLE));
    }
    if (run.trials().stream().anyMatch(trial -> !trial.succeeded())) {
      entries.add(Legend.Entry.swatch("failed", FAILED));
    }
    return entries;
  }

  private Stream<ConcurrencyModel> models() {
    return run.trials().stream()
        .filter(Trial::succeeded)
        .flatMap(trial -> trial.workload().model().stream())
        .distinct()
        .sorted();
  }

  private BufferedImage image(LoadGrid grid, int mapPx) {
    List<Integer> sampled = run.load().cpuIds();
    int columns = grid.columns();
    int across = Math.max(1, DETAIL * LoadGrid.MAX_COLUMNS / columns);
    BufferedImage image =
        new BufferedImage(columns * across, mapPx * DETAIL, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < image.getHeight(); y++) {
      int row = (int) ((long) y * cpus.size() / image.getHeight());
      int cpu = sampled.indexOf(cpus.get(row).id());
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, LoadColors.rgb(grid.busyPercent(cpu, x / across)));
      }
    }
    return image;
  }

  private void overlay(Graphics2D g, PlotArea plot, BufferedImage image) {
    Rectangle2D bounds = plot.bounds();
    int top = (int) Math.round(plot.y(cpus.size() - 0.5));
    int height = (int) Math.round(bounds.getMaxY()) - top;
    g.drawImage(image, (int) bounds.getMinX(), top, (int) bounds.getWidth(), height, null);
    if (cpus.size() <= MOST_SEPARATED_CPUS) {
      separateCores(g, plot);
    }
    g.setColor(ChartStyle.REFERENCE);
    g.setStroke(ChartStyle.THIN);
    g.draw(new Rectangle2D.Double(bounds.getMinX(), top, bounds.getWidth(), height));
    colorBar(g, bounds.getMaxX() + 12, top, height);
  }

  private void separateCores(Graphics2D g, PlotArea plot) {
    Topology topology = run.info().machine().topology();
    g.setColor(ChartStyle.BACKGROUND);
    g.setStroke(ChartStyle.LINE);
    for (List<LogicalCpu> core : topology.cores()) {
      int last = cpus.indexOf(core.getLast());
      if (last >= 0 && last < cpus.size() - 1) {
        double y = plot.y(cpus.size() - 1 - last - 0.5);
        g.draw(new Line2D.Double(plot.bounds().getMinX(), y, plot.bounds().getMaxX(), y));
      }
    }
  }

  private void colorBar(Graphics2D g, double x, int top, int height) {
    BufferedImage ramp = new BufferedImage(1, DETAIL * height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < ramp.getHeight(); y++) {
      ramp.setRGB(0, y, LoadColors.rgb(100 - 100.0 * y / (ramp.getHeight() - 1)));
    }
    int left = (int) Math.round(x);
    g.drawImage(ramp, left, top, 10, height, null);
    g.setColor(ChartStyle.REFERENCE);
    g.draw(new Rectangle2D.Double(left, top, 10, height));
    for (int percent = 0; percent <= 100; percent += 25) {
      double y = top + height * (1 - percent / 100.0);
      Text.drawCentred(
          g,
          percent + " %",
          size.small(),
          ChartStyle.INK,
          Anchor.START,
          left + 14.0,
          Math.clamp(y, top + 4.0, top + height - 4.0));
    }
  }
}
