package io.coreyield.analysis.chart.xchart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;

/** A line of text, drawn as outlines: it looks the same where the font is not installed. */
record Text(String line, Font font, Color color) {

  private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
  private static final String ELLIPSIS = "…";

  /** Which point of the text is put at a place. */
  enum Anchor {
    START(0),
    MIDDLE(0.5),
    END(1);

    private final double share;

    Anchor(double share) {
      this.share = share;
    }
  }

  /** Text of the usual size and colour. */
  static Text label(String line) {
    return new Text(line, ChartStyle.LABEL, ChartStyle.INK);
  }

  /** In pixels. */
  double width() {
    return width(glyphs());
  }

  /** Draws it with its base line at {@code y}. */
  void draw(Graphics2D g, Anchor anchor, double x, double y) {
    if (!line.isBlank()) {
      GlyphVector glyphs = glyphs();
      double left = x - anchor.share * width(glyphs);
      g.setColor(color);
      g.fill(glyphs.getOutline((float) left, (float) y));
    }
  }

  /** Draws it centred on {@code y}, by the height of its digits. */
  void drawCentred(Graphics2D g, Anchor anchor, double x, double y) {
    double digits = new Text("0", font, color).glyphs().getVisualBounds().getHeight();
    draw(g, anchor, x, y + digits / 2);
  }

  /** Draws it reading upwards, centred on a place, with its base line at {@code x}. */
  void drawUpwards(Graphics2D g, double x, double y) {
    if (!line.isBlank()) {
      GlyphVector glyphs = glyphs();
      AffineTransform upwards = AffineTransform.getTranslateInstance(x, y + width(glyphs) / 2);
      upwards.rotate(-Math.PI / 2);
      g.setColor(color);
      g.fill(upwards.createTransformedShape(glyphs.getOutline()));
    }
  }

  /** As much of it as fits a width, with an ellipsis where something is cut off. */
  Text fitted(double widthPx) {
    Text cut = this;
    for (int length = line.length(); length >= 0 && cut.width() > widthPx; length--) {
      cut = new Text(line.substring(0, length).strip() + ELLIPSIS, font, color);
    }
    return cut;
  }

  private static double width(GlyphVector glyphs) {
    return glyphs.getLogicalBounds().getWidth();
  }

  /** One glyph after the other, without the analysis of scripts that a layout begins with. */
  private GlyphVector glyphs() {
    return font.createGlyphVector(EXACT, line);
  }
}
