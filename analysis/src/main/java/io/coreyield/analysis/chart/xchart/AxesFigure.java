package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.Heading;
import io.coreyield.analysis.chart.LabelSlots;
import io.coreyield.analysis.chart.Mark;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A figure with two axes. From top to bottom: heading, legend, labels of the marks, plot, axis.
 *
 * @param size where it is shown
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
record AxesFigure(
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
    implements Figure {

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

  /** Copies the list. */
  AxesFigure {
    marks = List.copyOf(marks);
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
    legend.paint(g, EDGE_PX, legendTopPx(), widthPx() - 2.0 * EDGE_PX);
    paintMarks(g, plot);
    paintFrame(g, plot.bounds());
    paintXAxis(g, plot);
    paintYAxis(g, plot);
  }

  private int topPx() {
    return legendTopPx()
        + legend.heightPx(widthPx() - 2.0 * EDGE_PX)
        + MARK_ROW_PX * markRows().stream().mapToInt(row -> row + 1).max().orElse(0)
        + LABEL_GAP_PX * (marks.isEmpty() ? 1 : 2);
  }

  /** The row of each mark: the first in which its label has room. */
  private List<Integer> markRows() {
    List<LabelSlots> rows = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    for (Mark mark : marks) {
      double at = markX(mark);
      double width = LABEL_GAP_PX + Text.width(mark.label(), size.small());
      double from = fitsLeft(mark) ? at - width : at;
      int row = 0;
      while (row < rows.size() && !rows.get(row).take(from, from + width)) {
        row++;
      }
      if (row == rows.size()) {
        rows.add(new LabelSlots(LABEL_GAP_PX));
        rows.getLast().take(from, from + width);
      }
      places.add(row);
    }
    return places;
  }

  private double markX(Mark mark) {
    return leftPx() + x.fraction(mark.at()) * (widthPx() - leftPx() - rightPx);
  }

  private boolean fitsLeft(Mark mark) {
    return markX(mark) - LABEL_GAP_PX - Text.width(mark.label(), size.small()) >= EDGE_PX;
  }

  private int legendTopPx() {
    if (!size.isPrint()) {
      return HEADING_PX;
    }
    return heading.origin().isEmpty() ? PRINTED_TOP_PX : PRINTED_HEADING_PX;
  }

  /** The title of the x axis, in two lines where one is wider than the figure. */
  private List<String> xTitle() {
    String title = x.title();
    double width = widthPx() - 2.0 * EDGE_PX;
    if (Text.width(title, ChartStyle.LABEL) <= width) {
      return List.of(title);
    }
    int end = title.indexOf(": ") + 1;
    if (end <= 0) {
      end = title.length();
      while (end > 0 && Text.width(title.substring(0, end), ChartStyle.LABEL) > width) {
        end = title.lastIndexOf(' ', end - 1);
      }
    }
    return end <= 0
        ? List.of(title)
        : List.of(title.substring(0, end), title.substring(end).strip());
  }

  private PlotArea plotArea() {
    int left = leftPx();
    return new PlotArea(
        new Rectangle2D.Double(left, topPx(), widthPx() - left - rightPx, plotHeightPx), x, y);
  }

  private int leftPx() {
    double widest =
        y.ticks().stream()
            .mapToDouble(tick -> Text.width(tick.label(), ChartStyle.LABEL))
            .max()
            .orElse(0);
    double title = y.title().isEmpty() ? 0 : TITLE_PX;
    // Whole pixels: XChart rounds its clip.
    return (int) Math.ceil(EDGE_PX + title + widest + LABEL_GAP_PX + TICK_PX);
  }

  private void paintHeading(Graphics2D g) {
    double width = widthPx() - 2.0 * EDGE_PX;
    if (size.isPrint()) {
      text(g, heading.origin(), ChartStyle.LABEL, ChartStyle.INK, 17, width);
      return;
    }
    text(g, heading.line(), ChartStyle.TITLE, ChartStyle.INK, 17, width);
    text(g, heading.subtitle(), ChartStyle.SMALL, ChartStyle.FAINT_INK, 32, width);
  }

  private static void text(
      Graphics2D g, String line, java.awt.Font font, Color color, double y, double width) {
    Text.draw(g, Text.fitted(line, font, width), font, color, Anchor.START, EDGE_PX, y);
  }

  private void paintMarks(Graphics2D g, PlotArea plot) {
    List<Integer> rows = markRows();
    double bottom = plot.bounds().getMinY();
    int count = rows.stream().mapToInt(row -> row + 1).max().orElse(0);
    for (int i = 0; i < marks.size(); i++) {
      Mark mark = marks.get(i);
      double x = plot.x(mark.at());
      double row = bottom - LABEL_GAP_PX - MARK_ROW_PX * (count - rows.get(i));
      boolean fitsLeft = fitsLeft(mark);
      g.setColor(ChartStyle.MARK);
      g.setStroke(ChartStyle.THIN);
      g.draw(new Line2D.Double(x, row + 2, x, bottom));
      Text.drawCentred(
          g,
          mark.label(),
          size.small(),
          ChartStyle.FAINT_INK,
          fitsLeft ? Anchor.END : Anchor.START,
          fitsLeft ? x - LABEL_GAP_PX : x + LABEL_GAP_PX,
          row + MARK_ROW_PX / 2.0);
    }
  }

  private static void paintFrame(Graphics2D g, Rectangle2D bounds) {
    g.setColor(ChartStyle.REFERENCE);
    g.setStroke(ChartStyle.THIN);
    g.draw(bounds);
  }

  private void paintXAxis(Graphics2D g, PlotArea plot) {
    Rectangle2D bounds = plot.bounds();
    LabelSlots slots = new LabelSlots(8);
    for (Axis.Tick tick : x.ticks()) {
      double at = plot.x(tick.at());
      g.setColor(ChartStyle.REFERENCE);
      g.setStroke(ChartStyle.THIN);
      g.draw(new Line2D.Double(at, bounds.getMaxY(), at, bounds.getMaxY() + TICK_PX));
      double half = Text.width(tick.label(), ChartStyle.LABEL) / 2;
      if (slots.take(at - half, at + half)) {
        double base = bounds.getMaxY() + TICK_PX + 13;
        Text.draw(g, tick.label(), ChartStyle.LABEL, ChartStyle.INK, Anchor.MIDDLE, at, base);
      }
    }
    double middle = bounds.getCenterX();
    List<String> title = xTitle();
    double base = heightPx() - 8.0 - TITLE_LINE_PX * (title.size() - 1);
    for (String line : title) {
      double half = Text.width(line, ChartStyle.LABEL) / 2;
      double at =
          Math.clamp(
              middle,
              Math.min(EDGE_PX + half, widthPx() / 2.0),
              Math.max(widthPx() - EDGE_PX - half, widthPx() / 2.0));
      Text.draw(g, line, ChartStyle.LABEL, ChartStyle.INK, Anchor.MIDDLE, at, base);
      base += TITLE_LINE_PX;
    }
  }

  private void paintYAxis(Graphics2D g, PlotArea plot) {
    Rectangle2D bounds = plot.bounds();
    LabelSlots slots = new LabelSlots(4);
    for (Axis.Tick tick : y.ticks()) {
      double y = plot.y(tick.at());
      if (slots.take(y - 4, y + 4)) {
        double x = bounds.getMinX() - TICK_PX;
        g.setColor(ChartStyle.REFERENCE);
        g.setStroke(ChartStyle.THIN);
        g.draw(new Line2D.Double(x, y, bounds.getMinX(), y));
        Text.drawCentred(
            g, tick.label(), ChartStyle.LABEL, ChartStyle.INK, Anchor.END, x - LABEL_GAP_PX, y);
      }
    }
    Text.drawUpwards(g, y.title(), ChartStyle.LABEL, ChartStyle.INK, 18, bounds.getCenterY());
  }
}
