package io.coreyield.analysis.recording.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir Path directory;

  @Test
  void whatCannotBeReplacedStaysAndNothingIsLeftBesideIt() throws IOException {
    Path file = directory.resolve("run.json");
    Path inside = Files.createDirectories(file.resolve("in the way"));

    assertThatThrownBy(() -> WholeFile.write(file, "new"))
        .isInstanceOfSatisfying(
            RecordingException.class, e -> assertThat(e.isAboutWriting()).isTrue())
        .hasMessageStartingWith(file + ": cannot be written (");
    assertThatThrownBy(() -> WholeFile.writeDerived(file, "new")).isInstanceOf(IOException.class);

    assertThat(inside).isDirectory();
    assertThat(directory.toFile().list()).containsExactly("run.json");
  }

  @Test
  void whatAKilledProcessOrAStrangerLeftIsReplacedAndNotFollowed() throws IOException {
    Path file = Files.writeString(directory.resolve("run.json"), "old");
    Path other = Files.writeString(directory.resolve("other"), "of somebody else");
    Files.createSymbolicLink(directory.resolve("run.json.new"), other);

    WholeFile.write(file, "new");

    assertThat(file).hasContent("new");
    assertThat(other).hasContent("of somebody else");
    assertThat(directory.resolve("run.json.new")).doesNotExist();

    Files.writeString(directory.resolve("run.json.new"), "half");
    WholeFile.writeDerived(file, "newer");

    assertThat(file).hasContent("newer");
    assertThat(directory.resolve("run.json.new")).doesNotExist();
  }
}
