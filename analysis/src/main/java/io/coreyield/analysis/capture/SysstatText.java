package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The text of {@code mpstat -P ALL 1} and {@code sar -P ALL}, under any locale with Arabic digits.
 * The time over a table is that at which its first interval begins.
 */
final class SysstatText {

  private static final Pattern SPACES = Pattern.compile("[\\s\u00a0\u202f\u3000]+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("\\s\\d{1,3},\\d\\d\\s");
  private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:[.,]\\d+)?%?");
  private static final int MAX_STAMP_WORDS = 4;
  private static final String REMEDY = ": delete the rows of that time";

  private final CaptureFile file;
  private final StampClock clock;
  private final SysstatHead head;
  private final Timeline timeline;
  private final CpuRows sample = new CpuRows();
  private List<String> columns = List.of();

  /** Words before the heading {@code CPU}; the time is the last of them, after what was pasted. */
  private int wordsBefore;

  private int pastedWords;
  private long headerMs;
  private boolean isFirstOfHeader;
  private boolean isSar;
  private boolean inSample;
  private long sampleMs;
  private long sampleLine;
  private long sinceBootLine;
  private long allOnlyLine;

  private SysstatText(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.head = new SysstatHead(clock);
    this.timeline = new Timeline(file, clock);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning
        .lines()
        .map(TerminalText::shown)
        .anyMatch(line -> cpuHeading(words(line)) >= 0);
  }

  static Capture read(CaptureFile file, StampClock clock, String beginning) throws IOException {
    if (DECIMAL_COMMA.matcher(beginning).find()) {
      clock.setDayFirst();
    }
    SysstatText text = new SysstatText(file, clock);
    file.forEachLine(text::line);
    return text.end();
  }

  private static List<String> words(String line) {
    return SPACES.splitAsStream(line).filter(word -> !word.isEmpty()).toList();
  }

  /** Where {@code CPU} stands in the heading of a table of CPU time; -1 if the line is none. */
  private static int cpuHeading(List<String> words) {
    int cpu = words.indexOf("CPU");
    boolean isTable = cpu >= 0 && words.stream().skip(cpu).anyMatch(word -> word.matches("%use?r"));
    return isTable ? cpu : -1;
  }

  private void line(long number, String raw) throws RecordingException {
    String line = TerminalText.shown(raw);
    List<String> words = words(line);
    int cpu = cpuHeading(words);
    try {
      if (cpu >= 0) {
        heading(number, words, cpu);
      } else if (head.read(line)) {
        endSample();
        timeline.restart();
      } else if (words.size() > wordsBefore && wordsBefore > 0 && !isAverage(words)) {
        row(number, words);
      }
    } catch (IllegalArgumentException e) {
      throw file.refusal(number, e.getMessage() + REMEDY);
    }
  }

  private void heading(long number, List<String> words, int cpu) throws RecordingException {
    endSample();
    columns = List.of();
    int from = Math.max(0, cpu - MAX_STAMP_WORDS);
    while (from < cpu && !isTime(words, from, cpu)) {
      from++;
    }
    boolean isAverage = cpu > 0 && words.get(cpu - 1).endsWith(":");
    if (from == cpu && isAverage) {
      return;
    }
    if (from == cpu) {
      throw file.refusal(
          number,
          cpu == 0
              ? "the table has no time before 'CPU', so the length of its intervals is unknown: give the lines as the tool printed them"
              : "'%s' is a time stamp that cannot be read: capture under LC_ALL=C, or write it as 12:10:40 in every row"
                  .formatted(Percents.cut(String.join(" ", words.subList(0, cpu)))));
    }
    columns = words.subList(cpu, words.size());
    isSar = isSar(columns);
    wordsBefore = cpu;
    pastedWords = from;
    headerMs = ms(words);
    isFirstOfHeader = true;
    timeline.startAt(number, headerMs);
  }

  private static boolean isTime(List<String> words, int from, int to) {
    String text = String.join(" ", words.subList(from, to));
    return Stamp.epochMs(text) != null || Stamp.of(text) != null;
  }

  /** sar has no interrupts, or has them after steal; old mpstat counts them. */
  private static boolean isSar(List<String> columns) {
    int irq = columns.indexOf("%irq");
    int steal = columns.indexOf("%steal");
    return !columns.contains("intr/s")
        && (irq < 0 ? columns.contains("%user") : steal >= 0 && steal < irq);
  }

  private long ms(List<String> words) {
    return clock.ms(String.join(" ", words.subList(pastedWords, wordsBefore)));
  }

  /** {@code Average:} is of the whole capture, and follows from its rows. */
  private boolean isAverage(List<String> words) {
    return words.get(pastedWords).endsWith(":") || words.get(pastedWords + 1).equals(":");
  }

  private void row(long number, List<String> words) throws RecordingException {
    List<String> fields = words.subList(wordsBefore, words.size());
    String first = fields.getFirst();
    if (words.contains("COM")) {
      return;
    }
    if (fields.stream().noneMatch(field -> NUMBER.matcher(field).matches())) {
      otherHeading(words, fields);
    } else if (!columns.isEmpty() && first.matches("all|\\d+")) {
      cpu(number, ms(words), fields);
    }
  }

  /** The table of other figures that sar puts between. */
  private void otherHeading(List<String> words, List<String> fields) throws RecordingException {
    if (isTime(words, pastedWords, wordsBefore)) {
      endSample();
      columns = List.of();
      fields.stream().filter(field -> field.matches(".*[a-z%].*")).forEach(file::leaveOut);
    }
  }

  private void cpu(long number, long ms, List<String> fields) throws RecordingException {
    if (ms != sampleMs) {
      endSample();
    }
    inSample = true;
    sampleMs = ms;
    sampleLine = number;
    if (fields.getFirst().equals("all")) {
      return;
    }
    sample.cpu(fields.getFirst());
    if (isOnlyIdle(fields)) {
      sample.add("%idle", fields.getLast());
      return;
    }
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "the row has %d of %d figures".formatted(fields.size(), columns.size()));
    }
    for (int i = 1; i < fields.size(); i++) {
      if (!isPlace(columns.get(i)) && !sample.add(columns.get(i), fields.get(i))) {
        file.leaveOut(columns.get(i));
      }
    }
    place(fields);
  }

  /** Of a CPU that slept all the time some versions leave out a column before its idle time. */
  private boolean isOnlyIdle(List<String> fields) {
    return fields.size() == columns.size() - 1
        && columns.getLast().equals("%idle")
        && fields.getLast().matches("100[.,]0+")
        && fields.subList(1, fields.size() - 1).stream().allMatch(f -> f.matches("0[.,]0+"));
  }

  /** {@code mpstat -T} says which core, socket and NUMA node each logical CPU belongs to. */
  private static boolean isPlace(String column) {
    return List.of("CORE", "SOCK", "NODE").contains(column);
  }

  private void place(List<String> fields) {
    if (columns.contains("CORE") && columns.contains("SOCK")) {
      file.place(
          Percents.index(fields.getFirst()),
          Percents.index(fields.get(columns.indexOf("CORE"))),
          Percents.index(fields.get(columns.indexOf("SOCK"))),
          columns.contains("NODE") ? Percents.index(fields.get(columns.indexOf("NODE"))) : 0);
    }
  }

  private void endSample() throws RecordingException {
    if (!inSample) {
      return;
    }
    inSample = false;
    try {
      if (sample.isEmpty()) {
        allOnly();
      } else if (isFirstOfHeader && headerMs == sampleMs) {
        sinceBoot();
      } else {
        timeline.add(sampleLine, sampleMs, sample.cpuIds(), sample.parts());
      }
    } catch (IllegalArgumentException e) {
      throw file.refusal(sampleLine, e.getMessage() + REMEDY);
    }
    isFirstOfHeader = false;
    sample.clear();
  }

  private void allOnly() throws RecordingException {
    if (allOnlyLine == 0) {
      allOnlyLine = sampleLine;
    }
    timeline.startAt(sampleLine, sampleMs);
  }

  private void sinceBoot() throws RecordingException {
    if (sinceBootLine == 0) {
      sinceBootLine = sampleLine;
    }
    timeline.restart();
  }

  private Capture end() throws RecordingException {
    endSample();
    List<Capture.Stretch> stretches = timeline.end();
    String tool = isSar ? "sar" : "mpstat";
    if (stretches.isEmpty()) {
      throw sinceBootLine > 0
          ? file.refusal(
              sinceBootLine,
              "%1$s was run without an interval, so this is the average since the machine was started: capture with %1$s -P ALL 1"
                  .formatted(tool))
          : file.refusal(
              allOnlyLine,
              allOnlyLine > 0
                  ? "holds only the average of all CPUs: capture with %s -P ALL 1".formatted(tool)
                  : "holds no row of a logical CPU and a time: give all lines that %s -P ALL 1 printed"
                      .formatted(tool));
    }
    if (sinceBootLine > 0) {
      timeline.warn(
          sinceBootLine,
          "import-since-boot",
          tool
              + " was run without an interval here, so this is an average since the machine was started, and not held");
    }
    if (allOnlyLine > 0) {
      timeline.warn(
          allOnlyLine,
          "import-all-only",
          "the row 'all' stands here without any of a logical CPU, so this time is not covered");
    }
    return file.capture(tool, head.system(), stretches);
  }
}
