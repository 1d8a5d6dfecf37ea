package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.RunFile;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrialsJsonlTest {

  private static final Run RUN = SimulatedRuns.quick(SimulatedRuns.machine(1, 2));
  private static final List<Trial> TWO = RUN.trials().subList(0, 2);
  private static final String RESTORE =
      ": restore the file from a copy of the run, or delete line 2 and with it that trial";

  @TempDir Path directory;
  private Path file = Path.of("trials.jsonl");

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("trials.jsonl");
    for (Trial trial : TWO) {
      TrialsJsonl.append(file, trial);
    }
  }

  private void editSecondLine(String old, String replacement) throws IOException {
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(1)).contains(old);
    Files.writeString(file, lines.get(0) + "\n" + lines.get(1).replace(old, replacement) + "\n");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "number":1,           |                           | 'number' is missing
          "number":1            | "number":null             | 'number' is null
          "number":1            | "number":-1               | trial -1, round 0, fork 0: none may be negative
          "number":1            | "number":0                | trial 0 occurs a second time
          "kind":"summation"    | "kind":"sum"              | 'workload' has the unknown kind 'sum'
          "kind":"summation",   |                           | 'workload' has no kind
          "workload":{          | "workload":7,"x":{        | 'workload' has no kind
          "configuration":{     | "configuration":null,"x":{| 'workload.configuration' is null
          "model":              | "modell":                 | 'workload.configuration.model' is missing
          "scaling":"weak"      | "scaling":"feeble"        | 'workload.configuration.scaling' is 'feeble', not one of weak, strong
          "elements":67108864   | "elements":4294967297     | 'workload.configuration' is impossible (n = 4294967297: give 1 to 4294967296 (2^32), beyond which the sum of 0 … n-1 overflows 64 bits)
          "taints":[]           | "taints":["stolen"]       | 'iterations[0].taints[0]' is 'stolen', not one of off-cpu, misplaced, migrated, steal, throttled, background-load, frequency, pressure
          "taints":[]           | "taints":[null]           | 'iterations[0].taints[0]' is null
          "workers":[{          | "workers":[null,{         | 'iterations[0].workers[0]' is null
          "iterations":[        | "iterations":null,"i":[   | 'iterations' is null
          "phase":"measurement" | "phase":"warmup"          | trial 1 has no measurement iteration and no failure
          "operations":         | "operations":0,"o":       | 'iterations[0]' is impossible (iteration 0 with 0 operations and dispatchNs 100000: none may be negative, and operations not 0)
          "score":              | "score":"fast","s":       | 'iterations[0].score' is not a number
          """)
  void oneWrongField(String old, String replacement, String fault) throws IOException {
    editSecondLine(old, replacement == null ? "" : replacement);

    assertRefused(() -> TrialsJsonl.read(RunFile.at(file)), file, ":2: " + fault + RESTORE);
  }

  @Test
  void wrongLines() throws IOException {
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() - 100));
    assertRefused(
        () -> TrialsJsonl.read(RunFile.at(file)), file, ":2: the JSON ends too early" + RESTORE);
    Files.writeString(file, text.replaceFirst("\n", "\n\n"));
    assertRefused(
        () -> TrialsJsonl.read(RunFile.at(file)), file, ":2: there is no JSON object" + RESTORE);
    Files.writeString(file, text + text.replace("\n", ""));
    assertThat(catchThrowable(() -> TrialsJsonl.read(RunFile.at(file))))
        .hasMessageStartingWith(file + ":3: there is text after the end of the JSON object: ");
  }

  @Test
  void emptyFileHasNoTrials() throws IOException {
    Files.writeString(file, "");

    assertThat(TrialsJsonl.read(RunFile.at(file))).isEmpty();
  }

  @Test
  void windowsLineEndsAreRead() throws IOException {
    Files.writeString(file, Files.readString(file).replace("\n", "\r\n"));

    assertThat(TrialsJsonl.read(RunFile.at(file))).isEqualTo(TWO);
  }

  @Test
  void dropsEveryUnfinishedLine() throws IOException {
    byte[] whole = Files.readAllBytes(file);
    int firstLine = Files.readAllLines(file).getFirst().length() + 1;
    for (int cut = firstLine + 1; cut < whole.length; cut++) {
      Files.write(file, Arrays.copyOf(whole, cut));

      assertThat(WholeFile.dropUnfinishedLine(file)).as("cut at %d", cut).isTrue();
      assertThat(file).hasSize(firstLine);
    }
    assertThat(TrialsJsonl.read(RunFile.at(file))).containsExactly(TWO.getFirst());
  }

  @Test
  void dropsNothingFromAWholeOrEmptyFileAndAnOnlyLine() throws IOException {
    assertThat(WholeFile.dropUnfinishedLine(file)).isFalse();
    assertThat(TrialsJsonl.read(RunFile.at(file))).isEqualTo(TWO);
    Files.writeString(file, "");
    assertThat(WholeFile.dropUnfinishedLine(file)).isFalse();
    Files.writeString(file, "{\"number\":0");
    assertThat(WholeFile.dropUnfinishedLine(file)).isTrue();
    assertThat(file).isEmptyFile();
  }
}
