package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads captures of other tools; the content decides the format, never the name. */
public final class Captures {

  /** Enough to recognise the tool: several headers with colours fit. */
  private static final int BEGINNING_BYTES = 1 << 20;

  private Captures() {}

  /**
   * Reads a file.
   *
   * @return one capture for each machine that the file holds; at least one
   * @throws RecordingException in one sentence with the file, the line and what to do, if its
   *     format is unknown, it has no load of single CPUs, an impossible figure, or more than {@link
   *     CaptureLimits} allows
   */
  public static List<Capture> read(Path path, ReadOptions options) throws IOException {
    CaptureFile file = new CaptureFile(path);
    List<Capture> captures = read(file, options);
    for (Capture capture : captures) {
      for (Capture.Stretch stretch : capture.stretches()) {
        requirePossible(file, stretch.start(), stretch.durationNs());
      }
    }
    return captures;
  }

  private static List<Capture> read(CaptureFile file, ReadOptions options) throws IOException {
    StampClock clock = new StampClock(file, options.year());
    String beginning = file.beginning(BEGINNING_BYTES);
    if (SysstatJson.isIt(beginning)) {
      return List.of(SysstatJson.read(file, clock));
    }
    if (PrometheusJson.isIt(beginning)) {
      return List.of(PrometheusJson.read(file, clock));
    }
    if (beginning.stripLeading().startsWith("{")) {
      return PsutilJson.read(file, options, beginning);
    }
    Capture capture = text(file, clock, beginning);
    return List.of(
        file.isOpenEnded()
            ? capture.warned(
                "import-cut",
                "the last line has no end: if the file was cut there, its last number is too small",
                "Capture again, or delete that line.")
            : capture);
  }

  private static Capture text(CaptureFile file, StampClock clock, String beginning)
      throws IOException {
    if (DstatCsv.isIt(beginning)) {
      return DstatCsv.read(file, clock);
    }
    if (SadfText.isIt(beginning)) {
      return SadfText.read(file, clock);
    }
    if (ProcStatText.isIt(beginning)) {
      return ProcStatText.read(file, clock);
    }
    if (SysstatText.isIt(beginning)) {
      return SysstatText.read(file, clock, beginning);
    }
    if (DstatText.isIt(beginning)) {
      return DstatText.read(file, clock);
    }
    throw OtherFormats.text(file, beginning);
  }

  private static void requirePossible(CaptureFile file, @Nullable Instant start, long durationNs)
      throws RecordingException {
    if (start != null
        && !(Clock.isOfThisAge(start) && Clock.isOfThisAge(start.plusNanos(durationNs)))) {
      throw file.refusal(
          0,
          "began at %s and lasted %d s: a run must be between 1970 and 2200; give the year with --year, or correct the date in the file"
              .formatted(start, durationNs / 1_000_000_000L));
    }
  }
}
