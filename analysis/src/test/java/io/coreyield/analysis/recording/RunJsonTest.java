package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.RunFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunJsonTest {

  private static final String RESTORE =
      ": restore run.json from a copy of the run; without it the run cannot be read";
  private static final RunInfo INFO = SimulatedRuns.quick(SimulatedRuns.machine(4, 2)).info();

  @TempDir Path directory;
  private Path file = Path.of("run.json");

  @BeforeEach
  void write() throws IOException {
    file = directory.resolve("run.json");
    RunJson.write(file, INFO);
  }

  private void assertFault(String fault) {
    assertRefused(() -> RunJson.read(RunFile.at(file)), file, fault + RESTORE);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "seed" : 1,            |                           |: 'origin.seed' is missing
          "rounds" : 3,          |                           |: 'origin.plan.stopping.rounds' is missing
          "cacheBytes"           | "later"                   |: 'origin.plan.arrays.cacheBytes' is missing
          "seed" : 1             | "seed" : null             |: 'origin.seed' is null
          "machine" : {          | "machine" : null, "m" : { |: 'machine' is null
          "warnings" : [         | "warnings" : null, "w" : [|: 'warnings' is null
          "leftOut" : [          | "leftOut" : [ null        |: 'origin.plan.leftOut[0]' is null
          "seed" : 1             | "seed" : "1"              |:8: 'origin.seed' is not a whole number of at most 64 bits
          "seed" : 1             | "seed" : 1.5              |:8: 'origin.seed' is '1.5', not a whole number of at most 64 bits
          "seed" : 1             | "seed" : 9223372036854775808|:8: 'origin.seed' is not a whole number of at most 64 bits
          "seed" : 1             | "seed" : {}               |:8: 'origin.seed' is not a whole number of at most 64 bits
          "rounds" : 3           | "rounds" : 3000000000     |:83: 'origin.plan.stopping.rounds' is not a whole number of at most 32 bits
          "usable" : true        | "usable" : "yes"          |:132: 'machine.topology.cpus[0].usable' is not true or false
          "warnings" : [         | "warnings" : 5, "w" : [   |:258: 'warnings' is not a list
          "commandLine" : [      | "commandLine" : [ {},     |:108: 'commandLine[0]' is not text
          "loadAverage" : 0.1    | "loadAverage" : {}        |:243: 'environment.loadAverage' is not a number
          "kernel" : "range"     | "kernel" : "rnge"         |:13: 'origin.plan.configurations[0].kernel' is 'rnge', not one of range, range-double, range-ilp, array-ports, array-stream, array-chase, range-div, array-cache, array-branch
          "state" : "complete"   | "state" : "done"          |:115: 'state' is 'done', not one of running, complete, interrupted
          "start" : "2026        | "start" : "Tuesday        |:113: 'start' is 'Tuesday-01-02T03:04:05Z', not a time such as 2026-01-02T03:04:05Z
          "start" : "2026-01-02T03:04:05Z" | "start" : 5     |: 'start' is not a time such as 2026-01-02T03:04:05Z
          "loadAverage" : 0.1    | "loadAverage" : "NaN"     |: 'environment.loadAverage' is not a number
          "vendor" : "Nobody"    | "vendor" : 7              |: 'machine.vendor' is not text
          "workers" : 1,         | "workers" : 0,            |:19: 'origin.plan.configurations[0]' is impossible (0 workers: give a count from 1 to 8192)
          "id" : 0               | "id" : 1                  |:200: 'machine.topology' is impossible (logical CPU 1 is named twice)
          "seed" : 1             | "seed" ; 1                |:8: the text is not JSON at column 12
          "schema"               | "scheme"                  |: names no schema, so it is not ours
          """)
  void oneWrongField(String old, String replacement, String fault) throws IOException {
    Refusal.edit(file, old, replacement == null ? "" : replacement);

    assertFault(fault);
  }

  @Test
  void anotherSchema() throws IOException {
    Refusal.edit(file, "coreyield/run/2", "coreyield/run/1");

    assertRefused(
        () -> RunJson.read(RunFile.at(file)),
        file,
        ":2: schema is 'coreyield/run/1', and this version reads 'coreyield/run/2': use the CoreYield version that wrote the run, or measure again");
  }

  @Test
  void cutAnywhere() throws IOException {
    String text = Files.readString(file);
    for (int length = 1; length < text.length() - 2; length += 97) {
      Files.writeString(file, text.substring(0, length));
      long line = text.substring(0, length).lines().count();

      assertThat(catchThrowable(() -> RunJson.read(RunFile.at(file))))
          .as("cut after %d characters", length)
          .isInstanceOf(RecordingException.class)
          // A cut inside null, true or false looks like a word that JSON does not have.
          .hasMessageMatching(
              ".*run\\.json:(%d|%d): the (JSON ends too early|text is not JSON at column \\d+): .*"
                  .formatted(line, line + 1));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ~~      |: names no schema, so it is not ours
          null    |: names no schema, so it is not ours
          []      |: names no schema, so it is not ours
          7       |: names no schema, so it is not ours
          {       |:1: the JSON ends too early
          {}      |: names no schema, so it is not ours
          hello   |:1: the text is not JSON at column 1
          """)
  void notARun(String text, String fault) throws IOException {
    Files.writeString(file, text);

    assertFault(fault);
  }

  @Test
  void somethingAfterTheEnd() throws IOException {
    Files.writeString(file, Files.readString(file) + "{}");

    assertFault(":260: there is text after the end of the JSON object");
  }

  @Test
  void writingAgainReplacesAndLeavesNothingBeside() throws IOException {
    RunInfo ended = INFO.ended(INFO.start().plusSeconds(9), RunInfo.State.INTERRUPTED);
    RunJson.write(file, ended);

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(ended);
    assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
  }

  /** Its kernels had no arrays of those names. */
  @Test
  void aRunFromBeforeThereWereMoreArraysIsRead() throws IOException {
    String text = Files.readString(file);
    Files.writeString(
        file,
        text.replaceFirst(",\\s+\"cacheBytes\" : \\d+", "")
            .replaceFirst(",\\s+\"branchBytes\" : \\d+", ""));
    assertThat(Files.readString(file)).doesNotContain("cacheBytes", "branchBytes");

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(INFO);
    RunJson.write(file, RunJson.read(RunFile.at(file)));
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void fieldsOfANewerMinorVersionAreIgnored() throws IOException {
    Refusal.edit(file, "\"seed\" : 1", "\"later\" : [1], \"seed\" : 1");

    assertThat(RunJson.read(RunFile.at(file))).isEqualTo(INFO);
  }
}
