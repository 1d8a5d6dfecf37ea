package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/** What each two kernels do on one core, as colour and figure: a row and a column per kernel. */
final class KernelMatrixFigure {

  private static final int ROW_PX = 44;
  private static final int SCALE_ROOM_PX = 110;
  private static final int SCALE_GAP_PX = 14;
  private static final float OUTLINE_PX = 2.2f;

  /** Between the two figures of a cell. */
  private static final int LINE_PX = 8;

  private final Cohabitation found;
  private final RunInfo info;
  private final List<Kernel> kernels;

  private KernelMatrixFigure(Cohabitation found, RunInfo info) {
    this.found = found;
    this.info = info;
    this.kernels = found.kernels();
  }

  /** Empty where nothing of it is known. */
  static Optional<Figure> of(MeasuredFindings findings, FigureSize size) {
    return Optional.ofNullable(findings.cohabitation())
        .filter(found ->
            found.pairings().stream().anyMatch(p -> CohabitWords.worth(found, p).hasValue()))
        .map(found -> new KernelMatrixFigure(found, findings.run().info()).figure(size));
  }

  private Figure figure(FigureSize size) {
    return new Figure(
        size,
        "cohabitation",
        Heading.of(
            found.onSiblings()
                ? "Two kinds of code on one core, in units of each alone"
                : "Two kinds of code on two cores, in units of each alone",
            info),
        axis("beside", i -> i),
        axis("kernel", i -> kernels.size() - 1 - i),
        ROW_PX * kernels.size(),
        SCALE_ROOM_PX,
        new Legend(List.of(legend())),
        List.of(),
        this::paint);
  }

  private Axis axis(String title, IntUnaryOperator place) {
    List<Axis.Tick> ticks =
        IntStream.range(0, kernels.size())
            .mapToObj(i -> new Axis.Tick(place.applyAsInt(i), kernels.get(i).id()))
            .toList();
    return new Axis(title, -0.5, kernels.size() - 0.5, ticks, false);
  }

  private List<Legend.Entry> legend() {
    List<Legend.Entry> entries = new ArrayList<>();
    entries.add(
        new Legend.Entry(
            "above: weighted speedup; below: what the row's code keeps of its speed",
            ChartStyle.BACKGROUND,
            null,
            null));
    if (found.pairings().stream().anyMatch(KernelMatrixFigure::isHarmful)) {
      entries.add(
          new Legend.Entry("less than taking turns", ChartStyle.INK, ChartStyle.LINE, null));
    }
    return entries;
  }

  private static boolean isHarmful(Pairing pairing) {
    return pairing.category() == Category.HARMFUL;
  }

  private void paint(Graphics2D g, PlotArea plot) {
    Rectangle2D bounds = plot.bounds();
    HeatDrawing.cells(g, colors(), bounds);
    for (int row = 0; row < kernels.size(); row++) {
      for (int column = 0; column < kernels.size(); column++) {
        Rectangle2D cell = cell(bounds, column, row);
        found
            .pairing(kernels.get(row), kernels.get(column))
            .ifPresent(pairing -> label(g, cell, pairing));
      }
    }
    HeatDrawing.scale(
        g,
        share -> HeatColors.ratio(1 + share),
        List.of("1: one thread", "1.5", "2: two cores"),
        ChartStyle.SMALL,
        new Rectangle2D.Double(
            (int) bounds.getMaxX() + SCALE_GAP_PX, bounds.getMinY(), 0, bounds.getHeight()));
  }

  private int[][] colors() {
    return kernels.stream()
        .map(row -> kernels.stream().mapToInt(column -> color(row, column)).toArray())
        .toArray(int[][]::new);
  }

  private int color(Kernel row, Kernel column) {
    return HeatColors.ratio(
        found
            .pairing(row, column)
            .map(pairing -> CohabitWords.worth(found, pairing).value())
            .orElse(Double.NaN));
  }

  private Rectangle2D cell(Rectangle2D bounds, int column, int row) {
    double width = bounds.getWidth() / kernels.size();
    double height = bounds.getHeight() / kernels.size();
    return new Rectangle2D.Double(
        bounds.getMinX() + column * width, bounds.getMinY() + row * height, width, height);
  }

  private void label(Graphics2D g, Rectangle2D cell, Pairing pairing) {
    double worth = CohabitWords.worth(found, pairing).value();
    Color color = HeatColors.isDark(worth) ? ChartStyle.BACKGROUND : ChartStyle.INK;
    new Text(Unit.FACTOR.text(worth), ChartStyle.LABEL, color)
        .drawCentred(g, Anchor.MIDDLE, cell.getCenterX(), cell.getCenterY() - LINE_PX);
    new Text(
            CohabitWords.share((found.onSiblings() ? pairing.core() : pairing.apart()).kernel()),
            ChartStyle.SMALL,
            color)
        .drawCentred(g, Anchor.MIDDLE, cell.getCenterX(), cell.getCenterY() + LINE_PX);
    if (isHarmful(pairing)) {
      g.setColor(ChartStyle.INK);
      g.setStroke(new BasicStroke(OUTLINE_PX));
      g.draw(
          new Rectangle2D.Double(
              cell.getX() + 2, cell.getY() + 2, cell.getWidth() - 4, cell.getHeight() - 4));
    }
  }
}
