package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oshi.util.linux.ProcPath;

/** {@code /proc/stat}: which logical CPUs it counts. OSHI reads the counters. */
public record StatFile(Path file) {

  private static final Pattern CPU = Pattern.compile("^cpu([0-9]{1,5}) (.*)$", Pattern.MULTILINE);

  /** User, nice, system, idle, iowait, irq, softirq, steal. */
  private static final int COUNTERS_WITH_STEAL = 8;

  public static StatFile ofThisMachine() {
    return new StatFile(Path.of(ProcPath.STAT));
  }

  /** The logical CPUs in the order of their rows; empty if the file cannot be read. */
  public List<Integer> cpus() {
    return rows().map(row -> Integer.valueOf(row.group(1))).toList();
  }

  /** Whether every row has a counter of steal. */
  public boolean countsSteal() {
    return rows()
        .allMatch(row -> row.group(2).strip().split(" +", -1).length >= COUNTERS_WITH_STEAL);
  }

  private Stream<MatchResult> rows() {
    return CPU.matcher(KernelFiles.text(file)).results();
  }
}
