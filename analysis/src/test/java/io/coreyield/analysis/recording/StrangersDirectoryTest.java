package io.coreyield.analysis.recording;

import static io.coreyield.analysis.recording.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A directory from elsewhere may hold more than plain files of a sensible length. */
class StrangersDirectoryTest {

  @TempDir Path directory;
  private RunDirectory run = new RunDirectory(Path.of("run"));

  @BeforeEach
  void write() throws IOException {
    Path path = Files.createDirectories(directory.resolve("run"));
    run = RecordedRuns.write(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)), path);
  }

  @Test
  void linkOutOfTheDirectory() throws IOException {
    Path outside = Files.move(run.swapCsv(), directory.resolve("swap.csv"));
    Files.createSymbolicLink(run.swapCsv(), outside);

    assertRefused(
        run::read,
        run.swapCsv(),
        ": is a symbolic link out of its directory: put the file itself in its place");
  }

  @Test
  void linkWithinTheDirectoryAndToIt() throws IOException {
    Path inside = Files.move(run.swapCsv(), run.path().resolve("swap-1.csv"));
    Files.createSymbolicLink(run.swapCsv(), inside.getFileName());
    Path link = Files.createSymbolicLink(directory.resolve("link"), run.path());

    assertThat(new RunDirectory(link).read().trials()).isNotEmpty();
  }

  @Test
  @Timeout(30)
  void pipe() throws Exception {
    Files.delete(run.loadCsv());
    Process made =
        new ProcessBuilder("sh", "-c", "mkfifo \"$1\"", "sh", run.loadCsv().toString()).start();
    assumeTrue(made.waitFor() == 0, "no mkfifo here");

    assertRefused(
        run::read,
        run.loadCsv(),
        ": is a pipe or a device, not a file: restore it from a copy of the run");
  }

  @Test
  void longLines() throws IOException {
    Files.writeString(run.loadCsv(), "1".repeat(5000));
    assertRefused(
        run::read,
        run.loadCsv(),
        ":1: the line is longer than 4096 bytes: restore the file from a copy of the run");
    Files.writeString(run.trialsJsonl(), "{}".repeat(9 << 20));
    assertRefused(
        run::read,
        run.trialsJsonl(),
        ":1: the line is longer than 16777216 bytes: restore the file from a copy of the run");
    Files.writeString(run.runJson(), "{}".repeat(9 << 20));
    assertRefused(
        run::read,
        run.runJson(),
        ": is longer than 16777216 bytes: no run of ours has such a file");
  }

  @Test
  void jsonBombs() throws IOException {
    for (String bomb :
        new String[] {
          "[".repeat(5000),
          "{\"a\":".repeat(5000),
          "[" + "[],".repeat(2_000_000) + "1]",
          "1".repeat(5000),
          "\"" + "a".repeat(300_000) + "\"",
          "{\"" + "a".repeat(300) + "\":1}"
        }) {
      Files.writeString(run.runJson(), bomb);
      assertThat(org.assertj.core.api.Assertions.catchThrowable(run::read))
          .isInstanceOf(RecordingException.class)
          .hasMessageContaining(
              "the JSON is beyond a limit (32 levels, 2000000 values and signs, texts of 262144, names of 256, numbers of 64 characters): restore run.json");
    }
  }

  @Test
  void valuesAreHarmlessInAnError() throws IOException {
    Refusal.edit(run.runJson(), "\"weak\"", "\"a\\u001b[2J\\u202e\\nb\"");

    assertRefused(
        run::read,
        run.runJson(),
        ":17: 'origin.plan.configurations[0].scaling' is 'a?[2J??b', not one of weak, strong: restore run.json from a copy of the run; without it the run cannot be read");
  }
}
