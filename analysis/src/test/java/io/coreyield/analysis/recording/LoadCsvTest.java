package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadCsvTest {

  private static final String HEADER =
      "t_ns,cpu,user_ms,nice_ms,system_ms,idle_ms,iowait_ms,irq_ms,softirq_ms,steal_ms\n";
  private static final String FIRST = "100,0,1,2,3,4,5,6,7,8\n100,1,11,12,13,14,15,16,17,18\n";
  private static final String SECOND = "200,0,2,2,3,4,5,6,7,9\n200,1,21,12,13,14,15,16,17,18\n";
  private static final String THIRD = SECOND.replace("200,", "300,");
  private static final String RESTORE =
      ": restore the file from a copy of the run, or delete all rows of that t_ns";

  @TempDir Path directory;
  private Path file = Path.of("load.csv");

  @BeforeEach
  void name() {
    file = directory.resolve("load.csv");
  }

  private void assertFault(String text, String fault) throws IOException {
    Files.writeString(file, text);
    assertRefused(() -> LoadCsv.read(RunFile.at(file)), file, fault + RESTORE);
  }

  @Test
  void readsSamples() throws IOException {
    Files.writeString(file, HEADER + FIRST + SECOND);

    assertThat(RecordedRuns.samples(LoadCsv.read(RunFile.at(file))))
        .containsExactly(
            new LoadSample(
                100,
                List.of(0, 1),
                List.of(
                    new CpuTimes(1, 2, 3, 4, 5, 6, 7, 8),
                    new CpuTimes(11, 12, 13, 14, 15, 16, 17, 18))),
            new LoadSample(
                200,
                List.of(0, 1),
                List.of(
                    new CpuTimes(2, 2, 3, 4, 5, 6, 7, 9),
                    new CpuTimes(21, 12, 13, 14, 15, 16, 17, 18))));
  }

  @Test
  void stealThatIsNotCountedIsAnEmptyField() throws IOException {
    LoadSample sample =
        new LoadSample(
            100, List.of(0), List.of(new CpuTimes(1, 2, 3, 4, 5, 6, 7, CpuTimes.NOT_COUNTED)));
    try (LoadCsv.Writer writer = LoadCsv.Writer.append(file)) {
      writer.write(sample);
    }

    assertThat(file).hasContent(HEADER + "100,0,1,2,3,4,5,6,7,\n");
    assertThat(RecordedRuns.samples(LoadCsv.read(RunFile.at(file)))).containsExactly(sample);
  }

  @Test
  void headerOnlyIsAnEmptySeries() throws IOException {
    Files.writeString(file, HEADER);

    LoadSeries series = LoadCsv.read(RunFile.at(file));
    assertThat(series.samples()).isZero();
    assertThat(series.cpuIds()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          200,0,1,2,3             |:4: the row has 5 fields, not 10
          200,0,1,2,3,4,5,6,7,8,9 |:4: the row has 11 fields, not 10
          200,0,1,x,3,4,5,6,7,8   |:4: nice_ms is 'x', not a whole number
          200,0,1,,3,4,5,6,7,8    |:4: nice_ms is '', not a whole number
          200,0,1,2.5,3,4,5,6,7,8 |:4: nice_ms is '2.5', not a whole number
          200,0,1,2,3,4,5,6,7,-8  |:4: steal_ms is -8, below 0
          200,-1,1,2,3,4,5,6,7,8  |:4: cpu is -1, below 0
          now,0,1,2,3,4,5,6,7,8   |:4: t_ns is 'now', not a whole number
          200,0,"1"x,2,3,4,5,6,7,8|:4: a quotation mark is out of place
          200,0,1,2,3,4,5,6,7,8   |:4: sample at t_ns 200 names other logical CPUs than the first one
          """)
  void oneWrongRow(String row, String fault) throws IOException {
    assertFault(HEADER + FIRST + row + "\n", fault);
  }

  @Test
  void aLastRowWithoutAnEndMayLackDigits() throws IOException {
    assertFault(HEADER + FIRST + SECOND.strip(), ":5: the row has no end, so it was cut");
  }

  static Stream<Arguments> wrongSamples() {
    return Stream.of(
        arguments(FIRST + "\n" + SECOND, ":4: the row has 1 field, not 10"),
        arguments(SECOND + FIRST, ":5: sample at t_ns 100 is not later than the one before it"),
        arguments(FIRST + FIRST, ":5: logical CPU 0 occurs twice at t_ns 100"),
        arguments(FIRST.replace("100,1,", "100,0,"), ":3: logical CPU 0 occurs twice at t_ns 100"),
        arguments(
            FIRST + SECOND.replace("200,1,", "200,2,"),
            ":5: sample at t_ns 200 names other logical CPUs than the first one"),
        arguments(
            FIRST + SECOND.replace("200,1,", "200,4294967297,"),
            ":5: sample at t_ns 200 names other logical CPUs than the first one"),
        arguments(
            FIRST + SECOND.replace("200,0,2,", "200,0,2147483649,"),
            ":5: a counter of logical CPU 0 at t_ns 200 is 2147483648 ms from its first value"));
  }

  @ParameterizedTest
  @MethodSource
  void wrongSamples(String rows, String fault) throws IOException {
    assertFault(HEADER + rows, fault);
  }

  @Test
  void moreCpusThanAMachineHas() throws IOException {
    StringBuilder rows = new StringBuilder(HEADER);
    for (int cpu = 0; cpu <= 8192; cpu++) {
      rows.append("100,").append(cpu).append(",0,0,0,0,0,0,0,0\n");
    }
    assertFault(rows.toString(), ":8194: t_ns 100 has more than 8192 logical CPUs");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "t_ns,cpu\n",
        "cpu,t_ns,user_ms\n",
        "100,0,1,2,3,4,5,6,7,8\n",
        "\ufefft_ns,cpu\n"
      })
  void wrongHeader(String text) throws IOException {
    Files.writeString(file, text);

    assertRefused(
        () -> LoadCsv.read(RunFile.at(file)),
        file,
        ":1: the header is not '" + HEADER.strip() + "': restore the file from a copy of the run");
  }

  @Test
  void dropsWhateverIsNotAWholeSample() throws IOException {
    byte[] whole = (HEADER + FIRST + SECOND + THIRD).getBytes(StandardCharsets.US_ASCII);
    int kept = (HEADER + FIRST + SECOND).length();
    for (int cut = kept + 1; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));

      assertThat(LoadCsv.dropUnfinishedSample(file)).as("cut at %d", cut).isTrue();
      assertThat(file).hasContent(HEADER + FIRST + SECOND);
    }
  }

  /** Nothing shows that an only sample is whole. */
  @Test
  void dropsAnOnlySampleAndACutHeader() throws IOException {
    Files.writeString(file, HEADER + FIRST);
    assertThat(LoadCsv.dropUnfinishedSample(file)).isTrue();
    assertThat(file).hasContent(HEADER);
    Files.writeString(file, "t_ns,cpu");
    assertThat(LoadCsv.dropUnfinishedSample(file)).isTrue();
    assertThat(file).isEmptyFile();
  }

  @ParameterizedTest
  @CsvSource({"0", "1"})
  void dropsNothingFromAWholeFile(int samples) throws IOException {
    Files.writeString(file, samples == 0 ? HEADER : HEADER + FIRST + SECOND);

    assertThat(LoadCsv.dropUnfinishedSample(file)).isFalse();
    assertThat(LoadCsv.read(RunFile.at(file)).samples()).isEqualTo(2 * samples);
  }
}
