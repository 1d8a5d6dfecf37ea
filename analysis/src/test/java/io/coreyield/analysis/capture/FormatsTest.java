package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.capture;
import static io.coreyield.analysis.capture.CaptureFixtures.codes;
import static io.coreyield.analysis.capture.CaptureFixtures.path;
import static io.coreyield.analysis.capture.CaptureFixtures.total;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.machine.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Formats beyond those that the tools write by default, and those that are only named. */
class FormatsTest {

  @TempDir private Path directory;

  private static List<Long> seconds(Capture capture) {
    return capture.stretches().stream().map(s -> s.durationNs() / 1_000_000_000L).toList();
  }

  @Test
  void sarAsTextIsSar() {
    Capture sar = capture("sar.txt");
    assertThat(sar.tool()).isEqualTo("sar");
    assertThat(seconds(sar)).containsExactly(600L, 600L);
    assertThat(total(sar.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(540_000, 0, 12_000, 48_000, 0, 0, 0, 0));
  }

  @ParameterizedTest
  @CsvSource({"sadf-d.csv, 2", "sadf-p.txt, 1"})
  void sadfWritesTheSameAsTablesAndAsPairs(String file, int stretches) {
    Capture capture = capture(file);
    assertThat(capture.tool()).isEqualTo("sar");
    assertThat(capture.stretches()).hasSize(stretches);
    assertThat(capture.stretches().getFirst().start()).isEqualTo("2026-11-25T10:00:01Z");
    assertThat(total(capture.stretches().getFirst().load(), 0))
        .isEqualTo(new CpuTimes(840_000, 0, 18_000, 342_000, 0, 0, 0, 0));
    assertThat(total(capture.stretches().getFirst().load(), 1))
        .isEqualTo(new CpuTimes(60_000, 0, 0, 1_140_000, 0, 0, 0, 0));
    assertThat(codes(capture)).doesNotContain("import-time-zone");
  }

  /** A spreadsheet's way to save it. */
  @Test
  void sadfWithCommasIsReadToo() throws IOException {
    String text = Files.readString(path("sadf-d.csv")).replace(';', ',').replace("# ", "");
    assertThat(seconds(CaptureFixtures.read(write(directory, text)))).containsExactly(1200L, 600L);
  }

  @Test
  void sadfInOneRowIsRefusedWithTheOptionToLeaveOut() throws IOException {
    assertRefused(
        write(directory, "# hostname;interval;timestamp;CPU;%user;%idle[...]\nh;1;2;0;1.0;99.0\n"),
        ":1: the figures of all CPUs stand in one row: write it without the option -h");
  }

  @Test
  void sadfMayBeginWithARestart() throws IOException {
    String restart = "host;-1;2026-11-25 09:59:00 UTC;LINUX-RESTART\t(2 CPU)\n";
    Capture capture =
        CaptureFixtures.read(write(directory, restart + Files.readString(path("sadf-d.csv"))));
    assertThat(seconds(capture)).containsExactly(1200L, 600L);
  }

  @Test
  void aRowOfSadfThatWasCutIsRefused() throws IOException {
    String text = Files.readString(path("sadf-d.csv")).replaceFirst(";0.00;0.00;49.00\n", "\n");
    assertRefused(write(directory, text), ":2: the row has 7 of 10 fields");
  }

  @Test
  void aFileOfSeveralMachinesIsACaptureOfEach() throws IOException {
    List<Capture> captures = Captures.read(path("psutil-two-machines.json"), ReadOptions.NONE);
    assertThat(captures)
        .extracting(capture -> capture.system().os())
        .containsExactly("Linux-4.4.0-78-generic", "Darwin-15.6.0");
    assertThat(captures.getFirst().stretches())
        .extracting(Capture.Stretch::what)
        .containsExactly(
            "multiprocessing:2 (repetition 1 of 2)",
            "multiprocessing:2 (repetition 2 of 2, pinned)");
    assertThat(captures.getLast().stretches())
        .extracting(Capture.Stretch::what)
        .containsExactly("multiprocessing:2");
    assertThat(captures.getLast().stretches().getFirst().durationNs()).isEqualTo(500_000_000L);
    assertThat(CapturedMachines.of(List.of(captures)).keySet())
        .containsExactly("Linux-4.4.0-78-generic", "Darwin-15.6.0");
    assertThat(
            Captures.read(path("psutil-two-machines.json"), new ReadOptions(null, null, "Darwin")))
        .hasSize(1);
    assertThatThrownBy(() ->
            Captures.read(path("psutil-two-machines.json"), new ReadOptions(null, null, "BSD")))
        .hasMessageEndingWith("give one of [Linux-4.4.0-78-generic, Darwin-15.6.0] to --platform");
    assertThatThrownBy(() -> CapturedMachines.of(List.of(captures, List.of(capture("mpstat.txt")))))
        .hasMessageContaining("mpstat.txt: does not say which machine it is of");
  }

  @Test
  void aSeriesWithoutAnIntervalAsksForIt() throws IOException {
    assertRefused(
        path("psutil-early.json"),
        ": 'multiprocessing:2'[0] does not say how many seconds lie between two samples: give them with --interval");
    Capture early =
        Captures.read(path("psutil-early.json"), new ReadOptions(null, 2.0, null)).getFirst();
    assertThat(total(early.stretches().getFirst().load(), 1))
        .isEqualTo(new CpuTimes(140, 0, 40, 3820, 0, 0, 0, 0));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          [{"jmhVersion": "1.37", "benchmark": "a.B.c", "primaryMetric": {"score": 1.0}}] ; a result file of JMH
          "Benchmark","Mode","Threads","Samples","Score" ; a result file of JMH
          Benchmark        Mode  Cnt  Score   Error  Units ; a result file of JMH
          AAA,progname,nmon ; a recording of nmon
          #<--------CPU--------><----------Disks-----------> ; output of collectl
          #Date Time [CPU]User% [CPU]Nice% [CPU]Sys% ; output of collectl
          10:00:01  UID  PID  %usr %system  %guest  %CPU  CPU  Command ; output of pidstat
          top - 10:00:00 up 1 day,  load average: 0.00 ; output of top
          procs -----------memory---------- ---swap-- -----io---- ; output of vmstat
          avg-cpu:  %user   %nice %system %iowait  %steal   %idle ; output of iostat
          SunOS host 5.11 11.3 i86pc    04/14/2018 ; output of a tool of SunOS, AIX
          node_cpu_seconds_total{cpu="0",mode="idle"} 12.5 ; a page of node_exporter
          ATOP - host  2026/11/25 10:00:01 ; output of atop
          Core    CPU     Avg_MHz Busy%   Bzy_MHz ; output of turbostat
          real    0m5.866s ; output of time
          <sysstat xmlns="x"> ; XML of sadf -x
          Linux 6.1.0 (host)  11/25/26  _x86_64_  (2 CPU) ; output of sysstat without the table
          cpu  1 2 3 4 5 6 7 8 0 0 ; of /proc/stat, without the lines of single CPUs
          <!DOCTYPE html> ; a web page
          1,105.5 ; a table of two columns of numbers: give it as --curve
          """)
  void aFormatThatIsNotReadIsNamed(String text, String what) throws IOException {
    assertRefused(write(directory, text + "\n"), ": is " + what);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "96d57521, the binary file of sar: write it as text with 'sadf -j",
        "1f8b0800, compressed: unpack it"
      })
  void bytesAreNamedToo(String bytesAndWhat) throws IOException {
    String[] parts = bytesAndWhat.split(", ", 2);
    Path file = Files.write(directory.resolve("capture"), HexFormat.of().parseHex(parts[0]));
    assertRefused(file, ": is " + parts[1]);
  }

  @Test
  void placesOfMpstatAreHeld() {
    assertThat(capture("mpstat-topology.txt").places())
        .extracting(p -> p.core())
        .containsExactly(0, 1, 0, 1);
    assertThat(capture("pcp-dstat.csv").warnings())
        .extracting(Warning::code)
        .containsExactly("import-year");
  }
}
