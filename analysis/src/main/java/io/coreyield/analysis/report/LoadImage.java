package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Rgb;
import io.coreyield.analysis.model.load.LoadSeries;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/**
 * Load as colour: one row per logical CPU, one column per stretch of time. An idle CPU is
 * transparent, so that the picture stands on light and on dark paper.
 */
final class LoadImage {

  /** More columns than this would be narrower than pixels. */
  static final int MOST_COLUMNS = 600;

  /** Colour of a CPU that ran programs, at full load. */
  static final Rgb BUSY = Rgb.of("#2b7bc4");

  /** Colour of a CPU that ran the operating system. */
  static final Rgb SYSTEM = Rgb.of("#9b59b6");

  /** Colour of a CPU that the hypervisor took away. */
  static final Rgb STOLEN = Rgb.of("#d9541e");

  private final LoadBins bins;

  LoadImage(LoadSeries load) {
    this.bins = LoadBins.of(load, MOST_COLUMNS);
  }

  /**
   * The picture.
   *
   * @param rows which logical CPUs to draw, from the top, as indices into the series; at least one
   * @return a PNG as a {@code data:} URI
   */
  String dataUri(List<Integer> rows) {
    BufferedImage image =
        new BufferedImage(bins.columns(), rows.size(), BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        image.setRGB(column, row, argb(bins.shares(rows.get(row), column)));
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  /** The mean of the colours of what a CPU did; idle and waiting let the paper through. */
  private static int argb(double[] shares) {
    double system = shares[2] + shares[5] + shares[6];
    double user = shares[0] + shares[1];
    double all = user + system + shares[7];
    if (all <= 0) {
      return 0;
    }
    double red = user * BUSY.red() + system * SYSTEM.red() + shares[7] * STOLEN.red();
    double green = user * BUSY.green() + system * SYSTEM.green() + shares[7] * STOLEN.green();
    double blue = user * BUSY.blue() + system * SYSTEM.blue() + shares[7] * STOLEN.blue();
    return (int) Math.round(255 * Math.min(1, all)) << 24
        | (int) Math.round(red / all) << 16
        | (int) Math.round(green / all) << 8
        | (int) Math.round(blue / all);
  }

  private static byte[] png(BufferedImage image) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("this Java runtime has no PNG writer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
