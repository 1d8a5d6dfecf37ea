package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Throttling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A cgroup's {@code cpu.stat}: how often its quota stopped it. */
final class CpuStat {

  private static final long NS_PER_US = 1_000;

  private CpuStat() {}

  /** What the quota of this cgroup did since it was made; empty where it does not tell. */
  static Optional<Throttling> throttling(Path cgroup) {
    List<String> lines;
    try {
      lines = Files.readAllLines(cgroup.resolve("cpu.stat"));
    } catch (IOException e) {
      return Optional.empty();
    }
    OptionalLong periods = value(lines, "nr_throttled");
    OptionalLong stoppedUs = value(lines, "throttled_usec");
    OptionalLong stoppedNs = value(lines, "throttled_time");
    if (periods.isEmpty() || (stoppedUs.isEmpty() && stoppedNs.isEmpty())) {
      return Optional.empty();
    }
    // Version 2 counts microseconds, version 1 nanoseconds.
    long us = stoppedUs.orElseGet(() -> stoppedNs.getAsLong() / NS_PER_US);
    return Optional.of(new Throttling(periods.getAsLong(), us));
  }

  private static OptionalLong value(List<String> lines, String name) {
    return lines.stream()
        .filter(line -> line.matches(name + " [0-9]{1,18}"))
        .mapToLong(line -> Long.parseLong(line.substring(name.length() + 1)))
        .findFirst();
  }
}
