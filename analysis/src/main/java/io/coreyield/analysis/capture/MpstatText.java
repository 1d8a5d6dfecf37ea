package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What {@code mpstat -P ALL 1} prints, under any locale with Arabic digits. */
final class MpstatText {

  private static final Pattern BANNER =
      Pattern.compile("(Linux) (\\S+) \\(.*\\)\\s+(\\S+)\\s+_?(\\w+?)_?\\s+\\(\\d+ CPU\\)\\s*");
  private static final Pattern STAMPED =
      Pattern.compile("(\\d{1,2}):(\\d\\d):(\\d\\d)(?: ([AaPp])\\.?[Mm]\\.?)?\\s+(.*)");
  private static final int LONGEST_BANNER = 500;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final CaptureFile file;
  private final StampClock clock;
  private final CpuRows sample = new CpuRows();
  private final List<Warning> warnings = new ArrayList<>();
  private final Unheld unheld = new Unheld();
  private List<String> columns = List.of();
  private Capture.SystemFacts system = Capture.SystemFacts.NONE;
  private @Nullable Rows rows;
  private long firstSecond;
  private long headerSecond = -1;
  private long sampleSecond;
  private long sampleLine;

  private MpstatText(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning
        .lines()
        .map(TerminalText::shown)
        .anyMatch(line -> line.matches("\\d.*\\sCPU\\s+%usr?e?r?\\s.*"));
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    MpstatText text = new MpstatText(file, clock);
    file.forEachLine(text::line);
    return text.end();
  }

  private void line(long number, String raw) throws RecordingException {
    String line = TerminalText.shown(raw).stripTrailing();
    Matcher banner = BANNER.matcher(line.length() > LONGEST_BANNER ? "" : line);
    Matcher stamped = STAMPED.matcher(line);
    try {
      if (banner.matches()) {
        banner(banner);
      } else if (line.startsWith("Script started")) {
        clock.tell(line);
      } else if (line.isBlank()) {
        endSample();
      } else if (stamped.matches()) {
        stamped(number, stamped);
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw file.refusal(number, e.getMessage() + ": delete the rows of that time");
    }
  }

  private void banner(Matcher banner) {
    SysstatDates dates = SysstatDates.in(banner.group(3));
    if (dates.date() != null) {
      clock.tell(dates.date());
    }
    warnings.addAll(dates.warnings());
    system =
        new Capture.SystemFacts(
            banner.group(1), Percents.cut(banner.group(2)), Percents.cut(banner.group(4)));
  }

  private void stamped(long number, Matcher stamped) throws RecordingException {
    List<String> fields = Arrays.asList(SPACES.split(stamped.group(5)));
    boolean isHeader = fields.size() > 1 && fields.get(1).startsWith("%us");
    boolean isOtherHeader = !isHeader && !fields.getFirst().matches("all|\\d+");
    if (isHeader || isOtherHeader) {
      endSample();
      columns = isHeader && fields.getFirst().equals("CPU") ? fields : List.of();
      if (columns.isEmpty()) {
        unheld.add(String.join(" ", fields));
      } else {
        headerSecond = second(stamped);
      }
    } else if (!columns.isEmpty() && !fields.getFirst().equals("all")) {
      cpu(number, second(stamped), fields);
    }
  }

  /** Of 12 o'clock, hours before noon count from 0. */
  private long second(Matcher stamped) {
    int hour = Integer.parseInt(stamped.group(1));
    String half = stamped.group(4);
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
    }
    LocalTime time =
        LocalTime.of(hour, Integer.parseInt(stamped.group(2)), Integer.parseInt(stamped.group(3)));
    return clock.second("%02d:%02d:%02d".formatted(hour, time.getMinute(), time.getSecond()));
  }

  private void cpu(long number, long second, List<String> fields) throws RecordingException {
    if (!sample.isEmpty() && second != sampleSecond) {
      endSample();
    }
    if (fields.size() != columns.size()) {
      throw new IllegalArgumentException(
          "the row has %d of %d figures".formatted(fields.size(), columns.size()));
    }
    sampleSecond = second;
    sampleLine = number;
    sample.cpu(fields.getFirst());
    for (int i = 1; i < fields.size(); i++) {
      int counter = Percents.counter(columns.get(i));
      if (counter < 0) {
        unheld.add(columns.get(i));
      } else {
        sample.add(counter, Percents.percent(columns.get(i), fields.get(i)));
      }
    }
  }

  private void endSample() throws RecordingException {
    if (sample.isEmpty()) {
      return;
    }
    try {
      addSample();
    } catch (IllegalArgumentException e) {
      throw file.refusal(sampleLine, e.getMessage() + ": delete the rows of that time");
    }
    sample.clear();
  }

  private void addSample() throws RecordingException {
    Rows known = rows;
    if (known == null) {
      if (headerSecond == sampleSecond) {
        throw file.refusal(
            sampleLine,
            "mpstat was run without an interval, so this is the average since the machine was started: capture with mpstat -P ALL 1");
      }
      known = new Rows(file, sample.cpuIds());
      known.start(sampleLine, headerSecond);
      firstSecond = headerSecond;
      rows = known;
    }
    sample.requireSame(known.cpuIds());
    known.add(sampleLine, sampleSecond, sample.parts());
  }

  private Capture end() throws RecordingException {
    endSample();
    Rows known = rows;
    if (known == null) {
      throw file.refusal(0, "holds only the average of all CPUs: capture with mpstat -P ALL 1");
    }
    Capture.Stretch stretch = known.stretch("", clock.at(firstSecond));
    warnings.addAll(clock.warnings());
    warnings.addAll(unheld.warnings());
    return new Capture(file.path(), "mpstat", system, List.of(stretch), warnings);
  }
}
