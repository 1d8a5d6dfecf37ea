package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code sadf -d -- -P ALL} and {@code sadf -p -- -P ALL} write. */
final class SadfText {

  /** Spreadsheets save it with commas. */
  private static final Pattern TABLE_HEADING =
      Pattern.compile("(?:# ?)?hostname([;,])interval\\1timestamp\\1.*");

  private static final Pattern TABLE_ROW = Pattern.compile("[^;]*;-?\\d+;[^;]+;[^;]+.*");
  private static final Pattern PAIR_ROW =
      Pattern.compile("[^\\t]+\\t-?\\d+\\t[^\\t]+\\t[^\\t]+\\t[^\\t]+(?:\\t.*)?");
  private static final Pattern CPU = Pattern.compile("cpu(\\d+)");
  private static final String REMEDY = ": delete the line if it was cut off";
  private static final int FIXED = 3;

  private final CaptureFile file;
  private final StampClock clock;
  private final Timeline timeline;
  private final CpuRows sample = new CpuRows();
  private List<String> columns = List.of();
  private String separator = ";";
  private String stamp = "";
  private String interval = "";
  private String device = "";
  private long sampleLine;

  private SadfText(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.timeline = new Timeline(file, clock);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning
        .lines()
        .anyMatch(
            line -> TABLE_HEADING.matcher(line).matches() || PAIR_ROW.matcher(line).matches());
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    SadfText text = new SadfText(file, clock);
    file.forEachLine(text::line);
    text.endSample();
    List<Capture.Stretch> stretches = text.timeline.end();
    if (stretches.isEmpty()) {
      throw file.refusal(
          0, "holds no interval of a single logical CPU: write it with 'sadf -d FILE -- -P ALL'");
    }
    return file.capture("sar", Capture.SystemFacts.NONE, stretches);
  }

  private void line(long number, String raw) throws RecordingException {
    String line = raw.stripTrailing();
    Matcher heading = TABLE_HEADING.matcher(line);
    String row = line.replace(separator, ";");
    try {
      if (line.contains("LINUX-RESTART")) {
        endSample();
        timeline.restart();
      } else if (heading.matches()) {
        separator = heading.group(1);
        heading(number, List.of(line.split(separator, -1)));
      } else if (!columns.isEmpty() && TABLE_ROW.matcher(row).matches()) {
        tableRow(number, List.of(row.split(";", -1)));
      } else if (columns.isEmpty() && PAIR_ROW.matcher(line).matches()) {
        pair(number, List.of(line.split("\t", -1)));
      }
    } catch (IllegalArgumentException e) {
      throw file.refusal(number, e.getMessage() + REMEDY);
    }
  }

  private void heading(long number, List<String> names) throws RecordingException {
    endSample();
    columns = names;
    if (names.getLast().endsWith("[...]")) {
      throw file.refusal(
          number,
          "the figures of all CPUs stand in one row: write it without the option -h of sadf");
    }
    if (!isCpuTable()) {
      names.stream().skip(FIXED).filter(n -> n.matches(".*[a-z%].*")).forEach(file::leaveOut);
    }
  }

  private boolean isCpuTable() {
    return columns.size() > FIXED + 1
        && columns.get(FIXED).equals("CPU")
        && columns.get(FIXED + 1).matches("%use?r");
  }

  private void tableRow(long number, List<String> fields) throws RecordingException {
    if (!isCpuTable() || fields.get(FIXED).startsWith("COM ")) {
      return;
    }
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "the row has %d of %d fields".formatted(fields.size(), columns.size()));
    }
    begin(number, fields);
    String cpu = fields.get(FIXED);
    if (!cpu.equals("-1") && !cpu.equals("all")) {
      sample.cpu(cpu);
      for (int i = FIXED + 1; i < fields.size(); i++) {
        add(columns.get(i), fields.get(i));
      }
    }
  }

  /** One figure a line: host, interval, time, {@code cpu0}, {@code %user} and the figure. */
  private void pair(long number, List<String> fields) throws RecordingException {
    String name = fields.get(FIXED + 1);
    Matcher cpu = CPU.matcher(fields.get(FIXED));
    if (!cpu.matches() || fields.size() != FIXED + 3) {
      if (fields.size() == FIXED + 3 && !fields.get(FIXED).equals("all")) {
        file.leaveOut(name);
      }
      return;
    }
    begin(number, fields);
    if (!cpu.group(1).equals(device)) {
      device = cpu.group(1);
      sample.cpu(device);
    }
    add(name, fields.getLast());
  }

  private void add(String name, String percent) {
    if (!sample.add(name, percent)) {
      file.leaveOut(name);
    }
  }

  private void begin(long number, List<String> fields) throws RecordingException {
    if (!fields.get(2).equals(stamp) || !fields.get(1).equals(interval)) {
      endSample();
      stamp = fields.get(2);
      interval = fields.get(1);
    }
    sampleLine = number;
  }

  private void endSample() throws RecordingException {
    if (!sample.isEmpty()) {
      try {
        timeline.addRecord(sampleLine, clock.ms(stamp), interval, sample.cpuIds(), sample.parts());
      } catch (IllegalArgumentException e) {
        throw file.refusal(sampleLine, e.getMessage() + REMEDY);
      }
    }
    sample.clear();
    device = "";
  }
}
