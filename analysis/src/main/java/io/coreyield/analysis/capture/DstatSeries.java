package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.file.RecordingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of dstat or dool, whatever they were written as. Their first row is the average since the
 * machine was started (dstat(1)): it is where the first interval starts, and only its swap is held.
 */
final class DstatSeries {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([BkKMGTP]?)B?");
  private static final Map<String, Integer> POWERS =
      Map.of("", 0, "B", 0, "k", 1, "K", 1, "M", 2, "G", 3, "T", 4, "P", 5);

  private static final String NO_CPUS =
      "the capture holds only the average of all CPUs: capture with -C 0,1,… and each CPU's number";

  private final CaptureFile file;
  private final StampClock clock;
  private final List<Capture.Stretch> stretches = new ArrayList<>();
  private final Unheld unheld = new Unheld();
  private @Nullable DstatColumns columns;
  private @Nullable Rows rows;
  private boolean isEpoch;
  private long firstSecond;

  DstatSeries(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Whether rows can be read. */
  boolean hasHeader() {
    return columns != null;
  }

  /** How many fields a row has. */
  int width() {
    return columns == null ? 0 : columns.columns().size();
  }

  /** Takes a header; one like the one before it is only repeated. */
  void header(long line, List<DstatColumns.Heading> headings) throws RecordingException {
    DstatColumns found;
    try {
      found = DstatColumns.of(headings);
    } catch (IllegalArgumentException e) {
      throw refusal(line, e);
    }
    if (found.cpuIds().isEmpty()) {
      throw file.refusal(line, NO_CPUS);
    }
    if (!found.hasTime()) {
      throw file.refusal(
          line,
          "the capture has no times, so nothing tells how long a row lasted: capture with -t");
    }
    if (!found.equals(columns)) {
      restart();
    }
    columns = found;
    found.unheld().forEach(unheld::add);
  }

  /** What follows is another start of the tool. */
  void restart() throws RecordingException {
    Rows done = rows;
    if (done != null && done.intervals() > 0) {
      stretches.add(done.stretch("", start()));
    }
    rows = null;
  }

  private Capture.Start start() {
    return isEpoch
        ? new Capture.Start.At(Instant.ofEpochSecond(firstSecond))
        : clock.at(firstSecond);
  }

  /** Takes a row. */
  void row(long line, List<String> fields) throws RecordingException {
    DstatColumns known = columns;
    if (known == null || fields.size() != known.columns().size()) {
      throw file.refusal(
          line,
          "the row has %d of %d figures: delete the line if it was cut off"
              .formatted(fields.size(), width()));
    }
    try {
      add(line, known, fields);
    } catch (IllegalArgumentException e) {
      throw refusal(line, e);
    }
  }

  private RecordingException refusal(long line, IllegalArgumentException e) {
    return file.refusal(line, e.getMessage() + ": delete the line if it is not the tool's");
  }

  private void add(long line, DstatColumns known, List<String> fields) {
    Rows target = rows == null ? new Rows(file, known.cpuIds()) : rows;
    float[] parts = new float[known.cpuIds().size() * Percents.COUNTERS];
    long second = 0;
    double used = -1;
    double free = -1;
    for (int i = 0; i < fields.size(); i++) {
      String text = fields.get(i);
      switch (known.columns().get(i)) {
        case DstatColumns.Column.Time() -> second = clock.second(text);
        case DstatColumns.Column.Epoch() -> second = epoch(text);
        case DstatColumns.Column.Part(int slot, String name) ->
            parts[slot] += Percents.percent(name, text);
        case DstatColumns.Column.SwapUsed() -> used = bytes(text);
        case DstatColumns.Column.SwapFree() -> free = bytes(text);
        case DstatColumns.Column.Other() -> {}
      }
    }
    if (target.isEmpty()) {
      firstSecond = second;
      target.start(line, second);
    } else {
      target.add(line, second, parts);
    }
    if (used >= 0 && free >= 0) {
      target.swap((long) used, (long) (used + free));
    }
    rows = target;
  }

  private long epoch(String text) {
    isEpoch = true;
    Matcher number = AMOUNT.matcher(text);
    if (!number.matches() || number.group(1).length() > 20) {
      throw new IllegalArgumentException("'%s' is no time".formatted(Percents.cut(text)));
    }
    return (long) Math.min(Double.parseDouble(number.group(1)), 1e11);
  }

  /** {@code 5508k}, {@code 3901M}, {@code 0}; dstat counts in 1024s. */
  static double bytes(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches() || amount.group(1).length() > 20) {
      throw new IllegalArgumentException("'%s' is no size of swap".formatted(Percents.cut(text)));
    }
    double bytes =
        Double.parseDouble(amount.group(1))
            * Math.pow(1024, POWERS.getOrDefault(amount.group(2), 0));
    if (bytes > CaptureLimits.MAX_SWAP_BYTES) {
      throw new IllegalArgumentException("%s of swap is too much".formatted(Percents.cut(text)));
    }
    return bytes;
  }

  /** What was read, ready. */
  Capture end(String tool, Capture.SystemFacts system, List<Warning> more)
      throws RecordingException {
    restart();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0,
          "holds no interval: the first row of %s is the average since the machine was started, so capture two rows or more"
              .formatted(tool));
    }
    List<Warning> warnings = new ArrayList<>(clock.warnings());
    warnings.add(
        new Warning(
            "import-since-boot",
            "the first row of %s is the average since the machine was started, so its percentages are of no interval and not held"
                .formatted(tool),
            "It only marks where the first interval starts."));
    warnings.addAll(unheld.warnings());
    warnings.addAll(more);
    return new Capture(
        file.path(), tool, system, Collections.unmodifiableList(stretches), warnings);
  }
}
