package io.coreyield.analysis.recording.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AppendedFileTest {

  private static final String RECORD = "0123456789".repeat(100) + "\n";

  @TempDir Path directory;

  /** Appends the record as often as it is told, whatever fails, and at last a short one. */
  static final class Appending {
    private Appending() {}

    public static void main(String[] arguments) throws IOException {
      try (AppendedFile file = AppendedFile.open(Path.of(arguments[0]))) {
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
          append(file, RECORD);
        }
        append(file, "end\n");
      }
    }

    private static void append(AppendedFile file, String record) {
      try {
        file.append(record);
      } catch (RecordingException e) {
        System.out.println(e.getMessage());
      }
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aRecordThatDoesNotFitIsTakenBackWhole() throws Exception {
    Path file = directory.resolve("growing");
    // No file has more than 4 blocks of 1024 bytes: a write fails as on a full disk.
    Process process =
        new ProcessBuilder(
                "bash",
                "-c",
                "ulimit -f 4; exec \"$0\" -XX:-UsePerfData -cp \"$1\" '%s' \"$2\" 6"
                    .formatted(Appending.class.getName()),
                ProcessHandle.current().info().command().orElseThrow(),
                System.getProperty("java.class.path"),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(Files.readString(file)).as(output).isEqualTo(RECORD.repeat(4) + "end\n");
    assertThat(output.lines())
        .containsExactly(refusal(file, "File too large"), refusal(file, "File too large"));
  }

  private String refusal(Path file, String cause) {
    return "%s: cannot be written (%s): mend that, and start again".formatted(file, cause);
  }

  @Test
  void theFileOfARunIsKeptForItsResumption() throws IOException {
    Path file = directory.resolve("growing");
    Files.writeString(directory.resolve("run.json"), "{}");
    try (AppendedFile appended = AppendedFile.open(file)) {
      Files.delete(file);

      assertThatThrownBy(() -> appended.append(RECORD))
          .hasMessage(
              "%s: cannot be written (it was deleted): mend that, and 'run --resume %s' goes on; what it holds is kept",
              file, directory);
    }
  }

  @Test
  void aFileThatWasDeletedIsNamed() throws IOException {
    Path file = directory.resolve("growing");
    try (AppendedFile appended = AppendedFile.open(file)) {
      appended.append(RECORD);
      Files.delete(file);

      assertThatThrownBy(() -> appended.append(RECORD))
          .isInstanceOf(RecordingException.class)
          .hasMessage(refusal(file, "it was deleted"));
    }
  }

  @Test
  void aDirectoryInItsPlaceIsNamedOnce() {
    assertThatThrownBy(() -> AppendedFile.open(directory))
        .hasMessage(refusal(directory, "Is a directory"));
  }

  @Test
  void aDirectoryThatIsNotThereIsNamed() {
    Path file = directory.resolve("absent").resolve("growing");

    assertThatThrownBy(() -> AppendedFile.open(file))
        .isInstanceOf(RecordingException.class)
        .hasMessage(refusal(file, "its directory does not exist"));
  }
}
