package io.coreyield.analysis.chart.xchart;

import de.erichseifert.vectorgraphics2d.VectorGraphics2D;
import de.erichseifert.vectorgraphics2d.svg.SVGProcessor;
import de.erichseifert.vectorgraphics2d.util.PageSize;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/** A file format of figures. The same figure gives the same bytes. */
enum FigureFormat {
  /** Scalable, for the page. */
  SVG,
  /** Scalable, for papers: of the width that the figure has on paper. */
  PDF,
  /** Pixels: two for each of a screen's, 300 to the inch in print. */
  PNG;

  /** Of 72 points and 96 pixels to the inch. */
  private static final double CSS_PX_PER_POINT = 96.0 / 72;

  /** A file name's ending, with its dot. */
  String ending() {
    return "." + name().toLowerCase(Locale.ROOT);
  }

  /** The file's bytes. */
  byte[] encode(Drawing figure) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (this) {
      case SVG -> svg(figure, out);
      case PDF -> pdf(figure, out);
      case PNG -> png(figure, out);
    }
    return out.toByteArray();
  }

  private static void svg(Drawing figure, OutputStream out) throws IOException {
    VectorGraphics2D graphics = new VectorGraphics2D();
    double scale = figure.pointsPerPx() * CSS_PX_PER_POINT;
    if (scale != 1) {
      graphics.scale(scale, scale);
    }
    figure.paint(graphics);
    PageSize page = new PageSize(0, 0, scale * figure.widthPx(), scale * figure.heightPx());
    new SVGProcessor().getDocument(graphics.getCommands(), page).writeTo(out);
  }

  private static void pdf(Drawing figure, OutputStream out) throws IOException {
    try (PDDocument document = new PDDocument()) {
      // Otherwise the file's identifier is the time of day.
      document.setDocumentId(0L);
      float scale = (float) figure.pointsPerPx();
      PDPage page =
          new PDPage(new PDRectangle(figure.widthPx() * scale, figure.heightPx() * scale));
      document.addPage(page);
      PdfBoxGraphics2D graphics =
          new PdfBoxGraphics2D(document, figure.widthPx(), figure.heightPx());
      figure.paint(graphics);
      graphics.dispose();
      try (PDPageContentStream content = new PDPageContentStream(document, page)) {
        content.transform(Matrix.getScaleInstance(scale, scale));
        content.drawForm(graphics.getXFormObject());
      }
      document.save(out);
    }
  }

  private static void png(Drawing figure, OutputStream out) throws IOException {
    double scale = figure.pngScale();
    BufferedImage image =
        new BufferedImage(
            (int) Math.round(scale * figure.widthPx()),
            (int) Math.round(scale * figure.heightPx()),
            BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = image.createGraphics();
    graphics.scale(scale, scale);
    figure.paint(graphics);
    graphics.dispose();
    // Of its own, ImageIO writes to a temporary file first, which Ctrl-C would leave behind.
    try (MemoryCacheImageOutputStream memory = new MemoryCacheImageOutputStream(out)) {
      ImageIO.write(image, "png", memory);
    }
  }
}
