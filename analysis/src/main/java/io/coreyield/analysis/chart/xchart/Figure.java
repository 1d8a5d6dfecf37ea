package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.LabelSlots;
import io.coreyield.analysis.chart.Mark;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure with two axes. From top to bottom: heading, legend, labels of the marks, plot, axis.
 *
 * @param size where it is shown, which says how large a pixel of its layout is
 * @param name the file's name without its ending
 * @param heading what is shown
 * @param x below the plot
 * @param y left of the plot
 * @param plotHeightPx height of the plot alone
 * @param rightPx room right of the plot
 * @param legend what the colours mean
 * @param marks places on the x axis that are named above the plot, each in a row of its own
 * @param data paints the data
 */
record Figure(
    FigureSize size,
    String name,
    Heading heading,
    Axis x,
    Axis y,
    int plotHeightPx,
    int rightPx,
    Legend legend,
    List<Mark> marks,
    Painter data)
    implements Drawing {

  private static final int EDGE_PX = 10;
  private static final int HEADING_PX = 40;
  private static final int PRINTED_HEADING_PX = 22;
  private static final int PRINTED_TOP_PX = 6;
  private static final int TITLE_LINE_PX = 14;
  private static final int MARK_ROW_PX = 14;
  private static final int BOTTOM_PX = 42;
  private static final int TICK_PX = 4;
  private static final int LABEL_GAP_PX = 4;
  private static final int TITLE_PX = 18;

  /** Paints what is in the plot. */
  @FunctionalInterface
  interface Painter {

    void paint(Graphics2D g, PlotArea plot);
  }

  @Override
  public int widthPx() {
    return size.widthPx();
  }

  @Override
  public int heightPx() {
    return topPx() + plotHeightPx + BOTTOM_PX + TITLE_LINE_PX * (xTitle().size() - 1);
  }

  @Override
  public void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    g.setColor(ChartStyle.BACKGROUND);
    g.fill(new Rectangle2D.Double(0, 0, widthPx(), heightPx()));
    PlotArea plot = plotArea();
    data.paint(g, plot);
    paintHeading(g);
    legend.paint(g, EDGE_PX, legendTopPx(), roomPx());
    paintMarks(g, plot);
    ChartStyle.line(g, ChartStyle.REFERENCE, plot.bounds());
    paintXAxis(g, plot);
    paintYAxis(g, plot);
  }

  @Override
  public double pointsPerPx() {
    return size.pointsPerPx();
  }

  @Override
  public double pngScale() {
    return size.pngScale();
  }

  /** The width between the edges. */
  private double roomPx() {
    return widthPx() - 2.0 * EDGE_PX;
  }

  private int topPx() {
    return legendTopPx()
        + legend.heightPx(roomPx())
        + MARK_ROW_PX * rows(markRows())
        + LABEL_GAP_PX * (marks.isEmpty() ? 1 : 2);
  }

  private static int rows(List<Integer> markRows) {
    return markRows.stream().mapToInt(row -> row + 1).max().orElse(0);
  }

  /** The row of each mark: the first in which its label has room. */
  private List<Integer> markRows() {
    List<LabelSlots> rows = marks.stream().map(_ -> new LabelSlots(LABEL_GAP_PX)).toList();
    List<Integer> places = new ArrayList<>();
    for (Mark mark : marks) {
      double at = markX(mark);
      double width = LABEL_GAP_PX + text(mark).width();
      double from = fitsLeft(mark) ? at - width : at;
      int row = 0;
      while (!rows.get(row).take(from, from + width)) {
        row++;
      }
      places.add(row);
    }
    return places;
  }

  private Text text(Mark mark) {
    return new Text(mark.label(), size.small(), ChartStyle.FAINT_INK);
  }

  private double markX(Mark mark) {
    return leftPx() + x.fraction(mark.at()) * (widthPx() - leftPx() - rightPx);
  }

  private boolean fitsLeft(Mark mark) {
    return markX(mark) - LABEL_GAP_PX - text(mark).width() >= EDGE_PX;
  }

  private int legendTopPx() {
    if (!size.isPrint()) {
      return HEADING_PX;
    }
    return heading.origin().isEmpty() ? PRINTED_TOP_PX : PRINTED_HEADING_PX;
  }

  /** The title of the x axis, in two lines where one is wider than the figure. */
  private List<Text> xTitle() {
    String title = x.title();
    int end = title.length();
    if (Text.label(title).width() > roomPx()) {
      end = title.indexOf(": ") + 1;
      if (end <= 0) {
        end = title.length();
        while (end > 0 && Text.label(title.substring(0, end)).width() > roomPx()) {
          end = title.lastIndexOf(' ', end - 1);
        }
      }
    }
    return end <= 0 || end == title.length()
        ? List.of(Text.label(title))
        : List.of(Text.label(title.substring(0, end)), Text.label(title.substring(end).strip()));
  }

  private PlotArea plotArea() {
    int left = leftPx();
    return new PlotArea(
        new Rectangle2D.Double(left, topPx(), widthPx() - left - rightPx, plotHeightPx), x, y);
  }

  private int leftPx() {
    double widest =
        y.ticks().stream().mapToDouble(tick -> Text.label(tick.label()).width()).max().orElse(0);
    double title = y.title().isEmpty() ? 0 : TITLE_PX;
    // Whole pixels: XChart rounds its clip.
    return (int) Math.ceil(EDGE_PX + title + widest + LABEL_GAP_PX + TICK_PX);
  }

  private void paintHeading(Graphics2D g) {
    if (size.isPrint()) {
      Text.label(heading.origin()).fitted(roomPx()).draw(g, Anchor.START, EDGE_PX, 17);
      return;
    }
    new Text(heading.line(), ChartStyle.TITLE, ChartStyle.INK)
        .fitted(roomPx())
        .draw(g, Anchor.START, EDGE_PX, 17);
    new Text(heading.subtitle(), ChartStyle.SMALL, ChartStyle.FAINT_INK)
        .fitted(roomPx())
        .draw(g, Anchor.START, EDGE_PX, 32);
  }

  private void paintMarks(Graphics2D g, PlotArea plot) {
    List<Integer> rows = markRows();
    double bottom = plot.bounds().getMinY();
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      double x = plot.x(mark.at());
      double row = bottom - LABEL_GAP_PX - MARK_ROW_PX * (rows(rows) - rows.get(i));
      ChartStyle.line(g, ChartStyle.MARK, x, row + 2, x, bottom);
      boolean left = fitsLeft(mark);
      text(mark)
          .drawCentred(
              g,
              left ? Anchor.END : Anchor.START,
              left ? x - LABEL_GAP_PX : x + LABEL_GAP_PX,
              row + MARK_ROW_PX / 2.0);
    }
  }

  private void paintXAxis(Graphics2D g, PlotArea plot) {
    double bottom = plot.bounds().getMaxY();
    LabelSlots slots = new LabelSlots(8);
    for (Axis.Tick tick : x.ticks()) {
      double at = plot.x(tick.at());
      ChartStyle.line(g, ChartStyle.REFERENCE, at, bottom, at, bottom + TICK_PX);
      Text label = Text.label(tick.label());
      double half = label.width() / 2;
      if (slots.take(at - half, at + half)) {
        label.draw(g, Anchor.MIDDLE, at, bottom + TICK_PX + 13);
      }
    }
    double base = heightPx() - 8.0 - TITLE_LINE_PX * (xTitle().size() - 1);
    for (Text line : xTitle()) {
      double half = line.width() / 2;
      double at =
          Math.clamp(
              plot.bounds().getCenterX(),
              Math.min(EDGE_PX + half, widthPx() / 2.0),
              Math.max(widthPx() - EDGE_PX - half, widthPx() / 2.0));
      line.draw(g, Anchor.MIDDLE, at, base);
      base += TITLE_LINE_PX;
    }
  }

  private void paintYAxis(Graphics2D g, PlotArea plot) {
    double left = plot.bounds().getMinX();
    LabelSlots slots = new LabelSlots(4);
    for (Axis.Tick tick : y.ticks()) {
      double at = plot.y(tick.at());
      if (slots.take(at - 4, at + 4)) {
        ChartStyle.line(g, ChartStyle.REFERENCE, left - TICK_PX, at, left, at);
        Text.label(tick.label()).drawCentred(g, Anchor.END, left - TICK_PX - LABEL_GAP_PX, at);
      }
    }
    Text.label(y.title()).drawUpwards(g, 18, plot.bounds().getCenterY());
  }
}
