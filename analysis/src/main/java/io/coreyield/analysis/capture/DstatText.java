package io.coreyield.analysis.capture;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terminal output of dstat or dool, recorded by {@code script} or as plain text: with colours,
 * repeated headers, and rows that are overwritten while their interval lasts.
 */
final class DstatText {

  private static final Pattern SEPARATOR = Pattern.compile("[|│]");
  private static final Pattern WITHIN = Pattern.compile("[\\s:┊|│]+");
  private static final Pattern BETWEEN_CPUS = Pattern.compile("[:┊]");
  private static final Pattern BETWEEN_GROUPS = Pattern.compile("[\\s┬]+");

  /** Not {@code -+$} alone: on a line of dashes it would start again at each of them. */
  private static final Pattern RULE_AROUND = Pattern.compile("^[\\-─┄]++|(?<![\\-─┄])[\\-─┄]++$");

  private static final Pattern RULE = Pattern.compile("[\\-─┄]([^|│]*[\\-─┄])?");
  private static final Pattern USAGE =
      Pattern.compile("(cpu\\d+|total)[\\-─┄ ]*(?:cpu[\\-─┄ ])?usage");
  private static final Pattern TIME =
      Pattern.compile("[\\w-]* ?\\d{1,2}:\\d\\d:\\d\\d(?:[.:,]\\d{1,6})?");

  /** A rule starts its line, but for what was pasted before it. */
  private static final Pattern FIRST_RULE =
      Pattern.compile("([^\\-─┄|]*+(?:-[^\\-─┄|]++)*+)[\\-─┄]{2}");

  private static final Pattern MISSED = Pattern.compile("missed \\d+ ticks?!?\\s*$");

  /** dstat writes this first of all. */
  private static final String NO_WRAP = "\u001b[7l";

  private static final int MAX_NAMED = 3;

  private final CaptureFile file;
  private final StampClock clock;
  private final DstatSeries series;
  private final List<String> otherLines = new ArrayList<>();
  private List<String> groups = List.of();
  private List<String> usages = List.of();
  private List<Part> parts = List.of();
  private int otherLineCount;
  private int indent;
  private boolean isTrimmed;

  /**
   * What stands between two separators.
   *
   * @param size how many columns
   * @param cpus how many logical CPUs; 0 where it is of something else
   * @param isHeld whether a run has a place for it
   */
  private record Part(int size, int cpus, boolean isHeld) {}

  private DstatText(CaptureFile file, StampClock clock) {
    this.file = file;
    this.clock = clock;
    this.series = new DstatSeries(file, clock);
  }

  /** Whether a file that begins so is one. */
  static boolean isIt(String beginning) {
    return beginning
        .lines()
        .map(TerminalText::shown)
        .anyMatch(line ->
            USAGE.matcher(line).find()
                || (isNames(words(line)) && SEPARATOR.matcher(line).find())
                || line.startsWith("Terminal width too small"));
  }

  static Capture read(CaptureFile file, StampClock clock) throws IOException {
    DstatText text = new DstatText(file, clock);
    file.forEachLine(text::line);
    return text.end();
  }

  private void line(long number, String raw) throws RecordingException {
    if (raw.contains(NO_WRAP)) {
      series.setOnScreen();
      series.restart();
    }
    String line = trimmed(number, MISSED.matcher(TerminalText.shown(raw)).replaceFirst(""));
    if (line.isBlank() || line.startsWith("Script done")) {
      return;
    }
    if (line.startsWith("Script started")) {
      clock.readLine(line);
    } else if (line.startsWith("Terminal width too small")) {
      throw file.refusal(
          number,
          "the tool cut its rows to the terminal's width: capture in a wider one, or with --output");
    } else if (isNames(words(line))) {
      series.header(number, headings(number, line));
    } else if (RULE.matcher(line.strip()).matches()) {
      rule(line);
    } else if (SEPARATOR.matcher(line).find() && series.hasHeader()) {
      series.row(number, fields(line));
    } else {
      otherLine(number, line);
    }
  }

  /** Without what was pasted before each line, and the mark of one that the terminal cut. */
  private String trimmed(long number, String shown) {
    Matcher rule = FIRST_RULE.matcher(shown);
    if (rule.lookingAt() && USAGE.matcher(shown).find()) {
      indent = rule.group(1).length();
    }
    String line = shown.length() > indent ? shown.substring(indent) : shown;
    boolean isOfTool = !usages.isEmpty() || USAGE.matcher(line).find();
    if (!line.endsWith(">") || !isOfTool) {
      return line;
    }
    if (!isTrimmed) {
      isTrimmed = true;
      series.warn(
          number,
          "import-trimmed",
          "the terminal was too narrow: what the rows had after '>' is not in the capture");
    }
    return line.substring(0, line.length() - 1);
  }

  /** {@code time |usr sys idl wai stl:usr …}. */
  private static boolean isNames(List<String> words) {
    return words.contains("usr") && words.contains("idl");
  }

  /** {@code ----system---- ----cpu0-usage---- ----swap---}. */
  private void rule(String line) {
    if (line.indexOf('─') >= 0 || line.indexOf('┄') >= 0) {
      series.setTool("dool");
    }
    groups =
        BETWEEN_GROUPS
            .splitAsStream(line)
            .filter(word -> !word.isEmpty())
            .map(word -> RULE_AROUND.matcher(word).replaceAll(""))
            .toList();
    usages = USAGE.matcher(line).results().map(usage -> usage.group(1) + " usage").toList();
  }

  private List<DstatColumns.Heading> headings(long number, String line) throws RecordingException {
    List<DstatColumns.Heading> headings = new ArrayList<>();
    List<Part> found = new ArrayList<>();
    int cpu = -1;
    String[] texts = SEPARATOR.split(line, -1);
    for (int i = 0; i < texts.length; i++) {
      String group = texts.length == groups.size() ? groups.get(i) : "";
      List<String> names = words(texts[i]);
      boolean isUsage = isNames(names);
      int cpus = isUsage ? Collections.frequency(names, "usr") : 0;
      boolean isHeld = isUsage || DstatColumns.isTime(names) || group(group, names).equals("swap");
      found.add(new Part(names.size(), cpus, isHeld));
      for (String name : names) {
        cpu += isUsage && name.equals("usr") ? 1 : 0;
        headings.add(
            new DstatColumns.Heading(isUsage ? usage(number, cpu) : group(group, names), name));
      }
    }
    parts = found;
    return headings;
  }

  private static String group(String group, List<String> names) {
    boolean isSwap =
        group.contains("swap") || (group.isEmpty() && names.equals(List.of("used", "free")));
    return isSwap ? "swap" : group.isEmpty() ? String.join("/", names) : group;
  }

  private String usage(long number, int cpu) throws RecordingException {
    if (cpu < 0 || cpu >= usages.size()) {
      throw file.refusal(
          number,
          "the header names %d CPUs above more columns than that: capture in a wider terminal, or with --output"
              .formatted(usages.size()));
    }
    return usages.get(cpu);
  }

  private static List<String> words(String text) {
    return WITHIN.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
  }

  /** Every column's figure; blank where the tool showed none, or what is not held is no figure. */
  private List<String> fields(String line) {
    String[] texts = SEPARATOR.split(line, -1);
    List<String> fields = new ArrayList<>();
    for (int i = 0; i < texts.length; i++) {
      Part part = texts.length == parts.size() ? parts.get(i) : new Part(0, 0, true);
      fields.addAll(fields(texts[i], part));
    }
    return fields;
  }

  /** A time is one field although it has colons and a space. */
  private static List<String> fields(String text, Part part) {
    if (text.contains(":") && TIME.matcher(text.strip()).matches()) {
      return List.of(text.strip());
    }
    List<String> words = words(text);
    if (words.size() == part.size() || (part.isHeld() && part.cpus() == 0 && !words.isEmpty())) {
      return words;
    }
    if (!part.isHeld() || words.isEmpty()) {
      return Collections.nCopies(part.size(), "");
    }
    List<String> fields = new ArrayList<>();
    for (String cpu : BETWEEN_CPUS.split(text, -1)) {
      fields.addAll(
          cpu.isBlank() ? Collections.nCopies(part.size() / part.cpus(), "") : words(cpu));
    }
    return fields;
  }

  private void otherLine(long number, String line) {
    if (series.hasHeader() && ++otherLineCount <= MAX_NAMED) {
      otherLines.add("line %d '%s'".formatted(number, Percents.cut(line)));
    }
  }

  private Capture end() throws RecordingException {
    Capture capture =
        series.end("has no header of dstat that names single CPUs: capture with -t -C 0,1,…");
    return otherLineCount == 0
        ? capture
        : capture.warned(
            "import-other-lines",
            "%s left out, no row of the tool: %s%s"
                .formatted(
                    otherLineCount == 1 ? "1 line was" : otherLineCount + " lines were",
                    String.join(", ", otherLines),
                    otherLineCount > MAX_NAMED ? " and more" : ""),
            "Look at them if rows are missing.");
  }
}
