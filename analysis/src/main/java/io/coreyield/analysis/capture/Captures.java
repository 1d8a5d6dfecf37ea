package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Reads captures of other tools; the content decides the format, never the name. */
public final class Captures {

  /** How much of a file tells which tool made it: several headers with colours fit. */
  private static final int BEGINNING_CHARS = 1 << 20;

  private static final Warning CUT =
      new Warning(
          "import-cut",
          "the last line has no end: if the file was cut there, its last number is too small",
          "Capture again, or delete that line.");

  private Captures() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @param year of time stamps that have none; null to find out
   * @throws RecordingException in one sentence with the file, the line and what to do, if it is of
   *     no format that is known, holds no load of single CPUs, an impossible figure, or more than
   *     {@link CaptureLimits}
   */
  public static Capture read(Path path, @Nullable Integer year) throws IOException {
    CaptureFile file = new CaptureFile(path).checked();
    Capture capture = read(file, new StampClock(year, file.modified()));
    requireOfThisAge(file, capture);
    return capture;
  }

  private static Capture read(CaptureFile file, StampClock clock) throws IOException {
    String beginning = file.beginning(BEGINNING_CHARS);
    if (beginning.stripLeading().startsWith("{")) {
      return SysstatJson.isIt(beginning) ? SysstatJson.read(file, clock) : PsutilJson.read(file);
    }
    Capture capture = text(file, clock, beginning);
    return file.isOpenEnded() ? capture.warned(CUT) : capture;
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

  private static void requireOfThisAge(CaptureFile file, Capture capture)
      throws RecordingException {
    for (Capture.Stretch stretch : capture.stretches()) {
      if (stretch.start() instanceof Capture.Start.At at
          && !(Clock.isOfThisAge(at.utc())
              && Clock.isOfThisAge(at.utc().plusNanos(stretch.durationNs())))) {
        throw file.refusal(
            0,
            "began at %s and lasted %d s: a run lies between 1970 and 2200; give the year with --year, or correct the date in the file"
                .formatted(at.utc(), stretch.durationNs() / 1_000_000_000L));
      }
    }
  }

  static RecordingException unknown(CaptureFile file) {
    return file.refusal(
        0,
        "is no capture that can be imported: give what dstat or dool showed or wrote with --output, mpstat -P ALL printed (text or -o JSON), sadf -j wrote, or a psutil series (docs/IMPORT.md)");
  }
}
