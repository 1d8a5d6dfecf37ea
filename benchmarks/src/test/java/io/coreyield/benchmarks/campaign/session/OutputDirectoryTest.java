package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing that is there already is touched. */
class OutputDirectoryTest {
  @TempDir private Path temp;

  private static void refuses(Path wanted, String sentence) {
    assertThatThrownBy(() -> OutputDirectory.at(wanted).make())
        .isInstanceOf(UnusableException.class)
        .hasMessage(sentence);
  }

  @Test
  void aNewOrEmptyDirectoryIsMade() throws Exception {
    Path deep = temp.resolve("a/b c/ü");

    try (OutputDirectory made = OutputDirectory.at(deep).make()) {
      assertThat(made.directory().path()).isEqualTo(deep);
    }
    assertThat(deep).isEmptyDirectory();
    try (OutputDirectory again = OutputDirectory.at(deep).make()) {
      assertThat(again.directory().path()).isEqualTo(deep);
    }
  }

  @Test
  void oneThatIsBeingWrittenIsRefused() throws Exception {
    String sentence =
        "%s is being written by process %d \\(since [0-2][0-9]:[0-5][0-9]\\): wait for its end, or give --out another directory"
            .formatted(temp, ProcessHandle.current().pid());
    try (OutputDirectory first = OutputDirectory.at(temp).make()) {
      Files.writeString(first.directory().runJson(), "{}");

      assertThatThrownBy(() -> OutputDirectory.at(temp).make())
          .isInstanceOf(UnusableException.class)
          .hasMessageMatching(sentence);
      assertThatThrownBy(() -> OutputDirectory.again(temp))
          .isInstanceOf(UnusableException.class)
          .hasMessageMatching(sentence);
    }
    OutputDirectory.again(temp).close();
    assertThat(temp.resolve("run.json")).hasContent("{}");
  }

  @Test
  void nothingIsWrittenWhereThereIsNoRunToGoOn() throws Exception {
    temp.toFile().setLastModified(0);
    try (OutputDirectory other = OutputDirectory.again(temp)) {
      assertThat(other.directory().path()).isEmptyDirectory();
    }
    assertThat(temp.toFile().lastModified()).isZero();
  }

  @Test
  void twoOfOneNameGetANumber() throws Exception {
    Path wanted = temp.resolve("run");
    try (OutputDirectory first = OutputDirectory.like(wanted).make();
        OutputDirectory second = OutputDirectory.like(wanted).make()) {
      assertThat(first.directory().path()).isEqualTo(wanted);
      assertThat(second.directory().path()).isEqualTo(temp.resolve("run-2"));
    }
  }

  @Test
  void aFileIsRefusedAndKept() throws IOException {
    Path file = Files.writeString(temp.resolve("notes"), "mine");

    refuses(file, file + " is a file: give --out a new directory");
    assertThat(file).hasContent("mine");
  }

  @Test
  void aRunIsRefusedWithTheWayToGoOn() throws IOException {
    Files.writeString(temp.resolve("run.json"), "{}");

    refuses(
        temp,
        "%s holds a run already: give --out a new directory, or continue that run with --resume %s"
            .formatted(temp, temp));
    assertThat(temp.resolve("run.json")).hasContent("{}");
  }

  @Test
  void aDirectoryWithAnythingIsRefused() throws IOException {
    Files.writeString(temp.resolve("thesis.tex"), "years of work");

    refuses(temp, temp + " is not empty: give --out a new directory");
    assertThat(temp).isDirectoryContaining("glob:**thesis.tex");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsRefused() throws IOException {
    Path under = Files.writeString(temp.resolve("file"), "").resolve("run");

    refuses(
        under, under + " cannot be written: give --out a directory in a place where you may write");
  }
}
