package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Picture;
import io.coreyield.analysis.chart.xchart.Text.Anchor;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;

/** A picture of boxes and text in a file. */
record PictureFigure(Picture picture, double pointsPerPx, double pngScale) implements Drawing {

  static PictureFigure of(Picture picture, FigureSize size) {
    return new PictureFigure(picture, size.pointsPerPx(), size.pngScale());
  }

  /** One to share: a pixel of it is a pixel of its PNG. */
  static PictureFigure card(Picture picture) {
    return new PictureFigure(picture, FigureSize.SCREEN.pointsPerPx(), 1);
  }

  @Override
  public String name() {
    return picture.name();
  }

  @Override
  public int widthPx() {
    return picture.widthPx();
  }

  @Override
  public int heightPx() {
    return picture.heightPx();
  }

  @Override
  public void paint(Graphics2D g) {
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setColor(ChartStyle.BACKGROUND);
    g.fill(new Rectangle2D.Double(0, 0, widthPx(), heightPx()));
    for (Picture.Item item : picture.items()) {
      switch (item) {
        case Picture.Box box -> {
          g.setColor(color(box.tone()));
          g.fill(new Rectangle2D.Double(box.x(), box.y(), box.width(), box.height()));
        }
        case Picture.Edge e ->
            ChartStyle.line(
                g, color(e.tone()), new Rectangle2D.Double(e.x(), e.y(), e.width(), e.height()));
        case Picture.Line line -> line(g, line);
      }
    }
  }

  private static void line(Graphics2D g, Picture.Line line) {
    Font font =
        ChartStyle.LABEL.deriveFont(line.bold() ? Font.BOLD : Font.PLAIN, (float) line.sizePx());
    new Text(line.text(), font, color(line.tone()))
        .draw(g, line.atEnd() ? Anchor.END : Anchor.START, line.x(), line.y());
  }

  private static Color color(Picture.Tone tone) {
    return Color.decode(tone.hex());
  }
}
