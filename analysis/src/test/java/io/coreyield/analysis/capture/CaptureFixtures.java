package io.coreyield.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Captures in the resources beside this class; their README says how each was made. */
public final class CaptureFixtures {

  static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  private CaptureFixtures() {}

  /** Where they all are. */
  public static Path directory() {
    return Objects.requireNonNull(path("mpstat.txt").getParent());
  }

  static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(CaptureFixtures.class.getResource(name), name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The one of that name. */
  public static Capture capture(String name) {
    return read(path(name));
  }

  static Capture read(Path file) {
    try {
      return Captures.read(file, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("capture"), text);
  }

  /** The counters of one logical CPU over a stretch, from its first sample to its last. */
  static CpuTimes total(LoadSeries load, int cpu) {
    return load.at(load.samples() - 1, cpu);
  }

  /** A user who says nothing. */
  public static ImportOptions claims() {
    return claims(List.of(), List.of());
  }

  /** What a user says who says only this. */
  public static ImportOptions claims(List<String> labels, List<Captured.Timing> timings) {
    return new ImportOptions(null, null, null, labels, timings, List.of("import"), "test", NOW);
  }

  /** Asserts that a file is refused in one sentence that begins with it and the line. */
  static void assertRefused(Path file, String message) {
    RecordingException refusal =
        catchThrowableOfType(RecordingException.class, () -> Captures.read(file, null));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .startsWith(file + message)
        .hasSizeLessThan(file.toString().length() + 400)
        .doesNotContain("\n", "\u001b", "io.coreyield", "java.", "tools.jackson", "Exception")
        .doesNotEndWith(".");
  }
}
