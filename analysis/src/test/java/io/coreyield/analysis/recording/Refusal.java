package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal of a file owes its reader. */
final class Refusal {

  private Refusal() {}

  /**
   * Asserts that reading is refused with the message {@code path + message} and in one sentence.
   */
  static void assertRefused(ThrowingCallable reading, Path path, String message) {
    RecordingException refusal = catchThrowableOfType(RecordingException.class, reading);
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal).hasMessage(path + message);
    assertThat(refusal.getMessage())
        .doesNotContain("\n", "io.coreyield", "java.", "tools.jackson", "Exception", "org.apache")
        .doesNotEndWith(".");
  }

  /** Replaces the first {@code old} of a file; fails if there is none. */
  static void edit(Path file, String old, String replacement) throws IOException {
    String text = Files.readString(file);
    int at = text.indexOf(old);
    assertThat(at).as("'%s' stands in %s", old, file.getFileName()).isNotNegative();
    Files.writeString(
        file, text.substring(0, at) + replacement + text.substring(at + old.length()));
  }
}
