package io.coreyield.analysis.report;

import io.coreyield.analysis.model.CpuTimes;
import io.coreyield.analysis.model.LoadSeries;
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

  /** Colour of a CPU that ran something, at full load. */
  static final Rgb BUSY = Rgb.of("#2b7bc4");

  /** Colour of a CPU that the hypervisor took away. */
  static final Rgb STOLEN = Rgb.of("#d9541e");

  private static final long FINEST_NS = 100_000_000L;

  private final LoadSeries load;

  LoadImage(LoadSeries load) {
    this.load = load;
  }

  /** As many columns as samples, and none finer than the counters can tell. */
  int columns() {
    long spanNs = load.timeNs(load.samples() - 1) - load.timeNs(0);
    long most = Math.min(MOST_COLUMNS, Math.min(load.samples() - 1, spanNs / FINEST_NS));
    return (int) Math.max(1, most);
  }

  /**
   * The picture.
   *
   * @param rows which logical CPUs to draw, from the top, as indices into the series; at least one
   * @return a PNG as a {@code data:} URI
   */
  String dataUri(List<Integer> rows) {
    BufferedImage image = new BufferedImage(columns(), rows.size(), BufferedImage.TYPE_INT_ARGB);
    for (int row = 0; row < rows.size(); row++) {
      for (int column = 0; column < image.getWidth(); column++) {
        image.setRGB(column, row, argb(share(rows.get(row), column)));
      }
    }
    return "data:image/png;base64," + Base64.getEncoder().encodeToString(png(image));
  }

  /** Share of a column's time: {busy, stolen}; counters are interpolated between samples. */
  double[] share(int cpuIndex, int column) {
    double[] from = countersAt(cpuIndex, momentNs(column));
    double[] to = countersAt(cpuIndex, momentNs(column + 1));
    double total = to[2] - from[2];
    if (total <= 0) {
      return new double[] {0, 0};
    }
    return new double[] {
      Math.clamp((to[0] - from[0]) / total, 0, 1), Math.clamp((to[1] - from[1]) / total, 0, 1)
    };
  }

  private double momentNs(int column) {
    double spanNs = load.timeNs(load.samples() - 1) - load.timeNs(0);
    return load.timeNs(0) + spanNs * column / columns();
  }

  /** Busy, stolen and all of the milliseconds that were counted up to a moment. */
  private double[] countersAt(int cpuIndex, double momentNs) {
    int before = Math.clamp(load.lastAtOrBefore((long) momentNs), 0, load.samples() - 2);
    double startNs = load.timeNs(before);
    double share = Math.clamp((momentNs - startNs) / (load.timeNs(before + 1) - startNs), 0, 1);
    CpuTimes a = load.at(before, cpuIndex);
    CpuTimes b = load.at(before + 1, cpuIndex);
    CpuTimes delta = b.since(a);
    CpuTimes base = a.since(load.at(0, cpuIndex));
    return new double[] {
      base.busyMs() + share * delta.busyMs(),
      base.stealMs() + share * delta.stealMs(),
      base.totalMs() + share * delta.totalMs()
    };
  }

  private static int argb(double[] share) {
    double all = Math.min(1, share[0] + share[1]);
    double stolen = all == 0 ? 0 : share[1] / (share[0] + share[1]);
    int red = (int) Math.round(BUSY.red() + stolen * (STOLEN.red() - BUSY.red()));
    int green = (int) Math.round(BUSY.green() + stolen * (STOLEN.green() - BUSY.green()));
    int blue = (int) Math.round(BUSY.blue() + stolen * (STOLEN.blue() - BUSY.blue()));
    return (int) Math.round(255 * all) << 24 | red << 16 | green << 8 | blue;
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
