package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.claims;
import static io.coreyield.analysis.capture.CaptureFixtures.codes;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static io.coreyield.analysis.capture.SysstatFixtures.BANNER;
import static io.coreyield.analysis.capture.SysstatFixtures.seconds;
import static io.coreyield.analysis.capture.SysstatFixtures.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The text of mpstat and sar as it is out there, in small files of the shapes that were seen. */
class SysstatTextTest {

  @TempDir private Path directory;

  private Capture read(String text) throws IOException {
    return CaptureFixtures.read(write(directory, text));
  }

  private static CpuTimes total(Capture capture, int stretch, int cpu) {
    return CaptureFixtures.total(capture.stretches().get(stretch).load(), cpu);
  }

  /** As {@code mpstat -P ALL 1 >> file} leaves them. */
  @Test
  void eachOfSeveralRunsInOneFileIsAStretch() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("12:00:00", "12:00:01", 50)
                + table("12:00:01", "12:00:02", 50)
                + "Average:     CPU    %usr   %nice    %sys   %idle\n"
                + "Average:       0   50.00    0.00    0.00   50.00\n\n"
                + BANNER
                + table("13:00:00", "13:00:01", 100));
    assertThat(seconds(capture)).containsExactly(2L, 1L);
    assertThat(total(capture, 0, 0)).isEqualTo(new CpuTimes(1000, 0, 0, 1000, 0, 0, 0, 0));
    assertThat(total(capture, 1, 0)).isEqualTo(new CpuTimes(1000, 0, 0, 0, 0, 0, 0, 0));
    assertThat(capture.stretches().get(1).start()).isEqualTo("2018-12-18T13:00:00Z");
  }

  @Test
  void withoutTheFirstLineTheTimeOfATableShowsTheGap() throws IOException {
    Capture capture =
        read(BANNER + table("12:00:00", "12:00:01", 50) + table("12:30:00", "12:30:01", 50));
    assertThat(seconds(capture)).containsExactly(1L, 1L);
  }

  @Test
  void aLaterRunOfAnotherDayIsOfItsOwnDate() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("12:00:00", "12:00:01", 50)
                + BANNER.replace("12-18", "12-24")
                + table("09:00:00", "09:00:01", 50));
    assertThat(capture.stretches().get(1).start()).isEqualTo("2018-12-24T09:00:00Z");
  }

  @Test
  void anAverageSinceBootAmongIntervalsIsNotHeld() throws IOException {
    Capture capture =
        read(
            BANNER + table("11:00:00", "11:00:00", 3) + BANNER + table("12:00:00", "12:00:01", 50));
    assertThat(seconds(capture)).containsExactly(1L);
    assertThat(capture.warnings())
        .extracting(Warning::message)
        .anyMatch(m -> m.startsWith("line 6: mpstat was run without an interval"));
  }

  /** From kSar's samples: 14 logical CPUs before a restart, 56 after it. */
  @Test
  void aRestartWithMoreCpusIsAStretchOfItsOwn() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("10:00:01", "10:10:01", 50)
                + "13:55:21     LINUX RESTART\t(3 CPU)\n\n"
                + table("14:00:01", "14:10:01", 50)
                    .replace(
                        "100.00\n", "100.00\n14:10:01    2  100.00    0.00    0.00    0.00\n"));
    assertThat(seconds(capture)).containsExactly(600L, 600L);
    assertThat(capture.stretches())
        .extracting(s -> s.load().cpuIds())
        .containsExactly(List.of(0, 1), List.of(0, 1, 2));
    assertThat(capture.warnings())
        .extracting(Warning::message)
        .contains("line 14: from here on the capture has 3 logical CPUs, not the 2 before it");
    Run run = CapturedRun.of(List.of(capture), claims());
    LoadSeries load = run.load();
    assertThat(load.cpuIds()).containsExactly(0, 1, 2);
    assertThat(load.at(1, 2)).isEqualTo(CpuTimes.ZERO);
    assertThat(load.at(3, 2)).isEqualTo(new CpuTimes(600_000, 0, 0, 0, 0, 0, 0, 0));
  }

  /** sysstat issue 107: sar shows logical CPUs that are offline as zeros, idle too. */
  @Test
  void aCpuWithoutAnyTimeIsAbsentNotIdle() throws IOException {
    String offline = table("12:00:00", "12:00:01", 50).replace("100.00\n", "0.00\n");
    Capture capture = read(BANNER + offline + table("12:00:01", "12:00:02", 50));
    assertThat(capture.stretches())
        .extracting(s -> s.load().cpuIds())
        .containsExactly(List.of(0), List.of(0, 1));
    assertThat(capture.warnings())
        .extracting(Warning::message)
        .contains("line 6: CPU 1 had no time at all, not even idle, so nothing is held of it here");
  }

  @Test
  void timeWithTheRowOfAllAloneIsNotCovered() throws IOException {
    Capture capture =
        read(
            BANNER
                + """
                10:00:00  CPU    %usr   %idle
                10:10:00  all   50.00   50.00
                10:10:00    0   50.00   50.00
                10:20:00  all   50.00   50.00
                10:30:00  all   50.00   50.00
                10:30:00    0   50.00   50.00
                """);
    assertThat(seconds(capture)).containsExactly(600L, 600L);
    assertThat(capture.stretches().get(1).start()).isEqualTo("2018-12-18T10:20:00Z");
    assertThat(codes(capture)).contains("import-all-only");
  }

  @ParameterizedTest
  @CsvSource({
    "'    '",
    "'> '",
    "'worker-1: '",
    "'2018-12-18T11:00:00.123Z '",
    "'Dec 18 11:00:00 host mpstat[12]: '"
  })
  void aPasteMayHavePutSomethingBeforeEachLine(String before) throws IOException {
    String text = BANNER + table("12:00:00", "12:00:01", 50) + table("12:00:01", "12:00:02", 50);
    Capture capture = read(text.replaceAll("(?m)^", before));
    assertThat(seconds(capture)).containsExactly(2L);
    assertThat(capture.system().kernel()).isEqualTo("4.4.162");
  }

  @Test
  void theColumnsTellSarFromMpstat() throws IOException {
    String sar =
        table("12:00:00", "12:00:01", 50).replace("%usr", "%user").replace("%sys", "%system");
    assertThat(read(BANNER + sar).tool()).isEqualTo("sar");
    String mpstat =
        table("12:00:00", "12:00:01", 50)
            .replaceAll("%idle", "%irq %idle")
            .replaceAll("(?m)(\\d\\.00)$", "0.00 $1");
    assertThat(read(BANNER + mpstat).tool()).isEqualTo("mpstat");
  }

  /** As in {@code sar -A}: each name of a column once, and none of the rows. */
  @Test
  void ofOtherTablesOnlyTheColumnsAreNamed() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("12:00:00", "12:00:01", 50)
                + "12:00:00  frmpg/s   bufpg/s\n12:00:01   -15.50      0.50\n\n"
                + "12:00:00    IFACE   rxpck/s\n12:00:01       lo      0.00\n\n"
                + table("12:00:01", "12:00:02", 50));
    assertThat(seconds(capture)).containsExactly(2L);
    assertThat(capture.warnings().getLast().message())
        .endsWith("left out: bufpg/s, frmpg/s, rxpck/s");
  }

  /** {@code mpstat -T}, in the shape of sysstat's own tests. */
  @Test
  void coreAndSocketOfMpstatMakeSiblings() throws IOException {
    Capture capture =
        read(
            BANNER
                + """
                12:53:20     CPU CORE SOCK NODE    %usr   %idle
                12:53:21     all                  30.00   70.00
                12:53:21       0    0    0    0   30.00   70.00
                12:53:21       1    1    0    0   40.00   60.00
                12:53:21       2    0    0    0   20.00   80.00
                12:53:21       3    1    0    0   30.00   70.00
                """);
    Run run = CapturedRun.of(List.of(capture), claims());
    assertThat(run.info().machine().topology().siblingPairs())
        .extracting(pair -> pair.stream().map(cpu -> cpu.id()).toList())
        .containsExactly(List.of(0, 2), List.of(1, 3));
    assertThat(run.info().warnings())
        .extracting(Warning::code)
        .doesNotContain("import-no-siblings");
  }

  @Test
  void whatWasCapturedTwiceInOneFileNamesItsLines() throws IOException {
    Capture capture =
        read(
            BANNER
                + table("12:00:00", "12:00:05", 50)
                + BANNER
                + table("12:00:02", "12:00:07", 50));
    assertThatThrownBy(() -> CapturedRun.of(List.of(capture), claims()))
        .hasMessageContaining(
            ":10: what starts here was captured at the same time as what starts at line 3");
  }

  @Test
  void jsonOfSeveralRunsInOneFileIsReadToo() throws IOException {
    String one = Files.readString(CaptureFixtures.path("mpstat.json"));
    Capture capture = read(one + one.replace("10:0", "11:0"));
    assertThat(seconds(capture)).containsExactly(2L, 2L);
  }

  /** A Raspberry Pi without a clock writes 2^64 / 100 seconds into its first record. */
  @ParameterizedTest
  @CsvSource({"184467440737095516", "0"})
  void aRecordOfAnImpossibleIntervalOnlyMarksAStart(String interval) throws IOException {
    String record =
        """
        {"timestamp": {"date": "2015-07-16", "time": "%s", "utc": 1, "interval": %s},
         "cpu-load": [{"cpu": "0", "user": 50.00, "idle": 50.00}]}\
        """;
    Capture capture =
        read(
            "{\"sysstat\": {\"hosts\": [{\"statistics\": [%s,%s,%s]}]}}"
                .formatted(
                    record.formatted("07:00:01", interval),
                    record.formatted("07:10:01", "600"),
                    record.formatted("07:20:01", "600")));
    assertThat(seconds(capture)).containsExactly(1200L);
    assertThat(codes(capture)).contains("import-no-start");
    Path overlap =
        write(
            directory,
            "{\"sysstat\": {\"hosts\": [{\"statistics\": [%s,%s]}]}}"
                .formatted(
                    record.formatted("07:20:01", "600"), record.formatted("07:25:01", "600")));
    assertRefused(
        overlap,
        ":2: the record of 07:25:01 covers 600 s, but the one before it ended only 300 s earlier");
  }

  /** {@code sar --human}. */
  @Test
  void figuresMayHaveAPercentSign() throws IOException {
    Capture capture =
        read(BANNER + table("12:00:00", "12:00:01", 50).replaceAll("(\\d\\.\\d\\d)", "$1%"));
    assertThat(total(capture, 0, 0)).isEqualTo(new CpuTimes(500, 0, 0, 500, 0, 0, 0, 0));
  }

  /** From sysstat's tests: 9 of 10 figures of a CPU that slept. */
  @Test
  void aCpuThatSleptMayLackAColumn() throws IOException {
    Capture capture =
        read(
            BANNER + table("12:00:00", "12:00:01", 50).replace("1    0.00    0.00 ", "1    0.00 "));
    assertThat(total(capture, 0, 1)).isEqualTo(new CpuTimes(0, 0, 0, 1000, 0, 0, 0, 0));
  }
}
