package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.PairMatrix;
import io.coreyield.analysis.chart.PairMatrix.Cell;
import io.coreyield.analysis.chart.Shape;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import io.coreyield.analysis.model.trial.PairsRun;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A matrix of pairs in a file. */
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

  private final PairMatrix matrix;
  private final PairsRun run;
  private final int count;
  private final int plotPx;
  private final boolean labelled;

  PairMatrixFigure(PairMatrix matrix, PairsRun run) {
    this.matrix = matrix;
    this.run = run;
    this.count = matrix.cpus().size();
    this.plotPx = Math.clamp((long) count * CELL_PX, MIN_PLOT_PX, MAX_PLOT_PX);
    this.labelled = count <= MAX_LABELLED_CPUS;
  }

  Figure figure() {
    Axis rows = Axis.rows("", matrix.cpus().stream().map(String::valueOf).toList());
    List<Axis.Tick> columns =
        IntStream.range(0, count)
            .mapToObj(i -> new Axis.Tick(i, String.valueOf(matrix.cpus().get(i))))
            .toList();
    Axis x = axis(columns);
    return new AxesFigure(
        FigureSize.SCREEN,
        "pairs",
        Heading.of(PairMatrix.TITLE, run.machine(), run.simulated()),
        x,
        axis(rows.ticks()),
        plotPx,
        ChartStyle.WIDTH_PX - LEFT_PX - plotPx,
        new Legend(matrix.legend().stream().map(PairMatrixFigure::entry).toList()),
        List.of(),
        this::paint);
  }

  private Axis axis(List<Axis.Tick> ticks) {
    return new Axis(
        "logical CPU", -0.5, count - 0.5, HeatDrawing.thinned(ticks, plotPx, LABEL_PX), false);
  }

  private static Legend.Entry entry(PairMatrix.Key key) {
    return switch (key) {
      case DECLARED -> new Legend.Entry(key.label(), ChartStyle.INK, ChartStyle.LINE, null);
      case SHARED, PERHAPS_SHARED ->
          new Legend.Entry(
              key.label(), ChartStyle.INK, null, new ShapeMarker(Shape.CIRCLE, false, true));
      case NOT_MEASURED -> Legend.Entry.swatch(key.label(), new Color(HeatColors.NOT_MEASURED));
    };
  }

  private void paint(Graphics2D g, PlotArea plot) {
    Rectangle2D bounds = plot.bounds();
    HeatDrawing.cells(g, colors(), bounds);
    if (labelled) {
      grid(g, bounds);
      matrix.cells().stream().filter(c -> c.ratio() > 0).forEach(c -> label(g, bounds, c));
    }
    g.setColor(ChartStyle.INK);
    g.setStroke(new BasicStroke(labelled ? DECLARED_PX : 1f));
    matrix.declared().forEach(core -> g.draw(square(bounds, core.first(), core.last())));
    matrix.cells().stream().filter(Cell::shared).forEach(cell -> mark(g, cell(bounds, cell)));
    HeatDrawing.frame(g, bounds);
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
    for (int[] row : colors) {
      Arrays.fill(row, ChartStyle.BACKGROUND.getRGB());
    }
    matrix.cells().forEach(c -> colors[c.row()][c.column()] = HeatColors.ratio(c.ratio()));
    return colors;
  }

  private Rectangle2D cell(Rectangle2D bounds, Cell cell) {
    return cell(bounds, cell.column(), cell.row());
  }

  private Rectangle2D cell(Rectangle2D bounds, int column, int row) {
    double width = bounds.getWidth() / count;
    double height = bounds.getHeight() / count;
    return new Rectangle2D.Double(
        bounds.getMinX() + column * width, bounds.getMinY() + row * height, width, height);
  }

  /** From one place on the diagonal to another. */
  private Rectangle2D square(Rectangle2D bounds, int first, int last) {
    return cell(bounds, first, first).createUnion(cell(bounds, last, last));
  }

  private void label(Graphics2D g, Rectangle2D bounds, Cell cell) {
    Rectangle2D place = cell(bounds, cell);
    Text.drawCentred(
        g,
        String.format(Locale.ROOT, "%.2f", cell.ratio()),
        ChartStyle.SMALL,
        HeatColors.isDark(cell.ratio()) ? ChartStyle.BACKGROUND : ChartStyle.INK,
        Anchor.MIDDLE,
        place.getCenterX(),
        place.getCenterY());
  }

  private void grid(Graphics2D g, Rectangle2D all) {
    g.setColor(ChartStyle.BACKGROUND);
    g.setStroke(ChartStyle.THIN);
    for (int i = 1; i < count; i++) {
      double x = all.getMinX() + all.getWidth() * i / count;
      double y = all.getMinY() + all.getHeight() * i / count;
      g.draw(new Line2D.Double(x, all.getMinY(), x, all.getMaxY()));
      g.draw(new Line2D.Double(all.getMinX(), y, all.getMaxX(), y));
    }
  }

  private void mark(Graphics2D g, Rectangle2D cell) {
    double size = Math.min(ChartStyle.POINT_PX, cell.getWidth() / 2);
    double x = labelled ? cell.getMaxX() - size - 1 : cell.getCenterX();
    double y = labelled ? cell.getMinY() + size + 1 : cell.getCenterY();
    g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size));
  }
}
