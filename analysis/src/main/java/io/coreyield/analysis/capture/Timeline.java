package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.recording.file.RecordingException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The intervals that the rows of a capture cover. Each row is of the time since the moment before
 * it; where a capture says that its interval starts elsewhere, or names other logical CPUs, a new
 * stretch begins, so that nothing is held of time that no row covers.
 */
final class Timeline {

  private static final int MAX_WARNINGS = 20;
  private static final int MAX_NAMED = 8;

  /** Swap at a moment that no interval ends at. */
  private record Swap(long used, long total) {}

  private final CaptureFile file;
  private final StampClock clock;
  private final List<Capture.Stretch> stretches = new ArrayList<>();
  private List<Integer> absent = List.of();
  private List<Integer> cpusBefore = List.of();
  private @Nullable Rows rows;
  private @Nullable Swap swapAtStart;
  private long lastLine;
  private long lastMs;
  private boolean isStarted;
  private boolean isStartGuessed;
  private int warnings;

  Timeline(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Says when the next interval starts: elsewhere than the last one ended, there is a gap. */
  void startAt(long line, long ms) throws RecordingException {
    if (!isStarted || ms != lastMs) {
      restart();
      lastLine = line;
      lastMs = ms;
      isStarted = true;
    }
  }

  /**
   * Says how long the next interval is, as a tool rounds it to seconds.
   *
   * @throws RecordingException if it reaches back into the interval before it
   */
  private void startBefore(long line, long endMs, long lengthMs) throws RecordingException {
    long start = endMs - lengthMs;
    long rounding = Math.min(2000, Math.max(0, lengthMs - 1000));
    boolean isNext = isStarted && start - lastMs <= rounding && start - lastMs >= -2000;
    if (isStarted && !isNext && start < lastMs && endMs > lastMs) {
      throw file.refusal(
          line,
          "the record of %s covers %d s, but the one before it ended only %d s earlier, as after a step of the clock: delete one of them, or import both parts as files of their own"
              .formatted(
                  LocalTime.ofInstant(Instant.ofEpochMilli(endMs), ZoneOffset.UTC),
                  lengthMs / 1000,
                  (endMs - lastMs) / 1000));
    }
    if (!isNext) {
      startAt(line, start);
    }
  }

  /**
   * Adds a record that says how many seconds it covers; one that says what cannot be only marks
   * when the next one begins.
   *
   * @param interval its seconds, as the tool wrote them
   * @throws IllegalArgumentException if that is no number, or a figure is impossible
   */
  void addRecord(long line, long ms, String interval, List<Integer> cpuIds, float[] parts)
      throws RecordingException {
    if (!interval.matches("\\d{1,40}(\\.\\d{1,20})?")) {
      throw new IllegalArgumentException(
          "interval is '%s', not a number of seconds".formatted(Percents.cut(interval)));
    }
    double seconds = Double.parseDouble(interval);
    if (seconds > 0 && seconds <= CaptureLimits.MAX_INTERVAL_SECONDS) {
      startBefore(line, ms, Math.round(seconds * 1000));
      add(line, ms, cpuIds, parts);
    } else {
      warn(
          line,
          "import-no-start",
          "this record says that it covers %s s, so it only marks when the next one begins"
              .formatted(Percents.cut(interval)));
      startAt(line, ms);
    }
  }

  /** What follows is from another start of the tool or of the machine. */
  void restart() throws RecordingException {
    Rows done = rows;
    if (done != null && isStartGuessed) {
      warn(
          done.firstLine(),
          "import-no-start",
          "nothing says when this interval began, so it is left out");
    } else if (done != null) {
      if (stretches.size() == Captured.MAX_SEGMENTS) {
        throw file.refusal(
            done.firstLine(),
            "there are more than %d stretches without a gap: give a part of the capture"
                .formatted(Captured.MAX_SEGMENTS));
      }
      stretches.add(done.stretch("", clock.at(done.firstMs())));
    }
    rows = null;
    isStarted = false;
    isStartGuessed = false;
    swapAtStart = null;
  }

  /** Whether the last row ended an interval, or said when one starts. */
  boolean isStarted() {
    return isStarted;
  }

  /** The moment at which the last interval ended. */
  long lastMs() {
    return lastMs;
  }

  /**
   * Adds an interval since the last moment; where that is not known, the next interval shows how
   * long they are. A logical CPU without any time was absent.
   *
   * @param parts eight per logical CPU, percent of the interval
   * @throws IllegalArgumentException if a figure is impossible
   */
  void add(long line, long ms, List<Integer> cpuIds, float[] parts) throws RecordingException {
    int[] there =
        IntStream.range(0, cpuIds.size()).filter(cpu -> Percents.sum(parts, cpu) > 0).toArray();
    noteAbsent(line, cpuIds, there);
    List<Integer> ids = Arrays.stream(there).mapToObj(cpuIds::get).toList();
    if (ids.isEmpty()) {
      startAt(line, ms);
      return;
    }
    Rows target = rows;
    if (target == null || !target.cpuIds().equals(ids)) {
      target = begin(line, ms, ids);
    } else if (isStartGuessed) {
      target.correctStart(2 * lastMs - ms);
      isStartGuessed = false;
    }
    target.add(line, ms, Percents.of(parts, there));
    lastLine = line;
    lastMs = ms;
  }

  private Rows begin(long line, long ms, List<Integer> ids) throws RecordingException {
    if (!cpusBefore.isEmpty() && !cpusBefore.equals(ids) && absent.isEmpty()) {
      warn(
          line,
          "import-other-cpus",
          "from here on the capture has %d logical CPUs, not the %d before it"
              .formatted(ids.size(), cpusBefore.size()));
    }
    cpusBefore = ids;
    Rows begun = new Rows(file, ids);
    boolean isKnown = isStarted;
    long startLine = isKnown ? lastLine : line;
    long startMs = isKnown ? lastMs : ms;
    Swap swap = swapAtStart;
    restart();
    begun.moment(startLine, startMs);
    if (swap != null) {
      begun.swap(swap.used(), swap.total());
    }
    rows = begun;
    isStarted = true;
    isStartGuessed = !isKnown;
    return begun;
  }

  private void noteAbsent(long line, List<Integer> cpuIds, int[] there) {
    List<Integer> gone =
        IntStream.range(0, cpuIds.size())
            .filter(cpu -> Arrays.binarySearch(there, cpu) < 0)
            .mapToObj(cpuIds::get)
            .toList();
    if (!gone.isEmpty() && !gone.equals(absent)) {
      warn(
          line,
          "import-absent-cpu",
          "CPU %s%s had no time at all, not even idle, so nothing is held of it here"
              .formatted(
                  gone.stream()
                      .limit(MAX_NAMED)
                      .map(String::valueOf)
                      .collect(Collectors.joining(", ")),
                  gone.size() > MAX_NAMED
                      ? " and %d more".formatted(gone.size() - MAX_NAMED)
                      : ""));
    }
    absent = gone;
  }

  /** Adds swap at the last moment. */
  void swap(long used, long total) {
    Rows target = rows;
    if (target == null) {
      swapAtStart = new Swap(used, total);
    } else {
      target.swap(used, total);
    }
  }

  /** Warns of a line, or of the last moment where there are none; after many warnings no more. */
  void warn(long line, String code, String message) {
    if (++warnings <= MAX_WARNINGS) {
      String where = line > 0 ? "line " + line : "after " + Instant.ofEpochMilli(lastMs);
      file.warn(code, where + ": " + message, "Look there if this is unexpected.");
    }
  }

  /** All stretches, once every row is added; empty if no row covers an interval. */
  List<Capture.Stretch> end() throws RecordingException {
    restart();
    return stretches;
  }
}
