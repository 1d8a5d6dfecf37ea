package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.capture;
import static io.coreyield.analysis.capture.CaptureFixtures.total;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.analysis.model.machine.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the formats hold, by figures that stand in the captures. */
class CapturesTest {

  private static Capture.Stretch only(Capture capture) {
    assertThat(capture.stretches()).hasSize(1);
    return capture.stretches().getFirst();
  }

  private static Instant start(Capture capture) {
    return Objects.requireNonNull(capture.stretches().getFirst().start());
  }

  private static List<String> codes(Capture capture) {
    return capture.warnings().stream().map(Warning::code).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "dstat-script.txt, dstat, 2026-11-25T10:07:05Z, 3",
    "dstat-two-seconds.txt, dstat, 2026-11-25T10:10:57Z, 2",
    "dool-script.txt, dool, 2026-11-25T10:07:08Z, 3",
    "dool-two-seconds.txt, dool, 2026-11-25T10:10:59Z, 2",
    "dool.csv, dool, 2026-11-25T10:07:10Z, 2",
    "mpstat.txt, mpstat, 2026-11-25T10:06:39Z, 3",
    "mpstat-12h.txt, mpstat, 2026-11-25T22:06:39Z, 3",
    "mpstat.json, mpstat, 2026-11-25T10:06:43Z, 3",
    "sadf.json, sar, 2026-11-25T10:07:11Z, 3",
    "sadf-u-all.json, sar, 2026-11-25T10:06:45Z, 4",
  })
  void contentTellsTheTool(String file, String tool, Instant start, int samples) {
    Capture capture = capture(file);
    assertThat(capture.tool()).isEqualTo(tool);
    assertThat(capture.cpuIds()).containsExactly(0, 1);
    assertThat(start(capture)).isEqualTo(start);
    assertThat(only(capture).load().samples()).isEqualTo(samples);
  }

  /** The first row is the average since the machine was started: no interval of the capture. */
  @Test
  void dstatStartsAtItsFirstRow() {
    Capture capture = capture("dstat-script.txt");
    LoadSeries load = only(capture).load();
    assertThat(load.at(0, 0)).isEqualTo(new CpuTimes(0, 0, 0, 0, 0, 0, 0, 0));
    assertThat(load.timeNs(1)).isEqualTo(1_000_000_000L);
    assertThat(load.at(1, 0)).isEqualTo(new CpuTimes(980, 0, 20, 0, 0, 0, 0, 0));
    assertThat(total(load, 0)).isEqualTo(new CpuTimes(1920, 0, 80, 0, 0, 0, 0, 0));
    assertThat(codes(capture))
        .containsExactly("import-year", "import-since-boot", "import-not-held");
    assertThat(capture.warnings().getLast().message()).endsWith("left out: dsk/total");
  }

  /** While two seconds last, a row is shown that the last one is written over. */
  @ParameterizedTest
  @CsvSource({"dstat-two-seconds.txt, 1960, 40, 20", "dool-two-seconds.txt, 1920, 80, 0"})
  void onlyWhatStaysOnTheScreenCounts(String file, long user, long system, long idle) {
    LoadSeries load = only(capture(file)).load();
    assertThat(load.timeNs(1)).isEqualTo(2_000_000_000L);
    assertThat(load.at(1, 0)).isEqualTo(new CpuTimes(user, 0, system, idle, 0, 0, 0, 0));
  }

  @Test
  void dstatOf2017WithItsZoneInterruptsAndSwapAcrossTheYear() {
    Capture capture = capture("dstat-2017-style.txt");
    Capture.Stretch stretch = only(capture);
    assertThat(start(capture)).isEqualTo("2017-01-01T07:59:58Z");
    assertThat(total(stretch.load(), 0)).isEqualTo(new CpuTimes(1500, 0, 250, 250, 0, 0, 0, 0));
    assertThat(total(stretch.load(), 1)).isEqualTo(new CpuTimes(10, 0, 20, 1900, 40, 10, 20, 0));
    assertThat(stretch.swap())
        .hasSize(3)
        .contains(new SwapSample(0, 5508L << 10, (5508L << 10) + (3901L << 20)));
  }

  @Test
  void csvHasDecimals() {
    CpuTimes first = only(capture("dool.csv")).load().at(1, 0);
    // 95.050 and 4.950 % of a second: half milliseconds go either way.
    assertThat(first.userMs()).isBetween(950L, 951L);
    assertThat(first.systemMs()).isBetween(49L, 50L);
    assertThat(first.idleMs()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"mpstat.txt", "mpstat-12h.txt"})
  void mpstatHoldsEveryColumn(String file) {
    Capture capture = capture(file);
    LoadSeries load = only(capture).load();
    assertThat(load.at(1, 1)).isEqualTo(new CpuTimes(980, 0, 10, 0, 0, 0, 10, 0));
    assertThat(total(load, 0)).isEqualTo(new CpuTimes(1870, 40, 90, 0, 0, 0, 0, 0));
    assertThat(capture.system()).isEqualTo(new Capture.SystemFacts("Linux", "6.1.0", "x86_64"));
    assertThat(codes(capture)).containsExactly("import-time-zone");
  }

  @Test
  void mpstatJsonAndSadf() {
    assertThat(only(capture("mpstat.json")).load().at(1, 0))
        .isEqualTo(new CpuTimes(889, 91, 20, 0, 0, 0, 0, 0));
    Capture sadf = capture("sadf-u-all.json");
    assertThat(only(sadf).load().at(1, 1)).isEqualTo(new CpuTimes(890, 70, 40, 0, 0, 0, 0, 0));
    assertThat(only(sadf).swap()).hasSize(3);
    assertThat(only(capture("sadf.json")).load().at(1, 0))
        .isEqualTo(new CpuTimes(891, 89, 20, 0, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PM", "pm", "p.m."})
  void mpstatJsonUnderATwelveHourClock(String half, @TempDir Path directory) throws IOException {
    String text =
        Files.readString(CaptureFixtures.path("mpstat.json"))
            .replaceAll("(\"timestamp\": \"[\\d:]+)\"", "$1 " + half + "\"");
    assertThat(start(CaptureFixtures.read(CaptureFixtures.write(directory, text))))
        .isEqualTo("2026-11-25T22:06:43Z");
  }

  @Test
  void psutilHasAStretchPerKeyAndRepetition() {
    Capture capture = capture("psutil.json");
    assertThat(capture.stretches())
        .extracting(Capture.Stretch::what)
        .containsExactly(
            "idle",
            "multiprocessing:2 (repetition 1 of 2)",
            "multiprocessing:2 (repetition 2 of 2, pinned)");
    assertThat(capture.stretches().getFirst().start()).isNull();
    assertThat(total(capture.stretches().getFirst().load(), 1))
        .isEqualTo(new CpuTimes(29, 0, 0, 1971, 0, 0, 0, 0));
    LoadSeries pinned = capture.stretches().getLast().load();
    assertThat(pinned.timeNs(1)).isEqualTo(2_000_000_000L);
    assertThat(total(pinned, 0)).isEqualTo(new CpuTimes(1800, 0, 200, 0, 0, 0, 0, 0));
    assertThat(capture.system().os()).isEqualTo("Linux-4.4.0");
    assertThat(codes(capture)).containsExactly("import-rest-is-idle", "import-not-held");
  }
}
