package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Snapshots of {@code /proc/stat}, each after a line with its time or with the time in each line.
 */
final class ProcStatText {

  private static final Pattern CPU_LINE =
      Pattern.compile(
          "([^a-z]*(?:[A-Z][a-z]{2}[^a-z]*){0,2})cpu(\\d{0,6})((?: +\\d{1,18}){4,10}) *");
  private static final Pattern OTHER_KEYS =
      Pattern.compile("(?:intr|ctxt|btime|processes|procs_\\w+|softirq|page|swap|disk_io)\\b.*");
  private static final Pattern SPACES = Pattern.compile(" +");
  private static final double SECONDS_PER_TICK = 0.01;
  private static final int MAX_CHARS = 1000;

  /** Where the values of a line go: it has idle before iowait, as a run has. */
  private static final int VALUES = Percents.COUNTERS;

  private final CaptureFile file;
  private final StampClock clock;
  private final Timeline timeline;
  private final CounterRows counters;
  private final Map<Integer, double[]> snapshot = new HashMap<>();
  private @Nullable Long nextMs;
  private @Nullable Long snapshotMs;
  private long snapshotLine;
  private int snapshots;

  private ProcStatText(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.timeline = new Timeline(file, clock);
    this.counters = new CounterRows(timeline, SECONDS_PER_TICK);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning
        .lines()
        .filter(line -> line.length() <= MAX_CHARS)
        .map(CPU_LINE::matcher)
        .anyMatch(cpu -> cpu.matches() && !cpu.group(2).isEmpty());
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    ProcStatText text = new ProcStatText(file, clock);
    file.forEachLine(text::line);
    text.endSnapshot();
    List<Capture.Stretch> stretches = text.timeline.end();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0,
          "holds %d snapshot%s of /proc/stat and no time between two: write 'date +%%s.%%N' and /proc/stat twice or more"
              .formatted(text.snapshots, text.snapshots == 1 ? "" : "s"));
    }
    return file.capture("/proc/stat", new Capture.SystemFacts("Linux", null, null), stretches);
  }

  private void line(long number, String raw) throws RecordingException {
    String line = raw.stripTrailing();
    Matcher cpu = CPU_LINE.matcher(line.length() > MAX_CHARS ? "" : line);
    try {
      if (cpu.matches()) {
        cpuLine(number, cpu);
      } else if (!OTHER_KEYS.matcher(line).matches()) {
        Long ms = clock.lineMs(line);
        if (ms != null) {
          endSnapshot();
          nextMs = ms;
        }
      }
    } catch (IllegalArgumentException e) {
      throw file.refusal(number, e.getMessage() + ": delete the snapshot if it was cut off");
    }
  }

  private void cpuLine(long number, Matcher cpu) throws RecordingException {
    boolean isTotal = cpu.group(2).isEmpty();
    int id = isTotal ? -1 : Percents.index(cpu.group(2));
    if (isTotal || snapshot.containsKey(id)) {
      endSnapshot();
    }
    Long own = cpu.group(1).isBlank() ? null : clock.lineMs(cpu.group(1));
    if (own != null) {
      nextMs = own;
    }
    if (isTotal) {
      return;
    }
    if (snapshot.isEmpty()) {
      snapshotMs = nextMs;
      snapshotLine = number;
      nextMs = null;
    }
    if (snapshotMs == null) {
      throw file.refusal(
          number,
          "this snapshot has no time before it: write 'date +%s.%N' before each, as docs/IMPORT.md shows");
    }
    String[] values = SPACES.split(cpu.group(3).strip(), -1);
    double[] ticks = new double[VALUES];
    for (int i = 0; i < Math.min(VALUES, values.length); i++) {
      ticks[i] = Double.parseDouble(values[i]);
    }
    snapshot.put(id, ticks);
  }

  private void endSnapshot() throws RecordingException {
    Long ms = snapshotMs;
    if (!snapshot.isEmpty() && ms != null) {
      snapshots++;
      counters.add(snapshotLine, ms, snapshot);
    }
    snapshot.clear();
    snapshotMs = null;
  }
}
