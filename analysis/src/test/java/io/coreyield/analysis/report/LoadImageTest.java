package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.chart.svg.Rgb;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.LogicalCpu;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    LoadBins bins = LoadBins.of(series(), 600);
    assertThat(bins.columns()).isEqualTo(3);
    assertThat(bins.isDownsampled()).isFalse();
    double[] user = {0, 0.5, 1};
    for (int column = 0; column < 3; column++) {
      assertThat(bins.shares(0, column))
          .containsExactly(
              new double[] {user[column], 0, 0, 1 - user[column], 0, 0, 0, 0}, within(1e-9));
    }
    assertThat(bins.shares(1, 1))
        .containsExactly(new double[] {0, 0, 0, 0, 0, 0, 0, 1}, within(1e-9));
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
    LoadBins bins = LoadBins.of(series.build(), LoadImage.MOST_COLUMNS);
    assertThat(bins.columns()).isEqualTo(LoadImage.MOST_COLUMNS);
    assertThat(bins.isDownsampled()).isTrue();
    for (int column = 0; column < bins.columns(); column++) {
      assertThat(bins.shares(0, column)[0]).isCloseTo(0.5, within(1e-9));
    }
  }

  @Test
  void theScriptGetsHalfPointsOfUserSystemWaitAndSteal() {
    LogicalCpu third = new LogicalCpu(3, 0, 0, 0, 0, true);
    LogicalCpu seventh = new LogicalCpu(7, 0, 0, 0, 0, true);
    LoadSeries load = series();
    String json =
        new LoadData(load, List.of(seventh, third), List.of(1, 0), TimeScale.of(load))
            .json(List.of(new TrialLanes.Span(0, 0.5, "</script>")), 1);
    assertThat(json).doesNotContain("<");
    JsonNode data = JsonMapper.shared().readTree(json);
    assertThat(data.get("cpus").valueStream().map(JsonNode::asInt)).containsExactly(7, 3);
    assertThat(data.get("seconds").asDouble()).isEqualTo(3);
    assertThat(data.get("trials").get(0).get(2).asString()).isEqualTo("</script>");
    assertThat(Base64.getDecoder().decode(data.get("cells").asString()))
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 200, 0, 0, 0);
  }

  @Test
  void theClassicTableHasARowPerSample() {
    LogicalCpu third = new LogicalCpu(3, 0, 0, 0, 0, true);
    ClassicView classic = ClassicView.of(series(), List.of(third), List.of(0), 1);
    assertThat(classic.sentence()).startsWith("A row per sample, 3 in all");
    assertThat(classic.rows().get(1).time()).isEqualTo("0:02.0");
    assertThat(classic.rows().get(1).cells().stream().map(ClassicView.Share::percent))
        .containsExactly("50", "0", "50", "0", "0", "0", "0");
    assertThat(classic.rows().get(2).cells().getFirst().cssClass()).isEqualTo("u4");
  }
}
