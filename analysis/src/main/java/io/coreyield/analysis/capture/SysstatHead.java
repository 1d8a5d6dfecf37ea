package io.coreyield.analysis.capture;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The lines of sysstat's text that are no tables: its first line, and restarts of the machine. */
final class SysstatHead {

  private static final Pattern FIRST_LINE =
      Pattern.compile("(?:^|.*\\W)(Linux) (\\d\\S*) \\([^()]*\\)\\s+(\\S.*)");
  private static final Pattern CPUS = Pattern.compile("\\(\\d+ CPU\\)");
  private static final Pattern ARCHITECTURE = Pattern.compile("_?([A-Za-z]\\w*?)_?");
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final int MAX_CHARS = 500;

  private final StampClock clock;
  private Capture.SystemFacts system = Capture.SystemFacts.NONE;

  SysstatHead(StampClock clock) {
    this.clock = clock;
  }

  Capture.SystemFacts system() {
    return system;
  }

  /** Reads a line; true if the tool or the machine was started there. */
  boolean read(String line) {
    Matcher first = FIRST_LINE.matcher(line.length() > MAX_CHARS ? "" : line);
    if (first.matches()) {
      firstLine(first);
      return true;
    }
    if (line.startsWith("Script started")) {
      clock.readLine(line);
    }
    return line.contains("LINUX RESTART") || line.contains("LINUX-RESTART");
  }

  /** RHEL 5 writes neither the architecture nor the number of CPUs after the date. */
  private void firstLine(Matcher first) {
    String rest = first.group(3).strip();
    String date = CPUS.matcher(rest).replaceFirst("").strip();
    List<String> words = SPACES.splitAsStream(date).toList();
    Matcher architecture = ARCHITECTURE.matcher(words.getLast());
    boolean isNamed =
        words.size() > 1
            && architecture.matches()
            && (words.getLast().startsWith("_") || !date.equals(rest));
    clock.readLine(isNamed ? String.join(" ", words.subList(0, words.size() - 1)) : date);
    system =
        new Capture.SystemFacts(
            first.group(1),
            Percents.cut(first.group(2)),
            isNamed ? Percents.cut(architecture.group(1)) : null);
  }
}
