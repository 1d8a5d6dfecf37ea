package io.coreyield.benchmarks.machine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oshi.util.linux.ProcPath;

/** The processes of this machine, as far as they are shown to this one. */
final class ProcessList {

  /** A name may hold anything, blanks and brackets too: the last bracket ends it. */
  private static final Pattern STAT = Pattern.compile("([0-9]{1,18}) \\((.*)\\) [^ )] (.*)");

  // Of what follows the state, in proc(5): ppid is field 4, utime and stime are 14 and 15.
  private static final int PARENT = 0;
  private static final int USER = 10;
  private static final int SYSTEM = 11;

  /** USER_HZ is 100 on every architecture that Java runs on. */
  private static final long MS_PER_TICK = 10;

  private ProcessList() {}

  /** All that are shown; on Linux also those of other users. */
  static List<ProcessTimes> read() {
    // The JDK's own list names no program of another user.
    return LibC.LINUX ? readFrom(Path.of(ProcPath.PROC)) : handles();
  }

  static List<ProcessTimes> readFrom(Path proc) {
    return KernelFiles.entries(proc, "[0-9]*").stream()
        .flatMap(process -> EnvironmentReader.firstLine(process.resolve("stat")).stream())
        .flatMap(line -> parse(line).stream())
        .toList();
  }

  /** One line of {@code /proc/PID/stat}; empty where it is none. */
  static Optional<ProcessTimes> parse(String line) {
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

  private static List<ProcessTimes> handles() {
    return ProcessHandle.allProcesses().map(ProcessList::of).toList();
  }

  private static ProcessTimes of(ProcessHandle process) {
    return new ProcessTimes(
        process.pid(),
        process.parent().map(ProcessHandle::pid).orElse(0L),
        process.info().command().map(c -> String.valueOf(Path.of(c).getFileName())).orElse("?"),
        process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis());
  }
}
