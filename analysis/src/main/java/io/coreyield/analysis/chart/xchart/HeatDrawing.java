package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.function.DoubleToIntFunction;
import java.util.stream.IntStream;

/** What heat maps have in common: cells as an image, a scale of colours, labels in steps. */
final class HeatDrawing {

  /** Pixels of an image per pixel of the figure: viewers smooth what they enlarge. */
  private static final int DETAIL = 2;

  private static final int SCALE_PX = 10;
  private static final int LABEL_GAP_PX = 4;

  private HeatDrawing() {}

  /** Every tick, or every second, fourth … so that each has so much room. */
  static List<Axis.Tick> thinned(List<Axis.Tick> ticks, double lengthPx, int labelPx) {
    int step = 1;
    while (lengthPx / ticks.size() * step < labelPx) {
      step *= 2;
    }
    int every = step;
    return IntStream.range(0, ticks.size())
        .filter(i -> i % every == 0)
        .mapToObj(ticks::get)
        .toList();
  }

  /** Draws cells as one image in place of thousands of rectangles; colours by row and column. */
  static void cells(Graphics2D g, int[][] argb, Rectangle2D bounds) {
    int height = DETAIL * (int) bounds.getHeight();
    int columns = argb[0].length;
    int across = Math.max(1, DETAIL * (int) bounds.getWidth() / columns);
    BufferedImage image = new BufferedImage(columns * across, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      int[] row = argb[(int) ((long) y * argb.length / height)];
      for (int x = 0; x < image.getWidth(); x++) {
        image.setRGB(x, y, row[x / across]);
      }
    }
    draw(g, image, bounds);
  }

  /**
   * Draws a scale of colours, from 0 at the bottom to 1 at the top, with labels evenly right of it.
   */
  static void scale(
      Graphics2D g, DoubleToIntFunction color, List<String> labels, Font font, Rectangle2D place) {
    int height = (int) place.getHeight();
    BufferedImage ramp = new BufferedImage(1, DETAIL * height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < ramp.getHeight(); y++) {
      ramp.setRGB(0, y, color.applyAsInt(1 - (double) y / (ramp.getHeight() - 1)));
    }
    Rectangle2D bar =
        new Rectangle2D.Double(
            Math.round(place.getX()), Math.round(place.getY()), SCALE_PX, height);
    draw(g, ramp, bar);
    ChartStyle.line(g, ChartStyle.REFERENCE, bar);
    for (int i = 0; i < labels.size(); i++) {
      double y = bar.getMaxY() - height * i / (labels.size() - 1.0);
      new Text(labels.get(i), font, ChartStyle.INK)
          .drawCentred(
              g,
              Anchor.START,
              bar.getMaxX() + LABEL_GAP_PX,
              Math.clamp(y, bar.getMinY() + 4, bar.getMaxY() - 4));
    }
  }

  private static void draw(Graphics2D g, BufferedImage image, Rectangle2D bounds) {
    g.drawImage(
        image,
        (int) bounds.getX(),
        (int) bounds.getY(),
        (int) bounds.getWidth(),
        (int) bounds.getHeight(),
        null);
  }
}
