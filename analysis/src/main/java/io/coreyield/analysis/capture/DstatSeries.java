package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of dstat or dool, from CSV or text. Their first row is the average since boot (dstat(1)): it
 * marks the start of the first interval, and only its swap is kept.
 */
final class DstatSeries {

  private static final Pattern AMOUNT = Pattern.compile("(\\d+(?:\\.\\d+)?)([BkKMGTP]?)B?");
  private static final String POWERS = "BKMGTP";
  private static final String PCP = "pcp-dstat";
  private static final int UNNAMED = 3;

  /** The fewest rows that a terminal has for it to repeat the header after each page. */
  private static final int MIN_PAGE = 5;

  private final CaptureFile file;
  private final StampClock clock;
  private final Timeline timeline;
  private @Nullable DstatColumns columns;
  private String tool;
  private boolean isRepeated;
  private boolean isOnScreen;
  private boolean hasSinceBoot;
  private int rows;
  private int rowsSinceHeader;
  private long firstMs;

  DstatSeries(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.timeline = new Timeline(file, clock);
    this.tool = "dstat";
  }

  /** Says which tool it is, once the file shows it. */
  void setTool(String name) {
    tool = name;
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
    if (found.time() < 0) {
      throw file.refusal(
          line,
          "the capture has no times, so the length of its intervals is unknown: capture with -t");
    }
    isRepeated = true;
    if (!found.equals(columns)) {
      restart();
      isRepeated = false;
      columns = found;
      found.columns().stream()
          .filter(column -> column.kind() == DstatColumns.Kind.LEFT_OUT)
          .forEach(column -> file.leaveOut(column.name()));
    }
  }

  /** Ends the stretch: what follows is from another start of the tool. */
  void restart() throws RecordingException {
    timeline.restart();
    rows = 0;
  }

  void row(long line, List<String> given) throws RecordingException {
    DstatColumns known = columns;
    List<String> fields = known == null ? given : withoutUnnamed(known, given);
    if (known == null || fields.size() != width()) {
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

  /** dstat 0.7.2 writes seven figures of memory under four names. */
  private static List<String> withoutUnnamed(DstatColumns known, List<String> fields) {
    int last = -1;
    for (int i = 0; i < known.columns().size(); i++) {
      last = known.columns().get(i).name().equals("memory usage") ? i : last;
    }
    if (last < 0 || fields.size() != known.columns().size() + UNNAMED) {
      return fields;
    }
    List<String> named = new ArrayList<>(fields);
    named.subList(last + 1, last + 1 + UNNAMED).clear();
    return named;
  }

  private RecordingException refusal(long line, IllegalArgumentException e) {
    return file.refusal(line, e.getMessage() + ": delete the line if it is not the tool's");
  }

  private void add(long line, DstatColumns known, List<String> fields) throws RecordingException {
    long ms = clock.ms(fields.get(known.time()));
    if (isRepeated && isOfAnotherStart(ms)) {
      restart();
    }
    isRepeated = false;
    float[] parts = parts(known, fields);
    if (rows == 0) {
      tool = tool.equals("dstat") && isBlank(known, fields) ? PCP : tool;
      hasSinceBoot |= !tool.equals(PCP);
      firstMs = ms;
    }
    if (rows == 0 && (!tool.equals(PCP) || Percents.isNothing(parts))) {
      timeline.startAt(line, ms);
    } else {
      timeline.add(line, ms, known.cpuIds(), parts);
    }
    addSwap(known, fields);
    rows++;
    rowsSinceHeader++;
  }

  /** pcp-dstat shows no figures in its first row. */
  private static boolean isBlank(DstatColumns known, List<String> fields) {
    return IntStream.range(0, fields.size())
        .filter(i -> known.columns().get(i).kind() == DstatColumns.Kind.PERCENT)
        .allMatch(i -> fields.get(i).isBlank());
  }

  /**
   * The header is repeated after a page of rows, and by each start of the tool, whose first row is
   * no interval. After a pause, or less than a page, it is the latter.
   */
  private boolean isOfAnotherStart(long ms) {
    int sinceHeader = rowsSinceHeader;
    rowsSinceHeader = 0;
    long sinceLast = ms - timeline.lastMs();
    double mean = rows < 2 ? 0 : (timeline.lastMs() - firstMs) / (rows - 1.0);
    boolean isPaused = sinceLast <= 0 || (rows > 1 && sinceLast > 1.5 * mean + 1000);
    return rows > 0 && (isPaused || (!isOnScreen && sinceHeader < MIN_PAGE));
  }

  private static float[] parts(DstatColumns known, List<String> fields) {
    float[] parts = new float[known.cpuIds().size() * Percents.COUNTERS];
    boolean[] isEmpty = new boolean[known.cpuIds().size()];
    boolean[] isGiven = new boolean[known.cpuIds().size()];
    for (int i = 0; i < fields.size(); i++) {
      DstatColumns.Column column = known.columns().get(i);
      if (column.kind() == DstatColumns.Kind.PERCENT) {
        int cpu = column.slot() / Percents.COUNTERS;
        boolean isBlank = fields.get(i).isBlank();
        isEmpty[cpu] |= isBlank;
        isGiven[cpu] |= !isBlank;
        parts[column.slot()] += isBlank ? 0 : Percents.percent(column.name(), fields.get(i));
        if (isEmpty[cpu] && isGiven[cpu]) {
          throw new IllegalArgumentException(
              "CPU %d has some figures and lacks others".formatted(known.cpuIds().get(cpu)));
        }
      }
    }
    return parts;
  }

  private void addSwap(DstatColumns known, List<String> fields) {
    double used = -1;
    double free = -1;
    for (int i = 0; i < fields.size(); i++) {
      DstatColumns.Kind kind = known.columns().get(i).kind();
      if (kind == DstatColumns.Kind.SWAP_USED && !fields.get(i).isBlank()) {
        used = bytes(fields.get(i));
      } else if (kind == DstatColumns.Kind.SWAP_FREE && !fields.get(i).isBlank()) {
        free = bytes(fields.get(i));
      }
    }
    if (used >= 0 && free >= 0) {
      timeline.swap((long) used, (long) (used + free));
    }
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

  /** Says that the rows were shown on a terminal, where each start of the tool can be seen. */
  void setOnScreen() {
    isOnScreen = true;
  }

  /** Warns of a line. */
  void warn(long line, String code, String message) {
    timeline.warn(line, code, message);
  }

  /** The capture, once all rows are read. */
  Capture end(String withoutHeader) throws RecordingException {
    if (!hasHeader()) {
      throw file.refusal(0, withoutHeader);
    }
    List<Capture.Stretch> stretches = timeline.end();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0,
          hasSinceBoot
              ? "holds no interval: the first row of %s is the average since the machine was started, so capture two rows or more"
                  .formatted(tool)
              : "holds no interval with figures: capture three rows or more");
    }
    if (hasSinceBoot) {
      file.warn(
          "import-since-boot",
          "the first row of %s is the average since the machine was started, so its percentages are of no interval and not held"
              .formatted(tool),
          "It only marks where the first interval starts.");
    }
    return file.capture(tool, Capture.SystemFacts.NONE, stretches);
  }
}
