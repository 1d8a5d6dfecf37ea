package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Look;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.util.Locale;

/** How every figure looks: colours, fonts, strokes and sizes. */
final class ChartStyle {

  /** 181 mm, the width of a page's text, at 96 pixels per inch. */
  static final int WIDTH_PX = 684;

  static final Color BACKGROUND = Color.WHITE;
  static final Color INK = new Color(0x22, 0x22, 0x22);
  static final Color FAINT_INK = new Color(0x66, 0x66, 0x66);
  static final Color GRID = new Color(0xE6, 0xE6, 0xE6);
  static final Color REFERENCE = new Color(0x8C, 0x8C, 0x8C);
  static final Color MARK = new Color(0xB0, 0xB0, 0xB0);

  static final Font TITLE = font(13);
  static final Font LABEL = font(11);
  static final Font SMALL = font(10);

  static final BasicStroke THIN = new BasicStroke(1f);
  static final BasicStroke LINE = round(1.6f);
  static final BasicStroke INTERVAL = round(1.2f);
  static final BasicStroke DASHED =
      new BasicStroke(
          1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10f, new float[] {6f, 4f}, 0f);

  static final int POINT_PX = 5;

  private ChartStyle() {}

  static Color color(Look look) {
    return Color.decode(look.hex());
  }

  /** Draws a thin line. */
  static void line(Graphics2D g, Color color, Shape line) {
    g.setColor(color);
    g.setStroke(THIN);
    g.draw(line);
  }

  /** Draws a thin straight line. */
  static void line(Graphics2D g, Color color, double x1, double y1, double x2, double y2) {
    line(g, color, new Line2D.Double(x1, y1, x2, y2));
  }

  private static Font font(int size) {
    Font font = new Font("DejaVu Sans", Font.PLAIN, size);
    return font.getFamily(Locale.ROOT).equals("DejaVu Sans")
        ? font
        : new Font(Font.SANS_SERIF, Font.PLAIN, size);
  }

  private static BasicStroke round(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }
}
