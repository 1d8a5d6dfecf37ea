package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Rows of dstat or dool, from CSV or text. Their first row is the average since boot (dstat(1)): it
 * marks the start of the first interval, and only its swap is kept.
 */
final class DstatSeries {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([BkKMGTP]?)B?");
  private static final String POWERS = "BKMGTP";

  private final CaptureFile file;
  private final StampClock clock;
  private final List<Capture.Stretch> stretches = new ArrayList<>();
  private @Nullable DstatColumns columns;
  private @Nullable Rows rows;
  private boolean isEpoch;

  DstatSeries(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
  }

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
      throw file.refusal(
          line,
          "the capture holds only the average of all CPUs: capture with -C 0,1,… and each CPU's number");
    }
    if (!found.hasTime()) {
      throw file.refusal(
          line,
          "the capture has no times, so the length of its intervals is unknown: capture with -t");
    }
    if (!found.equals(columns)) {
      restart();
      columns = found;
      found.columns().stream()
          .filter(column -> column.kind() == DstatColumns.Kind.LEFT_OUT)
          .forEach(column -> file.leaveOut(column.name()));
    }
  }

  /** Ends the stretch: what follows is from another start of the tool. */
  void restart() throws RecordingException {
    Rows done = rows;
    if (done != null && done.intervals() > 0) {
      long first = done.firstSecond();
      stretches.add(done.stretch("", isEpoch ? Instant.ofEpochSecond(first) : clock.at(first)));
    }
    rows = null;
  }

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
      DstatColumns.Column column = known.columns().get(i);
      switch (column.kind()) {
        case TIME -> second = clock.second(text);
        case EPOCH -> {
          isEpoch = true;
          second = (long) Math.min(Double.parseDouble(amount(text, "time").group(1)), 1e11);
        }
        case PERCENT -> parts[column.slot()] += Percents.percent(column.name(), text);
        case SWAP_USED -> used = bytes(text);
        case SWAP_FREE -> free = bytes(text);
        case TOTAL, LEFT_OUT -> {}
      }
    }
    if (target.isEmpty()) {
      target.moment(line, second);
    } else {
      target.add(line, second, parts);
    }
    if (used >= 0 && free >= 0) {
      target.swap((long) used, (long) (used + free));
    }
    rows = target;
  }

  /** {@code 5508k}, {@code 3901M}, {@code 0}; dstat counts in 1024s. */
  private static double bytes(String text) {
    Matcher amount = amount(text, "size of swap");
    int power = Math.max(0, POWERS.indexOf(amount.group(2).toUpperCase(Locale.ROOT)));
    double bytes = Double.parseDouble(amount.group(1)) * Math.pow(1024, power);
    if (bytes > CaptureLimits.MAX_SWAP_BYTES) {
      throw new IllegalArgumentException("%s of swap is too much".formatted(Percents.cut(text)));
    }
    return bytes;
  }

  private static Matcher amount(String text, String what) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches() || amount.group(1).length() > 20) {
      throw new IllegalArgumentException("'%s' is no %s".formatted(Percents.cut(text), what));
    }
    return amount;
  }

  /** The capture, once all rows are read. */
  Capture end(String tool, String withoutHeader) throws RecordingException {
    if (!hasHeader()) {
      throw file.refusal(0, withoutHeader);
    }
    restart();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0,
          "holds no interval: the first row of %s is the average since the machine was started, so capture two rows or more"
              .formatted(tool));
    }
    file.warn(
        "import-since-boot",
        "the first row of %s is the average since the machine was started, so its percentages are of no interval and not held"
            .formatted(tool),
        "It only marks where the first interval starts.");
    return file.capture(tool, Capture.SystemFacts.NONE, stretches);
  }
}
