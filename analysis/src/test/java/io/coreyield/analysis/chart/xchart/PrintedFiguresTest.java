package io.coreyield.analysis.chart.xchart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.Kernel;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrintedFiguresTest {

  private static final Pattern SVG_WIDTH = Pattern.compile("width=\"([0-9.]+)(px|mm)?\"");

  private static double first(Pattern pattern, byte[] file) {
    Matcher matcher = pattern.matcher(new String(file, StandardCharsets.ISO_8859_1));
    assertThat(matcher.find()).as(pattern.pattern()).isTrue();
    return Double.parseDouble(matcher.group(1));
  }

  @ParameterizedTest
  @CsvSource({"ONE_COLUMN, 88", "TWO_COLUMNS, 181"})
  void widthsOnPaper(FigureSize size, double mm) throws IOException {
    SortedMap<String, byte[]> files =
        Figures.encoded(KnownFindings.of(4, 2, 3, Kernel.RANGE), size);

    assertThat(files).hasSize(3 * 6);
    for (var file : files.entrySet()) {
      double width =
          switch (file.getKey().substring(file.getKey().length() - 4)) {
            case ".pdf" -> points(file.getValue()) / 72 * 25.4;
            case ".svg" -> first(SVG_WIDTH, file.getValue()) / 96 * 25.4;
            default -> pixels(file.getValue()) / 300 * 25.4;
          };
      assertThat(width).as(file.getKey()).isCloseTo(mm, within(0.1));
    }
  }

  private static double points(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return document.getPage(0).getMediaBox().getWidth();
    }
  }

  private static double pixels(byte[] png) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    return image.getWidth();
  }

  /** 11 pixels of the layout are 7 points. */
  @Test
  void textIsSevenPoints() {
    for (FigureSize size : new FigureSize[] {FigureSize.ONE_COLUMN, FigureSize.TWO_COLUMNS}) {
      assertThat(ChartStyle.LABEL.getSize2D() * size.pointsPerPx()).isCloseTo(7, within(1e-9));
      assertThat(size.small()).isEqualTo(ChartStyle.LABEL);
    }
  }
}
