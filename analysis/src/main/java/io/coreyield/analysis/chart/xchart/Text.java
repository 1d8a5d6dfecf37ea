package io.coreyield.analysis.chart.xchart;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;

/** Text drawn as outlines: it looks the same where the font is not installed. */
final class Text {

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

  private Text() {}

  /** Width of a line, in pixels. */
  static double width(String text, Font font) {
    return width(glyphs(text, font));
  }

  /** Draws a line with its base line at {@code y}. */
  static void draw(
      Graphics2D g, String text, Font font, Color color, Anchor anchor, double x, double y) {
    if (!text.isBlank()) {
      GlyphVector glyphs = glyphs(text, font);
      double left = x - anchor.share * width(glyphs);
      g.setColor(color);
      g.fill(glyphs.getOutline((float) left, (float) y));
    }
  }

  /** Draws a line that is centred on {@code y}, by the height of its digits. */
  static void drawCentred(
      Graphics2D g, String text, Font font, Color color, Anchor anchor, double x, double y) {
    draw(g, text, font, color, anchor, x, y + digitHeight(font) / 2);
  }

  /** Draws a line that reads upwards, centred on a place, with its base line at {@code x}. */
  static void drawUpwards(Graphics2D g, String text, Font font, Color color, double x, double y) {
    if (!text.isBlank()) {
      GlyphVector glyphs = glyphs(text, font);
      AffineTransform upwards = AffineTransform.getTranslateInstance(x, y + width(glyphs) / 2);
      upwards.rotate(-Math.PI / 2);
      g.setColor(color);
      g.fill(upwards.createTransformedShape(glyphs.getOutline()));
    }
  }

  /** As much of the text as fits a width, with an ellipsis where something is cut off. */
  static String fitted(String text, Font font, double widthPx) {
    if (width(text, font) <= widthPx) {
      return text;
    }
    int length = text.length();
    while (length > 0 && width(text.substring(0, length).strip() + ELLIPSIS, font) > widthPx) {
      length--;
    }
    return text.substring(0, length).strip() + ELLIPSIS;
  }

  private static double digitHeight(Font font) {
    return glyphs("0", font).getVisualBounds().getHeight();
  }

  private static double width(GlyphVector glyphs) {
    return glyphs.getLogicalBounds().getWidth();
  }

  /** One glyph after the other, without the analysis of scripts that a layout begins with. */
  private static GlyphVector glyphs(String text, Font font) {
    return font.createGlyphVector(EXACT, text);
  }
}
