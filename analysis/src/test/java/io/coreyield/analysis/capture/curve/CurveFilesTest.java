package io.coreyield.analysis.capture.curve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreyield.analysis.capture.CaptureFixtures;
import io.coreyield.analysis.capture.ImportOptions;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.Captured.Curve;
import io.coreyield.analysis.model.trial.Captured.CurvePoint;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Curves as two columns, and the machine by lscpu: what is read, and what is refused. */
class CurveFilesTest {

  @TempDir private Path directory;

  private Curve curve(String text) throws IOException {
    return CurveCsv.read(CaptureFixtures.write(directory, text), "sums", "operations");
  }

  private void assertRefused(String message, ThrowingCallable reading) {
    RecordingException refusal = catchThrowableOfType(RecordingException.class, reading);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .startsWith(directory.resolve("capture") + message)
        .hasSizeLessThan(directory.toString().length() + 400)
        .doesNotContain("\n", "\u001b", "java.", "tools.jackson", "Exception")
        .doesNotEndWith(".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,10.5\n4,4e1\n",
        "threads,throughput\n1,10.5\n4,40",
        "\ufeffthreads;throughput\r\n1;10.5\r\n4;40\r\n",
        "# made by hand\n\n \"1\" \t 10.5\n4\t\"40\"\n"
      })
  void twoColumnsInEveryForm(String text) throws IOException {
    assertThat(curve(text).points())
        .containsExactly(new CurvePoint(1, 10.5), new CurvePoint(4, 40));
  }

  @Test
  void aCurveWithoutALabelHasTheNameOfItsFile() throws IOException {
    Path file = CaptureFixtures.write(directory, "1,2");

    assertThat(CurveCsv.readAll(List.of(file), List.of(), "sums").getFirst().what())
        .isEqualTo("capture");
    assertThat(CurveCsv.readAll(List.of(file, file), List.of("a", "b"), "sums"))
        .extracting(Curve::what)
        .containsExactly("a", "b");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurveCsv.readAll(List.of(file), List.of("a", "b"), "sums"))
        .withMessageContaining("--what occurs 2 times");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurveCsv.readAll(List.of(file), List.of(), "\u001b[2J"))
        .withMessageContaining("--unit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0,5        | :2: '0' is no number of workers
          -1,5       | :2: '-1' is no number of workers
          1.5,5      | :2: '1.5' is no number of workers
          1048577,5  | :2: '1048577' is no number of workers
          x,y        | :2: 'x' is no number of workers
          2,0        | :2: '0' is no throughput
          2,-5       | :2: '-5' is no throughput
          2,NaN      | :2: 'NaN' is no throughput
          2,Infinity | :2: 'Infinity' is no throughput
          2,1e99     | :2: '1e99' is no throughput
          2,0x10     | :2: '0x10' is no throughput
          2,         | :2: '' is no throughput
          2          | :2: the row has 1 of 2 columns
          2,3,4      | :2: the row has 3 of 2 columns
          2;1,5      | :2: '1,5' is no throughput: give a number above 0, up to 1e18, with a point
          """)
  void aRowThatIsNotAPoint(String row, String message) {
    assertRefused(message, () -> curve("1,10\n" + row + "\n"));
  }

  @Test
  void aFileWithoutRowsAndOneWithTooMany() {
    assertRefused(": has no row of workers and throughput", () -> curve("workers,throughput\n"));
    assertRefused(":10001: there are more than 10000 rows", () -> curve("1,2\n".repeat(10_001)));
  }

  private Machine lscpu(String... fieldsAndData) throws IOException {
    StringBuilder fields = new StringBuilder();
    for (int i = 0; i < fieldsAndData.length; i += 2) {
      fields.append(
          "%s{\"field\": \"%s\", \"data\": \"%s\"}"
              .formatted(i == 0 ? "" : ",", fieldsAndData[i], fieldsAndData[i + 1]));
    }
    return LscpuJson.read(CaptureFixtures.write(directory, "{\"lscpu\": [" + fields + "]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "16, 0-15, 2, 4, 2, '2 packages, 8 cores × 2 threads'",
    "20, 0-19, 2, 14, 1, '14 cores, 20 logical CPUs'",
    "8, 0-3, 1, 4, 1, '4 cores, no SMT siblings'",
    // s390-lpar of util-linux, whose sockets are counted in books.
    "20, '1-5,8-19', 1, 4, 6, '17 cores, no SMT siblings'",
    "8, '', 2, '', '', '4 cores × 2 threads'"
  })
  void theTopologyThatLscpuDeclares(
      String cpus, String online, String threads, String cores, String sockets, String summary)
      throws IOException {
    Topology topology =
        lscpu(
                "CPU(s):", cpus,
                "On-line CPU(s) list:", online,
                "Thread(s) per core:", threads,
                "Core(s) per socket:", cores,
                "Socket(s):", sockets)
            .topology();

    assertThat(topology.summary()).isEqualTo(summary);
    assertThat(topology.cpus()).first().extracting(LogicalCpu::id).isEqualTo(0);
  }

  @Test
  void whatLscpuNamesAndWhatNot() throws IOException {
    Machine named =
        lscpu(
            "CPU(s):", "2",
            "Thread(s) per core:", "1",
            "Vendor ID:", "ARM",
            "Model name:", "Cortex-A510",
            "Model name:", "Cortex-X3");
    Machine unnamed = lscpu("CPU(s):", "2", "Thread(s) per core:", "1", "Model name:", "-");

    assertThat(named.cpu()).isEqualTo("Cortex-A510");
    assertThat(named.vendor()).isEqualTo("ARM");
    assertThat(named.virtualization()).isNull();
    assertThat(unnamed.cpu()).isEqualTo("a processor that is not named");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"cpus": []}                       | : is no output of lscpu -J
          []                                 | : is no output of lscpu -J
          {"lscpu": []}                      | : has no number in the field 'CPU(s):'
          {"lscpu": [{"field": "CPU(s):"}]}  | : has no number in the field 'CPU(s):'
          {"lscpu": [{"field": "CPU(s):", "data": "4"}]} | : has no number in the field 'Thread(s) per core:'
          {"lscpu": [{"field": "CPU(s):", "data": "99999"}]} | : declares 99999 logical CPUs, and a run holds 8192
          {"lscpu":                          | :2:
          """)
  void whatLscpuDidNotWrite(String text, String message) throws IOException {
    Path file = CaptureFixtures.write(directory, text + "\n");

    assertRefused(message, () -> LscpuJson.read(file));
  }

  @Test
  void lscpuAndNumbersAreNotBothGiven() throws IOException {
    Machine machine = lscpu("CPU(s):", "2", "Thread(s) per core:", "1");

    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new ImportOptions(
                null,
                1,
                null,
                List.of(),
                List.of(),
                List.of(),
                machine,
                List.of(),
                "test",
                CaptureFixtures.NOW))
        .withMessageContaining("leave out --cores and --logical");
  }
}
