package io.coreyield.analysis.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSeries;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
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

  public static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

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
      return Captures.read(file, ReadOptions.NONE).getFirst();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Path write(Path directory, String text) throws IOException {
    return Files.writeString(directory.resolve("capture"), text);
  }

  static List<String> codes(Capture capture) {
    return capture.warnings().stream().map(Warning::code).toList();
  }

  /** The counters of one logical CPU over a stretch, from its first sample to its last. */
  static CpuTimes total(LoadSeries load, int cpu) {
    return load.at(load.samples() - 1, cpu);
  }

  /** A user who says nothing. */
  public static ImportOptions claims() {
    return claims(List.of(), List.of());
  }

  /** A user who gives one curve of so many cores and logical CPUs. */
  public static ImportOptions curve(Captured.Curve curve, int cores, int logical) {
    return new ImportOptions(
        null,
        cores,
        logical,
        List.of(),
        List.of(),
        List.of(curve),
        null,
        List.of("import"),
        "test",
        NOW);
  }

  /** A user who gives one curve and the output of lscpu. */
  public static ImportOptions curve(Captured.Curve curve, Machine machine) {
    return new ImportOptions(
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(curve),
        machine,
        List.of("import"),
        "test",
        NOW);
  }

  /** What a user says who says only this. */
  public static ImportOptions claims(List<String> labels, List<Captured.Timing> timings) {
    return new ImportOptions(
        null, null, null, labels, timings, List.of(), null, List.of("import"), "test", NOW);
  }

  /** Asserts that a file is refused in one sentence that begins with it and the line. */
  static void assertRefused(Path file, String message) {
    RecordingException refusal =
        catchThrowableOfType(RecordingException.class, () -> Captures.read(file, ReadOptions.NONE));
    assertThat(refusal).as("refusal").isNotNull();
    assertThat(refusal.getMessage())
        .startsWith(file + message)
        .hasSizeLessThan(file.toString().length() + 400)
        .doesNotContain("\n", "\u001b", "io.coreyield", "java.", "tools.jackson", "Exception")
        .doesNotEndWith(".");
  }
}
