package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.assertRefused;
import static io.coreyield.analysis.capture.CaptureFixtures.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.Warning;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What no capture may do: each is refused in a sentence, with its line where it has one. */
class HostileCapturesTest {

  private static final String HEADER =
      """
      ----system---- -------cpu0-usage------ ----swap---
           time     |usr sys idl wai hiq siq| used  free
      23-05 12:10:40|  5   1  94   0   0   0|   0     0
      """;

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      textBlock =
          """
          23-05 12:10:41| 1e308 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| -5 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| NaN 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| Infinity 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| 102 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| x 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| 0x1p3 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| ٣x 0 0 0 0 0| 0 0 ; :4: usr is
          23-05 12:10:41| 90 90 0 0 0 0| 0 0 ; :4: the parts of CPU 0 add up to 180.0 % of an interval
          23-05 12:10:41| 0 0 0 0 0 0| 1e308 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0 0| -5k 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0 0| NaN 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0 0| 9999999P 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0 0| 99999999999999999999999999 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0 0 ; :4:
          23-05 12:10:41| 0 0 0 0 0| 0 0 ; :4:
          99-99 12:10:41| 0 0 0 0 0 0| 0 0 ; :4:
          23-05 99:10:41| 0 0 0 0 0 0| 0 0 ; :4:
          30-02 12:10:41| 0 0 0 0 0 0| 0 0 ; :4:
          | 0 0 0 0 0 0| 0 0 ; :4:
          23-05 12:10:30| 0 0 100 0 0 0| 0 0 ; :4: the row is earlier than the one before it
          25-05 12:10:30| 0 0 100 0 0 0| 0 0 ; :4: the row is more than a day later
          """)
  void impossibleRows(String row, String message) throws IOException {
    assertRefused(write(directory, HEADER + row + "\n"), message);
  }

  @Test
  void twoRowsOfOneTime() throws IOException {
    String row = "%s| 0 0 100 0 0 0| 0 0\n";
    String rows = row.formatted("23-05 12:10:41").repeat(2) + row.formatted("23-05 12:20:00");
    assertRefused(write(directory, HEADER + rows), ":5: two rows have the same time");
  }

  @Test
  void aMillionCpus() throws IOException {
    Path file = directory.resolve("capture.csv");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write("\"Dstat 0.8.0 CSV output\"\n\"system\"");
      for (int cpu = 0; cpu < 100_000; cpu++) {
        out.write(",\"cpu" + cpu + " usage\",");
      }
      out.write("\n\"time\"" + ",\"usr\",\"idl\"".repeat(100_000));
      out.write("\n23-05 12:10:40" + ",0,0".repeat(100_000) + "\n");
    }
    assertRefused(file, ":3: there are 100000 logical CPUs, not 1 to 8192");
    StringBuilder json =
        new StringBuilder("{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": [");
    for (int cpu = 0; cpu < 1_000_000; cpu++) {
      json.append(cpu == 0 ? "" : ",").append("{\"cpu\": \"").append(cpu).append("\"}");
    }
    assertRefused(write(directory, json + "]}]}]}}"), ":1: there are more than 8192 logical CPUs");
  }

  @Test
  void aLineOfAHundredMegabytes() throws IOException {
    Path file = directory.resolve("capture.txt");
    try (Writer out = Files.newBufferedWriter(file)) {
      out.write(HEADER);
      String piece = "-".repeat(1 << 20);
      for (int i = 0; i < 100; i++) {
        out.write(piece);
      }
    }
    assertRefused(file, ":4: the line is longer than 4194304 characters");
  }

  /** The beginnings of what other tools write, which a careless pattern takes for ever to read. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "PID ",
        "Benchmark Mode ",
        "Linux 6 (",
        "cpu0 1 ",
        "#<--CPU",
        "host;1;2;",
        "12:00:00 "
      })
  void aLineThatAlmostNamesATool(String piece) throws IOException {
    assertRefused(write(directory, piece.repeat(200_000) + "\n"), ": is no capture");
  }

  /** Dashes only, which a careless pattern takes for ever to read. */
  @Test
  void aLineOfDashes() throws IOException {
    Path file = write(directory, HEADER + "-".repeat(4_000_000) + "x\n");
    assertRefused(file, ": holds no interval");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": [{\"cpu\": \"0\", \"usr\": 1e308}]}]}]}}",
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": [{\"cpu\": \"0\", \"usr\": -1}]}]}]}}",
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": [{\"cpu\": \"-7\"}]}]}]}}",
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"cpu-load\": [7]}]}]}}",
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"timestamp\": {\"date\": \"x\", \"interval\": 1}, \"cpu-load\": [{\"cpu\": \"0\"}]}]}]}}",
        "{\"sysstat\": {\"hosts\": [{\"statistics\": [{\"timestamp\": {\"interval\": 1e99}, \"cpu-load\": [{\"cpu\": \"0\"}]}]}]}}",
        "{\"sysstat\": {\"hosts\": []}}",
        "{\"sysstat\": 5}",
        "{\"sysstat\": {",
        "{\"a\": [{\"interval\": 1, \"user\": [[1e308]], \"system\": [[0]]}]}",
        "{\"a\": [{\"interval\": 1, \"user\": [[\"1\"]], \"system\": [[0]]}]}",
        "{\"a\": [{\"interval\": 1, \"user\": [[1, 2], [1]], \"system\": [[0, 0], [0, 0]]}]}",
        "{\"a\": [{\"interval\": -1, \"user\": [[1]], \"system\": [[0]]}]}",
        "{\"a\": [{\"interval\": 1, \"user\": [[]], \"system\": [[]]}]}",
        "{\"a\": [{\"interval\": 1, \"user\": [], \"system\": []}]}",
        "{\"a\": [5]}",
        "{\"a\": []}",
        "{}",
        "{",
        "[1]",
        "",
        "hello",
        "\u0000\u0001\u001b[2J",
      })
  void noCaptureAtAll(String text) throws IOException {
    assertRefused(write(directory, text), ":");
  }

  @Test
  void deepJson() throws IOException {
    assertRefused(write(directory, "{\"a\": " + "[".repeat(100_000)), ":");
    assertRefused(write(directory, "{\"sysstat\": {\"x\": " + "[".repeat(100_000)), ":");
  }

  @Test
  void onlyAveragesOfAllCpus() throws IOException {
    assertRefused(
        write(
            directory,
            """
            ----system---- ----total-cpu-usage----
                 time     |usr sys idl wai hiq siq
            23-05 12:10:40|  5   1  94   0   0   0
            """),
        ":2: the capture holds only the average of all CPUs: capture with -C");
  }

  @Test
  void mpstatWithoutAnInterval() throws IOException {
    assertRefused(
        write(
            directory,
            """
            Linux 6.1.0 (host)  11/25/26  _x86_64_  (1 CPU)

            10:06:39     CPU    %usr   %idle
            10:06:39     all   95.50    4.50
            10:06:39       0   95.50    4.50
            """),
        ":5: mpstat was run without an interval");
  }

  @Test
  void filesThatAreNone() {
    assertRefused(directory.resolve("missing"), ": does not exist");
    assertRefused(directory, ": is not a file");
  }

  /** A stranger's text reaches messages cut, and without what moves a cursor. */
  @Test
  void warningsAreTame() throws IOException {
    Path file =
        write(
            directory,
            HEADER
                + "<script>alert(1)</script>\u0007\u202e evil "
                + "x".repeat(1000)
                + "\n23-05 12:10:41| 0 0 100 0 0 0| 0 0\n");
    assertThat(CaptureFixtures.read(file).warnings())
        .filteredOn(warning -> warning.code().equals("import-other-lines"))
        .singleElement()
        .satisfies(warning ->
            assertThat(warning.message())
                .contains("line 4 '<script>")
                .doesNotContain("\u202e", "\u0007")
                .hasSizeLessThan(200));
  }

  @ParameterizedTest
  @ValueSource(strings = {"23-05-1920", "23-05-0001", "31-12-1969", "23-05-2201"})
  void timesOfNoComputer(String day) throws IOException {
    String capture = HEADER.replace("23-05", day) + day + " 12:10:41|  0 0 100 0 0 0| 0 0\n";
    assertRefused(write(directory, capture), ": began at ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "[[9]]; [[0], [0]]; .system has 2 CPUs, not 1 as the first series of its machine",
        "[[9], [9]]; [[0]]; .system has 1 CPUs, not 2 as the first series of its machine",
        "[[9], [9], [9]]; [[0], [0], [0]]; .user has 3 CPUs, not 2 as the first series of its machine",
      })
  void psutilSeriesOfOtherCpus(String user, String system, String message) throws IOException {
    String series = "{\"interval\": 1, \"user\": %s, \"system\": %s}";
    String first = series.formatted("[[9], [9]]", "[[0], [0]]");
    boolean one = user.equals("[[9]]");
    assertRefused(
        write(
            directory,
            "{\"a\": [%s%s]}".formatted(one ? "" : first + ",", series.formatted(user, system))),
        ": 'a'[%d]%s".formatted(one ? 0 : 1, message));
  }

  /** A number that was cut is a smaller number. */
  @Test
  void aLastLineWithoutItsEndIsToldOf() throws IOException {
    String rows = HEADER + "23-05 12:10:41| 0 0 100 0 0 0| 0 12";
    assertThat(codes(write(directory, rows))).contains("import-cut");
    assertThat(codes(write(directory, rows + "\n"))).doesNotContain("import-cut");
    assertThat(codes(write(directory, rows + "\r\n\u001b[0;0m"))).doesNotContain("import-cut");
  }

  private static List<String> codes(Path file) throws IOException {
    return CaptureFixtures.read(file).warnings().stream().map(Warning::code).toList();
  }

  @Test
  void whatWindowsMakesOfText() throws IOException {
    String rows = HEADER + "23-05 12:10:41| 0 0 100 0 0 0| 0 0\n";
    assertThat(CaptureFixtures.read(write(directory, "\ufeff" + rows)).tool()).isEqualTo("dstat");
    for (Charset charset : List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE)) {
      Path file = Files.write(directory.resolve("wide"), rows.getBytes(charset));
      assertRefused(file, ": is UTF-16, or no text: save it as UTF-8");
    }
    for (String name : List.of("dool.csv", "mpstat.json", "psutil.json", "sadf.json")) {
      Path plain = CaptureFixtures.path(name);
      Path marked = write(directory, "\ufeff" + Files.readString(plain));
      assertThat(CaptureFixtures.read(marked).stretches().getFirst().load().samples())
          .as(name)
          .isEqualTo(CaptureFixtures.read(plain).stretches().getFirst().load().samples());
    }
  }
}
