package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.PairsRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** What every two logical CPUs do together, as colour; siblings by declaration are neighbours. */
final class PairMatrixFigure {

  private static final int LEAST_PLOT_PX = 200;
  private static final int MOST_PLOT_PX = 512;
  private static final int CELL_PX = 60;

  /** What stands left of the plot: title and labels. */
  private static final int LEFT_PX = 50;

  private static final int LABEL_PX = 16;
  private static final int BAR_GAP_PX = 14;
  private static final int BAR_PX = 10;

  /** From here on figures do not fit their cells. */
  private static final int MOST_LABELLED_CPUS = 16;

  /** Pixels of the image per pixel of the figure: viewers smooth what they enlarge. */
  private static final int DETAIL = 2;

  private static final float DECLARED_PX = 2.2f;

  private final PairsRun run;
  private final List<Integer> cpus;

  PairMatrixFigure(PairsRun run) {
    this.run = run;
    this.cpus = run.siblingsAdjacent();
  }

  /** Empty where no pair was measured. */
  Optional<Figure> figure() {
    if (run.pairs().isEmpty()) {
      return Optional.empty();
    }
    int plotPx = Math.clamp((long) cpus.size() * CELL_PX, LEAST_PLOT_PX, MOST_PLOT_PX);
    Axis rows = Axis.rows("logical CPU", cpus.stream().map(String::valueOf).toList());
    Axis y = new Axis(rows.title(), rows.min(), rows.max(), every(rows.ticks(), plotPx), false);
    List<Axis.Tick> columns =
        IntStream.range(0, cpus.size())
            .mapToObj(i -> new Axis.Tick(i, String.valueOf(cpus.get(i))))
            .toList();
    Axis x = new Axis("logical CPU", rows.min(), rows.max(), every(columns, plotPx), false);
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    // XChart paints nothing without a series.
    drawing.line(ChartStyle.BACKGROUND, ChartStyle.THIN, x.min(), y.min(), x.max(), y.max());
    return Optional.of(
        new AxesFigure(
            FigureSize.SCREEN,
            "pairs",
            Machines.heading(
                "What two logical CPUs do together, in what one does alone",
                run.machine(),
                run.simulated()),
            plotPx,
            ChartStyle.WIDTH_PX - LEFT_PX - plotPx,
            new Legend(legend()),
            List.of(),
            drawing,
            this::overlay));
  }

  private List<Axis.Tick> every(List<Axis.Tick> ticks, int plotPx) {
    int step = 1;
    while ((double) plotPx / cpus.size() * step < LABEL_PX) {
      step *= 2;
    }
    List<Axis.Tick> some = new ArrayList<>();
    for (int i = 0; i < ticks.size(); i += step) {
      some.add(ticks.get(i));
    }
    return some;
  }

  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    if (!run.sharing().declared().isEmpty()) {
      entries.add(
          new Legend.Entry("declared to share a core", ChartStyle.INK, ChartStyle.LINE, null));
    }
    if (!run.sharing().groups().isEmpty()) {
      entries.add(
          new Legend.Entry(
              run.sharing().isKnown()
                  ? "share a core by measurement"
                  : "may share a core: the measurement does not tell",
              ChartStyle.INK,
              null,
              SeriesMarkers.CIRCLE));
    }
    if (run.pairs().size() < run.pairsInAll()) {
      entries.add(Legend.Entry.swatch("not measured", new Color(RatioColors.NONE_RGB)));
    }
    return entries;
  }

  private void overlay(Graphics2D g, PlotArea plot) {
    if (cpus.size() <= MOST_LABELLED_CPUS) {
      paintCells(g, plot);
    } else {
      paintImage(g, plot.bounds());
    }
    run.sharing().declared().forEach(core -> outline(g, plot, core));
    for (CpuPair pair : CpuPair.all(cpus)) {
      if (run.sharing().isShared(pair)) {
        places(pair).forEach(place -> mark(g, cell(plot, place)));
      }
    }
    g.setColor(ChartStyle.REFERENCE);
    g.setStroke(ChartStyle.THIN);
    g.draw(plot.bounds());
    colorBar(g, plot.bounds());
  }

  private void paintCells(Graphics2D g, PlotArea plot) {
    fill(g, plot.bounds(), new Color(RatioColors.NONE_RGB));
    run.pairs()
        .forEach(
            ratio -> places(ratio.cpuPair()).forEach(place -> fill(g, cell(plot, place), ratio)));
    IntStream.range(0, cpus.size())
        .forEach(i -> fill(g, cell(plot, new Place(i, i)), ChartStyle.BACKGROUND));
    grid(g, plot);
  }

  /** One image in place of thousands of rectangles. */
  private void paintImage(Graphics2D g, Rectangle2D bounds) {
    int[][] colors = new int[cpus.size()][cpus.size()];
    for (int i = 0; i < cpus.size(); i++) {
      Arrays.fill(colors[i], RatioColors.NONE_RGB);
      colors[i][i] = ChartStyle.BACKGROUND.getRGB();
    }
    for (PairRatio ratio : run.pairs()) {
      places(ratio.cpuPair())
          .forEach(place -> colors[place.row()][place.column()] = RatioColors.rgb(ratio.median()));
    }
    int size = DETAIL * (int) bounds.getWidth();
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        image.setRGB(x, y, colors[y * cpus.size() / size][x * cpus.size() / size]);
      }
    }
    g.drawImage(
        image,
        (int) bounds.getX(),
        (int) bounds.getY(),
        (int) bounds.getWidth(),
        (int) bounds.getHeight(),
        null);
  }

  /** A cell, by its column from the left and its row from the top. */
  private record Place(int column, int row) {}

  private List<Place> places(CpuPair pair) {
    int one = cpus.indexOf(pair.first());
    int other = cpus.indexOf(pair.second());
    return List.of(new Place(one, other), new Place(other, one));
  }

  private Rectangle2D cell(PlotArea plot, Place place) {
    double width = plot.bounds().getWidth() / cpus.size();
    double height = plot.bounds().getHeight() / cpus.size();
    return new Rectangle2D.Double(
        plot.bounds().getMinX() + place.column() * width,
        plot.bounds().getMinY() + place.row() * height,
        width,
        height);
  }

  private void fill(Graphics2D g, Rectangle2D cell, PairRatio ratio) {
    fill(g, cell, new Color(RatioColors.rgb(ratio.median())));
    Text.drawCentred(
        g,
        String.format(Locale.ROOT, "%.2f", ratio.median()),
        ChartStyle.SMALL,
        RatioColors.isDark(ratio.median()) ? ChartStyle.BACKGROUND : ChartStyle.INK,
        Anchor.MIDDLE,
        cell.getCenterX(),
        cell.getCenterY());
  }

  private static void fill(Graphics2D g, Rectangle2D cell, Color color) {
    g.setColor(color);
    g.fill(cell);
  }

  private void grid(Graphics2D g, PlotArea plot) {
    g.setColor(ChartStyle.BACKGROUND);
    g.setStroke(ChartStyle.THIN);
    for (int i = 1; i < cpus.size(); i++) {
      Rectangle2D cell = cell(plot, new Place(i, i));
      Rectangle2D all = plot.bounds();
      g.draw(new Line2D.Double(cell.getMinX(), all.getMinY(), cell.getMinX(), all.getMaxY()));
      g.draw(new Line2D.Double(all.getMinX(), cell.getMinY(), all.getMaxX(), cell.getMinY()));
    }
  }

  /** Siblings by declaration are neighbours, so that their cells are one square. */
  private void outline(Graphics2D g, PlotArea plot, List<Integer> core) {
    int first = core.stream().mapToInt(cpus::indexOf).min().orElseThrow();
    int last = core.stream().mapToInt(cpus::indexOf).max().orElseThrow();
    Rectangle2D square = cell(plot, new Place(first, first));
    square.add(cell(plot, new Place(last, last)));
    g.setColor(ChartStyle.INK);
    g.setStroke(new BasicStroke(cpus.size() <= MOST_LABELLED_CPUS ? DECLARED_PX : 1f));
    g.draw(square);
  }

  private void mark(Graphics2D g, Rectangle2D cell) {
    boolean labelled = cpus.size() <= MOST_LABELLED_CPUS;
    double size = Math.min(ChartStyle.POINT_PX, cell.getWidth() / 2);
    double x = labelled ? cell.getMaxX() - size - 1 : cell.getCenterX();
    double y = labelled ? cell.getMinY() + size + 1 : cell.getCenterY();
    g.setColor(ChartStyle.INK);
    g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
  }

  private static void colorBar(Graphics2D g, Rectangle2D plot) {
    int height = (int) plot.getHeight();
    BufferedImage ramp = new BufferedImage(1, DETAIL * height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < ramp.getHeight(); y++) {
      double place = (double) y / (ramp.getHeight() - 1);
      ramp.setRGB(
          0,
          y,
          RatioColors.rgb(
              RatioColors.HIGHEST - place * (RatioColors.HIGHEST - RatioColors.LOWEST)));
    }
    int left = (int) plot.getMaxX() + BAR_GAP_PX;
    int top = (int) plot.getMinY();
    g.drawImage(ramp, left, top, BAR_PX, height, null);
    g.setColor(ChartStyle.REFERENCE);
    g.draw(new Rectangle2D.Double(left, top, BAR_PX, height));
    double x = left + BAR_PX + 4.0;
    barLabel(g, "2: a core each", x, top + 4.0);
    barLabel(g, "1.5", x, top + height / 2.0);
    barLabel(g, "1: one core", x, top + height - 4.0);
  }

  private static void barLabel(Graphics2D g, String text, double x, double y) {
    Text.drawCentred(g, text, ChartStyle.SMALL, ChartStyle.INK, Anchor.START, x, y);
  }
}
