package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunDirectoryTest {

  private static final Run RUN = SimulatedRuns.quick(SimulatedRuns.machine(2, 2));
  private static final String GIVE = ": give the directory of a run, as 'run --out' wrote it";

  @TempDir Path directory;
  private RunDirectory files = new RunDirectory(Path.of("run"));

  @BeforeEach
  void write() throws IOException {
    files = RecordedRuns.write(RUN, directory);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.json", "trials.jsonl", "load.csv"})
  void eachFileIsNeeded(String name) throws IOException {
    Path file = directory.resolve(name);
    Files.delete(file);

    assertRefused(files::read, file, ": is missing" + GIVE);
    assertRefused(() -> WholeFile.dropUnfinishedLine(file), file, ": is missing" + GIVE);
    assertThat(file).doesNotExist();
  }

  @Test
  void whatCanBeMadeAgainIsNotNeeded() throws IOException {
    Files.delete(files.swapCsv());
    Files.delete(files.jmhJson());

    assertThat(files.read().swap()).isEmpty();
    assertThat(files.read().trials()).isEqualTo(RUN.trials());
  }

  @Test
  void noDirectory() throws IOException {
    Path absent = directory.resolve("absent");

    assertRefused(() -> new RunDirectory(absent).read(), absent, ": does not exist" + GIVE);
    assertRefused(
        () -> new RunDirectory(files.runJson()).read(),
        files.runJson(),
        ": is not a directory" + GIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.json", "trials.jsonl", "load.csv", "swap.csv"})
  void eachFileIsText(String name) throws IOException {
    Path file = directory.resolve(name);
    String restore = ": restore it from a copy of the run";
    Files.write(file, new byte[] {(byte) 0xe9}, StandardOpenOption.APPEND);
    assertRefused(this::readStrictly, file, ": is not UTF-8 text" + restore);
    Files.delete(file);
    Files.createDirectory(file);
    assertRefused(files::read, file, ": is a directory, not a file" + restore);
  }

  private void readStrictly() throws IOException {
    try (RunContent content = RunContent.of(files)) {
      content.run();
    }
  }

  @Test
  void linesThatCannotBeReadAreLeftOutAndNamed() throws IOException {
    // What a full disk left behind in earlier versions: a row, and behind it the next one.
    Files.writeString(
        files.loadCsv(), "99,0,1,2,3,499,1,1,2,3,4,5,6,7,8\n", StandardOpenOption.APPEND);
    Files.writeString(files.trialsJsonl(), "{\"number\":9", StandardOpenOption.APPEND);
    int row = 2 + RUN.load().samples() * RUN.load().cpuIds().size();

    Run read = files.read();

    assertThat(read.trials()).isEqualTo(RUN.trials());
    assertThat(RecordedRuns.samples(read.load())).isEqualTo(RecordedRuns.samples(RUN.load()));
    assertThat(read.info().warnings())
        .extracting(Warning::message)
        .containsExactly(
            "trials.jsonl: line %d cannot be read and is left out"
                .formatted(RUN.trials().size() + 1),
            "load.csv: line %d cannot be read and is left out".formatted(row));
    assertRefused(
        this::readStrictly,
        files.trialsJsonl(),
        ":%d: the JSON ends too early: restore the file from a copy of the run, or delete line %1$d and with it that trial"
            .formatted(RUN.trials().size() + 1));
  }

  @Test
  void aFileOfWhichNothingCanBeReadIsRefused() throws IOException {
    Files.writeString(files.trialsJsonl(), "now\nthen\n");

    assertThatThrownBy(files::read)
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("trials.jsonl:1: ");
  }

  @Test
  void readsAgainAfterThePowerWentInTheMiddleOfEveryFile() throws IOException {
    Files.writeString(files.trialsJsonl(), "{\"number\":99,\"rou", StandardOpenOption.APPEND);
    Files.writeString(
        files.loadCsv(), "999000000000,0,1,2,3,4,5,6,7,8\n9990", StandardOpenOption.APPEND);
    Files.writeString(files.swapCsv(), "99", StandardOpenOption.APPEND);

    assertThat(files.dropUnfinished()).isTrue();
    Run read = files.read();
    assertThat(read.trials()).isEqualTo(RUN.trials());
    assertThat(RecordedRuns.samples(read.load())).isEqualTo(RecordedRuns.samples(RUN.load()));
    assertThat(read.swap()).isEqualTo(RUN.swap());
    assertThat(files.dropUnfinished()).isFalse();
    Files.delete(files.swapCsv());
    assertThat(files.dropUnfinished()).isFalse();
  }
}
