package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.Shape;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.analysis.model.trial.PairRatio;
import io.coreyield.analysis.model.trial.PairsRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What every two logical CPUs do together as colour, in a square that is mirrored. */
final class PairMatrixFigure {

  private static final int MIN_PLOT_PX = 200;
  private static final int MAX_PLOT_PX = 512;
  private static final int CELL_PX = 60;

  /** Left of the plot: title and labels. */
  private static final int LEFT_PX = 50;

  private static final int LABEL_PX = 16;
  private static final int SCALE_GAP_PX = 14;

  /** From here on figures do not fit their cells. */
  private static final int MAX_LABELLED_CPUS = 16;

  private static final float DECLARED_PX = 2.2f;

  private final PairsRun run;
  private final List<Integer> cpus;
  private final int count;
  private final int plotPx;
  private final boolean labelled;

  private PairMatrixFigure(PairsRun run) {
    this.run = run;
    this.cpus = run.siblingsAdjacent();
    this.count = cpus.size();
    this.plotPx = Math.clamp((long) count * CELL_PX, MIN_PLOT_PX, MAX_PLOT_PX);
    this.labelled = count <= MAX_LABELLED_CPUS;
  }

  /** Empty where no pair was measured. */
  static Optional<Figure> of(PairsRun run) {
    return run.topology().pairs().isEmpty()
        ? Optional.empty()
        : Optional.of(new PairMatrixFigure(run).figure());
  }

  private Figure figure() {
    return new Figure(
        FigureSize.SCREEN,
        "pairs",
        Heading.of(
            "Throughput of two logical CPUs together, in multiples of one alone",
            run.machine(),
            run.simulated()),
        axis(i -> i),
        axis(i -> count - 1 - i),
        plotPx,
        ChartStyle.WIDTH_PX - LEFT_PX - plotPx,
        new Legend(List.of(legend())),
        List.of(),
        this::paint);
  }

  private Axis axis(IntUnaryOperator place) {
    List<Axis.Tick> ticks =
        IntStream.range(0, count)
            .mapToObj(i -> new Axis.Tick(place.applyAsInt(i), String.valueOf(cpus.get(i))))
            .toList();
    return new Axis(
        "logical CPU", -0.5, count - 0.5, HeatDrawing.thinned(ticks, plotPx, LABEL_PX), false);
  }

  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    if (!run.topology().sharing().declared().isEmpty()) {
      entries.add(
          new Legend.Entry("declared to share a core", ChartStyle.INK, ChartStyle.LINE, null));
    }
    if (!run.topology().sharing().groups().isEmpty()) {
      String label =
          run.topology().sharing().isKnown()
              ? "share a core by measurement"
              : "may share a core: the measurement is not clear";
      entries.add(
          new Legend.Entry(
              label, ChartStyle.INK, null, new ShapeMarker(Shape.CIRCLE, false, true)));
    }
    if (run.topology().pairs().size() < run.topology().setup().pairsInAll()) {
      entries.add(Legend.Entry.swatch("not measured", new Color(HeatColors.NOT_MEASURED)));
    }
    return entries;
  }

  private void paint(Graphics2D g, PlotArea plot) {
    Rectangle2D bounds = plot.bounds();
    HeatDrawing.cells(g, colors(), bounds);
    if (labelled) {
      grid(g, bounds);
      run.topology().pairs().stream()
          .filter(pair -> pair.median() > 0)
          .forEach(
              pair -> cells(bounds, pair.cpuPair()).forEach(cell -> label(g, cell, pair.median())));
    }
    g.setColor(ChartStyle.INK);
    g.setStroke(new BasicStroke(labelled ? DECLARED_PX : 1f));
    for (List<Integer> core : run.topology().sharing().declared()) {
      IntSummaryStatistics places = core.stream().mapToInt(cpus::indexOf).summaryStatistics();
      Rectangle2D first = cell(bounds, places.getMin(), places.getMin());
      g.draw(first.createUnion(cell(bounds, places.getMax(), places.getMax())));
    }
    CpuPair.all(cpus).stream()
        .filter(run.topology().sharing()::isShared)
        .forEach(pair -> cells(bounds, pair).forEach(cell -> dot(g, cell)));
    ChartStyle.line(g, ChartStyle.REFERENCE, bounds);
    HeatDrawing.scale(
        g,
        share -> HeatColors.ratio(1 + share),
        List.of("1: one core", "1.5", "2: a core each"),
        ChartStyle.SMALL,
        new Rectangle2D.Double(
            (int) bounds.getMaxX() + SCALE_GAP_PX, bounds.getMinY(), 0, bounds.getHeight()));
  }

  private int[][] colors() {
    int[][] colors = new int[count][count];
    for (int row = 0; row < count; row++) {
      Arrays.fill(colors[row], HeatColors.NOT_MEASURED);
      colors[row][row] = ChartStyle.BACKGROUND.getRGB();
    }
    for (PairRatio pair : run.topology().pairs()) {
      int one = cpus.indexOf(pair.cpuPair().first());
      int other = cpus.indexOf(pair.cpuPair().second());
      colors[one][other] = HeatColors.ratio(pair.median());
      colors[other][one] = colors[one][other];
    }
    return colors;
  }

  /** The two cells of a pair. */
  private Stream<Rectangle2D> cells(Rectangle2D bounds, CpuPair pair) {
    int one = cpus.indexOf(pair.first());
    int other = cpus.indexOf(pair.second());
    return Stream.of(cell(bounds, one, other), cell(bounds, other, one));
  }

  private Rectangle2D cell(Rectangle2D bounds, int column, int row) {
    double width = bounds.getWidth() / count;
    double height = bounds.getHeight() / count;
    return new Rectangle2D.Double(
        bounds.getMinX() + column * width, bounds.getMinY() + row * height, width, height);
  }

  private static void label(Graphics2D g, Rectangle2D cell, double ratio) {
    Color color = HeatColors.isDark(ratio) ? ChartStyle.BACKGROUND : ChartStyle.INK;
    new Text(String.format(Locale.ROOT, "%.2f", ratio), ChartStyle.SMALL, color)
        .drawCentred(g, Anchor.MIDDLE, cell.getCenterX(), cell.getCenterY());
  }

  private void grid(Graphics2D g, Rectangle2D all) {
    for (int i = 1; i < count; i++) {
      double x = all.getMinX() + all.getWidth() * i / count;
      double y = all.getMinY() + all.getHeight() * i / count;
      ChartStyle.line(g, ChartStyle.BACKGROUND, x, all.getMinY(), x, all.getMaxY());
      ChartStyle.line(g, ChartStyle.BACKGROUND, all.getMinX(), y, all.getMaxX(), y);
    }
  }

  private void dot(Graphics2D g, Rectangle2D cell) {
    double size = Math.min(ChartStyle.POINT_PX, cell.getWidth() / 2);
    double x = labelled ? cell.getMaxX() - size - 1 : cell.getCenterX();
    double y = labelled ? cell.getMinY() + size + 1 : cell.getCenterY();
    g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
  }
}
