package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.CpuTimes;
import io.coreyield.analysis.model.LoadSample;
import io.coreyield.analysis.model.LoadSeries;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class LoadImageTest {

  private static final long SECOND = 1_000_000_000L;

  /** CPU 3 idles, then is half busy, then busy; CPU 7 idles, then is stolen, then idles. */
  private static LoadSeries series() {
    long[] busy = {0, 0, 500, 1500};
    long[] stolen = {0, 0, 1000, 1000};
    LoadSeries.Builder series = new LoadSeries.Builder();
    for (int second = 0; second < busy.length; second++) {
      long ms = second * 1000L;
      series.add(
          new LoadSample(
              5 * SECOND + second * SECOND,
              List.of(3, 7),
              List.of(
                  new CpuTimes(busy[second], 0, 0, ms - busy[second], 0, 0, 0, 0),
                  new CpuTimes(0, 0, 0, ms - stolen[second], 0, 0, 0, stolen[second]))));
    }
    return series.build();
  }

  @Test
  void aColumnIsTheShareOfItsTime() {
    LoadImage image = new LoadImage(series());
    assertThat(image.columns()).isEqualTo(3);
    double[][] expected = {{0, 0}, {0.5, 0}, {1, 0}};
    for (int column = 0; column < 3; column++) {
      assertThat(image.share(0, column)).containsExactly(expected[column], within(1e-9));
    }
    assertThat(image.share(1, 1)).containsExactly(new double[] {0, 1}, within(1e-9));
  }

  @Test
  void idleIsTransparentBusyIsOpaqueAndTheRowsAreInTheOrderAsked() throws IOException {
    String uri = new LoadImage(series()).dataUri(List.of(1, 0));
    byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(image.getRGB(1, 0)).isEqualTo(opaque(LoadImage.STOLEN));
    assertThat(image.getRGB(1, 1) >>> 24).isEqualTo(128);
    assertThat(image.getRGB(2, 1)).isEqualTo(opaque(LoadImage.BUSY));
  }

  private static int opaque(Rgb color) {
    return 0xff000000 | color.red() << 16 | color.green() << 8 | color.blue();
  }

  @Test
  void neverHasMoreColumnsThanPixels() {
    LoadSeries.Builder series = new LoadSeries.Builder();
    for (int i = 0; i < 5000; i++) {
      CpuTimes times = new CpuTimes(i * 125L, 0, 0, i * 125L, 0, 0, 0, 0);
      series.add(new LoadSample(i * SECOND / 4, List.of(0), List.of(times)));
    }
    LoadImage image = new LoadImage(series.build());
    assertThat(image.columns()).isEqualTo(LoadImage.MOST_COLUMNS);
    for (int column = 0; column < image.columns(); column++) {
      assertThat(image.share(0, column)[0]).isCloseTo(0.5, within(1e-9));
    }
  }
}
