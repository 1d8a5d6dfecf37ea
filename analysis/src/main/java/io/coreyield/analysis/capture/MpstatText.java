package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The output of {@code mpstat -P ALL 1}, under any locale with Arabic digits. */
final class MpstatText {

  private static final Pattern BANNER =
      Pattern.compile("(Linux) (\\S+) \\(.*\\)\\s+(\\S+)\\s+_?(\\w+?)_?\\s+\\(\\d+ CPU\\)\\s*");
  private static final Pattern STAMPED =
      Pattern.compile("(\\d{1,2}:\\d\\d:\\d\\d(?: [AaPp]\\.?[Mm]\\.?)?)\\s+(.*)");
  private static final int MAX_BANNER_CHARS = 500;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final String REMEDY = ": delete the rows of that time";

  private final CaptureFile file;
  private final StampClock clock;
  private final CpuRows sample = new CpuRows();
  private List<String> columns = List.of();
  private Capture.SystemFacts system = Capture.SystemFacts.NONE;
  private @Nullable Rows rows;
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
    Matcher banner = BANNER.matcher(line.length() > MAX_BANNER_CHARS ? "" : line);
    Matcher stamped = STAMPED.matcher(line);
    try {
      if (banner.matches()) {
        clock.readLine(banner.group(3));
        system =
            new Capture.SystemFacts(
                banner.group(1), Percents.cut(banner.group(2)), Percents.cut(banner.group(4)));
      } else if (line.startsWith("Script started")) {
        clock.readLine(line);
      } else if (line.isBlank()) {
        endSample();
      } else if (stamped.matches()) {
        stamped(number, stamped.group(1), List.of(SPACES.split(stamped.group(2))));
      }
    } catch (IllegalArgumentException | DateTimeException e) {
      throw file.refusal(number, e.getMessage() + REMEDY);
    }
  }

  private void stamped(long number, String stamp, List<String> fields) throws RecordingException {
    String first = fields.getFirst();
    if (fields.size() > 1 && fields.get(1).startsWith("%us") && first.equals("CPU")) {
      endSample();
      columns = fields;
      headerSecond = clock.second(stamp);
    } else if (!first.matches("all|\\d+")) {
      endSample();
      columns = List.of();
      file.leaveOut(String.join(" ", fields));
    } else if (!columns.isEmpty() && !first.equals("all")) {
      cpu(number, clock.second(stamp), fields);
    }
  }

  private void cpu(long number, long second, List<String> fields) throws RecordingException {
    if (second != sampleSecond) {
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
      if (!sample.add(columns.get(i), fields.get(i))) {
        file.leaveOut(columns.get(i));
      }
    }
  }

  private void endSample() throws RecordingException {
    if (sample.isEmpty()) {
      return;
    }
    if (rows == null && headerSecond == sampleSecond) {
      throw file.refusal(
          sampleLine,
          "mpstat was run without an interval, so this is the average since the machine was started: capture with mpstat -P ALL 1");
    }
    try {
      Rows known = rows;
      if (known == null) {
        known = new Rows(file, sample.cpuIds());
        known.moment(sampleLine, headerSecond);
        rows = known;
      }
      known.add(sampleLine, sampleSecond, sample);
    } catch (IllegalArgumentException e) {
      throw file.refusal(sampleLine, e.getMessage() + REMEDY);
    }
    sample.clear();
  }

  private Capture end() throws RecordingException {
    endSample();
    Rows known = rows;
    if (known == null) {
      throw file.refusal(0, "holds only the average of all CPUs: capture with mpstat -P ALL 1");
    }
    Capture.Stretch stretch = known.stretch("", clock.at(known.firstSecond()));
    return file.capture("mpstat", system, List.of(stretch));
  }
}
