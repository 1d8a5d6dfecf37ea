package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads captures of other tools; the content decides the format, never the name. */
public final class Captures {

  /** Enough to recognise the tool: several headers with colours fit. */
  private static final int BEGINNING_BYTES = 1 << 20;

  private Captures() {}

  /**
   * Reads a file.
   *
   * @param year of time stamps that have none; null to find out
   * @throws RecordingException in one sentence with the file, the line and what to do, if its
   *     format is unknown, it has no load of single CPUs, an impossible figure, or more than {@link
   *     CaptureLimits} allows
   */
  public static Capture read(Path path, @Nullable Integer year) throws IOException {
    CaptureFile file = new CaptureFile(path);
    Capture capture = read(file, new StampClock(file, year));
    for (Capture.Stretch stretch : capture.stretches()) {
      requirePossible(file, stretch.start(), stretch.durationNs());
    }
    return capture;
  }

  private static Capture read(CaptureFile file, StampClock clock) throws IOException {
    String beginning = file.beginning(BEGINNING_BYTES);
    if (beginning.stripLeading().startsWith("{")) {
      return SysstatJson.isIt(beginning) ? SysstatJson.read(file, clock) : PsutilJson.read(file);
    }
    Capture capture = text(file, clock, beginning);
    return file.isOpenEnded()
        ? capture.warned(
            "import-cut",
            "the last line has no end: if the file was cut there, its last number is too small",
            "Capture again, or delete that line.")
        : capture;
  }

  private static Capture text(CaptureFile file, StampClock clock, String beginning)
      throws IOException {
    if (DstatCsv.isIt(beginning)) {
      return DstatCsv.read(file, clock);
    }
    if (MpstatText.isIt(beginning)) {
      return MpstatText.read(file, clock);
    }
    if (DstatText.isIt(beginning)) {
      return DstatText.read(file, clock);
    }
    throw unknown(file);
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

  static RecordingException unknown(CaptureFile file) {
    return file.refusal(
        0,
        "is no capture that can be imported: give what dstat or dool showed or wrote with --output, mpstat -P ALL printed (text or -o JSON), sadf -j wrote, or a psutil series (docs/IMPORT.md)");
  }
}
