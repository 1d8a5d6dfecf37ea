package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.codes;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.load.CpuTimes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What dstat, dool and pcp-dstat write, in small files of the shapes that were seen. */
class DstatRunsTest {

  private static final String HEADER =
      """
      ----system---- -------cpu0-usage--------------cpu1-usage------
           time     |usr sys idl wai hiq siq:usr sys idl wai hiq siq
      """;

  private static final String PCP =
      """
      "pcp-dstat 5.3.6 CSV Output"
      "Cmdline:","pcp-dstat.py -tfc -o log.csv 1 4",,,,"Date:","02 Mar 2023 14:19:30 JST"
      "system","cpu0 usage",,"cpu1 usage",
      "time","cpu0 usage:usr","cpu0 usage:idl","cpu1 usage:usr","cpu1 usage:idl"
      """;

  @TempDir private Path directory;

  private Capture read(String text) throws IOException {
    return CaptureFixtures.read(write(directory, text));
  }

  private static String row(String time) {
    return "%s|  8   2  90   0   0   0:100   0   0   0   0   0\n".formatted(time);
  }

  private static List<Long> seconds(Capture capture) {
    return capture.stretches().stream().map(s -> s.durationNs() / 1_000_000_000L).toList();
  }

  /** The first row of each start is the average since boot. */
  @Test
  void aHeaderAfterAPauseIsAnotherStart() throws IOException {
    String first = HEADER + row("23-05 12:10:40") + row("23-05 12:10:41") + row("23-05 12:10:42");
    String second = HEADER + row("23-05 13:00:00") + row("23-05 13:00:01");
    assertThat(seconds(read(first + second))).containsExactly(2L, 1L);
    assertThat(seconds(read(first + HEADER + row("23-05 12:10:42") + row("23-05 12:10:43"))))
        .containsExactly(2L, 1L);
  }

  @Test
  void aHeaderAfterAPageOfRowsIsNone() throws IOException {
    StringBuilder text = new StringBuilder(HEADER);
    for (int i = 10; i < 40; i++) {
      text.append(i == 25 ? HEADER : "").append(row("23-05 12:10:" + i));
    }
    assertThat(seconds(read(text.toString()))).containsExactly(29L);
  }

  @ParameterizedTest
  @CsvSource({"date/time, 23-05 12:10:4", "time, 2017-05-23 12:10:4"})
  void otherNamesOfTheTime(String name, String time) throws IOException {
    Capture capture =
        read(HEADER.replace("time", name) + row(time + "0") + row(time + "1") + row(time + "2"));
    assertThat(seconds(capture)).containsExactly(2L);
  }

  /** {@code --time-adv} shows milliseconds. */
  @Test
  void millisecondsCount() throws IOException {
    Capture capture = read(HEADER + row("23-05 12:10:40.250") + row("23-05 12:10:41.500"));
    assertThat(capture.stretches().getFirst().durationNs()).isEqualTo(1_250_000_000L);
    assertThat(CaptureFixtures.total(capture.stretches().getFirst().load(), 1).userMs())
        .isEqualTo(1250);
  }

  @ParameterizedTest
  @CsvSource({"'    '", "'> '", "'host1: '", "'Jul 08 15:24:02 '"})
  void aPasteMayHavePutSomethingBeforeEachLine(String before) throws IOException {
    String text = HEADER + row("23-05 12:10:40") + row("23-05 12:10:41");
    Capture capture = read(text.replaceAll("(?m)^(?=.)", before));
    assertThat(seconds(capture)).containsExactly(1L);
    assertThat(codes(capture)).doesNotContain("import-not-held", "import-other-lines");
  }

  /** From a forum: the terminal was too narrow, and the columns of the CPUs are whole. */
  @Test
  void whatTheTerminalCutAtTheRightIsNamed() throws IOException {
    String header =
        HEADER
            .replace("usage------\n", "usage------ ---system-->\n")
            .replace("hiq siq\n", "hiq siq|  int   csw >\n");
    String row = row("%s").replace("\n", "| 11k  20k>\n");
    Capture capture =
        read(
            header
                + row.formatted("23-05 12:10:40")
                + row.formatted("23-05 12:10:41")
                + row.formatted("23-05 12:10:42")
                + row.formatted("23-05 12:11:07"));
    assertThat(seconds(capture)).containsExactly(27L);
    assertThat(codes(capture)).contains("import-trimmed", "import-long-interval");
  }

  /** dstat 0.7.2svn of Ubuntu 14.04 writes seven figures of memory under four names. */
  @Test
  void figuresOfMemoryWithoutANameArePassedOver() throws IOException {
    Capture capture =
        read(
            """
            "Dstat 0.7.2svn CSV output"
            "system","memory usage",,,,"cpu0 usage",
            "time","used","free","buff","cach","usr","idl"
            26-04 14:28:19,4146851840,934621184,2911694848,50966528,306008064,77385728,20946944,3.0,97.0
            26-04 14:28:20,4146851840,934621184,2911694848,50966528,306008064,77385728,20946944,12.0,88.0
            """);
    assertThat(CaptureFixtures.total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(120, 0, 0, 880, 0, 0, 0, 0));
  }

  /** pcp issue 1749: its first row is empty, and it has no average since boot. */
  @Test
  void pcpStartsWithAnEmptyRow() throws IOException {
    Capture capture =
        read(PCP + "02-03 14:19:30,,,,\n02-03 14:19:31,25,75,0,100\n02-03 14:19:32,50,50,0,100\n");
    assertThat(capture.tool()).isEqualTo("pcp-dstat");
    assertThat(capture.stretches().getFirst().start()).isEqualTo("2023-03-02T05:19:30Z");
    assertThat(CaptureFixtures.total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(750, 0, 0, 1250, 0, 0, 0, 0));
    assertThat(codes(capture)).doesNotContain("import-since-boot");
  }

  @Test
  void pcpWithoutItsEmptyRowHasIntervalsOfOneLength() throws IOException {
    Capture capture = read(PCP + "02-03 14:19:31,25,75,0,100\n02-03 14:19:32,50,50,0,100\n");
    assertThat(seconds(capture)).containsExactly(2L);
    assertThat(capture.stretches().getFirst().start()).isEqualTo("2023-03-02T05:19:30Z");
  }

  @Test
  void aGapOfPcpIsNotCovered() throws IOException {
    Capture capture =
        read(
            PCP
                + "02-03 14:19:30,,,,\n02-03 14:19:31,25,75,0,100\n"
                + "02-03 14:19:32,,,,\n02-03 14:19:33,50,50,0,100\n");
    assertThat(seconds(capture)).containsExactly(1L, 1L);
    assertRefused(
        write(directory, PCP + "02-03 14:19:30,,,,\n02-03 14:19:31,25,,0,100\n"),
        ":6: CPU 0 has some figures and lacks others");
  }

  /** As it is shown on RHEL 9: its first row has no figures of what is counted. */
  @Test
  void pcpOnATerminalStartsWithAnEmptyRowToo() throws IOException {
    Capture capture =
        read(
            """
            ----system---- ----cpu0-usage--------cpu1-usage--- ------memory-usage----- -dsk/total-
                 time     |usr sys idl wai stl:usr sys idl wai stl| used  free  buf   cach| read  writ
            03-01 15:06:19|                   :                   |4805M  419M   22M   14G|           \s
            03-01 15:06:20| 25   0  75   0   0:  0   0 100   0   0|4798M  426M   22M   14G|   0     0\s
            03-01 15:06:21| 75   0  25   0   0:                   |4798M  426M   22M   14G|   0     0\s
            """);
    assertThat(capture.tool()).isEqualTo("pcp-dstat");
    assertThat(seconds(capture)).containsExactly(1L, 1L);
    assertThat(CaptureFixtures.total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(250, 0, 0, 750, 0, 0, 0, 0));
    assertThat(capture.stretches().getLast().load().cpuIds()).containsExactly(0);
  }

  /** {@code --top-cpu} shows names of processes, or nothing. */
  @Test
  void whatIsNotHeldMayBeAnyText() throws IOException {
    String header =
        HEADER
            .replace("usage------\n", "usage------ -most-expensive-\n")
            .replace("hiq siq\n", "hiq siq|  cpu process   \n");
    String row = row("%s").replace("\n", "| %s\n");
    Capture capture =
        read(
            header
                + row.formatted("23-05 12:10:40", "my process  9.9")
                + row.formatted("23-05 12:10:41", "   ")
                + row.formatted("23-05 12:10:42", "x 1 2 3"));
    assertThat(seconds(capture)).containsExactly(2L);
  }
}
