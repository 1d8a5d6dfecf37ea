package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryDirectoryTest {

  @TempDir Path path;

  @Test
  void whatKilledProcessesLeftBehindIsDeletedAndNothingElse() throws IOException {
    for (String left : List.of("jmh12stdout", "jmh34stderr", "jmh56compilecommand")) {
      Files.createFile(path.resolve(left));
    }
    Files.createFile(Files.createDirectory(path.resolve("coreyield78")).resolve("link"));
    Files.createFile(path.resolve("jmh.lock"));
    Files.createFile(path.resolve("jmh-results"));
    Path full = Files.createDirectory(path.resolve("coreyield90"));
    Files.writeString(full.resolve("thesis.tex"), "years of work");

    new TemporaryDirectory(path).deleteAbandoned();

    assertThat(path.toFile().list())
        .containsExactlyInAnyOrder("jmh.lock", "jmh-results", "coreyield90");
    assertThat(full.resolve("thesis.tex")).hasContent("years of work");
  }

  @Test
  void oneThatServesStaysAsItIs() {
    assertThatCode(() -> new TemporaryDirectory(path).requireUsable()).doesNotThrowAnyException();
    assertThat(path).isEmptyDirectory();
  }

  @Test
  void oneThatDoesNotServeIsRefused() {
    assertThatThrownBy(() -> new TemporaryDirectory(path.resolve("absent")).requireUsable())
        .isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> new TemporaryDirectory(path.resolve("a".repeat(90))).requireUsable())
        .isInstanceOf(IOException.class)
        .hasMessage("its path is too long for a socket");
  }
}
