package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.util.linux.ProcPath;

/**
 * CPU time of all threads of one process since it began. Its parent is 0 for none; the name is that
 * of its program, without arguments.
 */
public record ProcessTimes(long pid, long parent, String name, long cpuMs) {

  /** A name may hold anything, blanks and brackets too: the last bracket ends it. */
  private static final Pattern STAT = Pattern.compile("([0-9]{1,18}) \\((.*)\\) [^ )] (.*)");

  // Fields after the state, by proc(5): ppid is field 4, utime and stime are 14 and 15.
  private static final int PARENT = 0;
  private static final int USER = 10;
  private static final int SYSTEM = 11;

  /** USER_HZ is 100 on every architecture that Java runs on. */
  private static final long MS_PER_TICK = 10;

  /** All processes that are shown, those of other users included. */
  public static List<ProcessTimes> readAll() {
    return readAll(Path.of(ProcPath.PROC));
  }

  static List<ProcessTimes> readAll(Path proc) {
    return KernelFiles.entries(proc, "[0-9]*").stream()
        .flatMap(process -> KernelFiles.line(process.resolve("stat")).stream())
        .flatMap(line -> parse(line).stream())
        .toList();
  }

  private static Optional<ProcessTimes> parse(String line) {
    Matcher stat = STAT.matcher(line);
    if (!stat.matches()) {
      return Optional.empty();
    }
    List<String> fields = Arrays.asList(stat.group(3).split(" ", -1));
    if (fields.size() <= SYSTEM
        || !fields.subList(0, SYSTEM + 1).stream().allMatch(f -> f.matches("-?[0-9]{1,20}"))) {
      return Optional.empty();
    }
    long ticks = Long.parseLong(fields.get(USER)) + Long.parseLong(fields.get(SYSTEM));
    return Optional.of(
        new ProcessTimes(
            Long.parseLong(stat.group(1)),
            Long.parseLong(fields.get(PARENT)),
            stat.group(2),
            ticks * MS_PER_TICK));
  }

  /** Whether it is a JVM, by the name of its launcher. */
  public boolean isJvm() {
    return name.matches("javaw?(\\.exe)?");
  }
}
