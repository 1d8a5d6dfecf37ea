package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.chart.HeatColors;
import io.coreyield.analysis.chart.LoadCells;
import io.coreyield.analysis.chart.LoadMap;
import io.coreyield.analysis.chart.svg.LoadMapSvg;
import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoadMapTest {

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
    LoadCells bins = LoadCells.of(series(), 600);
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
    String svg = new LoadMapSvg(map(7, 3), 320).plot();
    String uri = Jsoup.parse(svg).select("image").attr("href");
    byte[] png = Base64.getDecoder().decode(uri.substring(uri.indexOf(',') + 1));
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
    assertThat(image.getWidth()).isEqualTo(3);
    assertThat(image.getHeight()).isEqualTo(2);
    assertThat(image.getRGB(0, 0) >>> 24).isZero();
    assertThat(image.getRGB(1, 0)).isEqualTo(0xff000000 | HeatColors.STOLEN);
    assertThat(image.getRGB(1, 1) >>> 24).isEqualTo(128);
    assertThat(image.getRGB(2, 1)).isEqualTo(0xff000000 | HeatColors.BUSY);
  }

  /** CPUs from the top. */
  private static LoadMap map(int... cpus) {
    List<LoadMap.Row> rows =
        Arrays.stream(cpus)
            .mapToObj(cpu ->
                new LoadMap.Row(
                    "CPU " + cpu, List.of(List.of(3, 7).indexOf(cpu)), 0, LoadMap.Edge.NONE))
            .toList();
    LoadMap.Bar trial = new LoadMap.Bar(0, 0, 0.5, 1, LoadMap.Kind.IDLE, "</script>", false);
    return new LoadMap(series(), "time", rows, List.of("range"), List.of(trial));
  }

  @Test
  void neverHasMoreColumnsThanPixels() {
    LoadSeries.Builder series = new LoadSeries.Builder();
    for (int i = 0; i < 5000; i++) {
      CpuTimes times = new CpuTimes(i * 125L, 0, 0, i * 125L, 0, 0, 0, 0);
      series.add(new LoadSample(i * SECOND / 4, List.of(0), List.of(times)));
    }
    LoadCells bins = LoadCells.of(series.build(), LoadMap.MAX_COLUMNS);
    assertThat(bins.columns()).isEqualTo(LoadMap.MAX_COLUMNS);
    assertThat(bins.isDownsampled()).isTrue();
    for (int column = 0; column < bins.columns(); column++) {
      assertThat(bins.shares(0, column)[0]).isCloseTo(0.5, within(1e-9));
    }
  }

  @Test
  void theScriptGetsHalfPointsOfUserSystemWaitAndSteal() {
    String json = LoadData.json(map(7, 3), 1);
    assertThat(json).doesNotContain("<");
    JsonNode data = JsonMapper.shared().readTree(json);
    assertThat(data.get("rows").valueStream().map(JsonNode::asString))
        .containsExactly("CPU 7", "CPU 3");
    assertThat(data.get("seconds").asDouble()).isEqualTo(3);
    assertThat(data.get("trials").get(0).get(2).asString()).isEqualTo("</script>");
    assertThat(Base64.getDecoder().decode(data.get("cells").asString()))
        .containsExactly(
            0, 0, 0, 0, 0, 0, 0, 200, 0, 0, 0, 0, 0, 0, 0, 0, 100, 0, 0, 0, 200, 0, 0, 0);
  }

  @Test
  void aRowOfSeveralCpusIsTheMeanOfThoseThatWereCounted() {
    LoadCells bins = LoadCells.of(series(), 600);
    assertThat(bins.shares(List.of(0, 1), 1))
        .containsExactly(new double[] {0.25, 0, 0, 0.25, 0, 0, 0, 0.5}, within(1e-9));
  }

  @Test
  void theClassicTableHasARowPerSample() {
    ClassicView classic = ClassicView.of(map(3), 1);
    assertThat(classic.sentence()).startsWith("A row per sample, 3 in all");
    assertThat(classic.rows().get(1).time()).isEqualTo("0:02.0");
    assertThat(classic.rows().get(1).cells().stream().map(ClassicView.Share::percent))
        .containsExactly("50", "0", "50", "0", "0", "0", "0");
    assertThat(classic.rows().get(2).cells().getFirst().cssClass()).isEqualTo("u4");
  }
}
