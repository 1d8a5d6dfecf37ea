package io.coreyield.benchmarks.machine;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The kernel's pressure stall information of the CPUs, {@code /proc/pressure/cpu}. */
final class CpuPressure {

  private static final long NS_PER_US = 1_000;
  private static final Pattern SOME = Pattern.compile("some\\b.* total=([0-9]{1,15})");

  private CpuPressure() {}

  /**
   * For how long some task that could have run has waited for a CPU since the machine started, ns;
   * empty where the line does not tell.
   *
   * @param line the first of the file: {@code some avg10=0.00 avg60=0.00 avg300=0.00 total=1234},
   *     the total in microseconds
   */
  static Optional<Long> someNs(String line) {
    Matcher some = SOME.matcher(line);
    return some.matches()
        ? Optional.of(Long.parseLong(some.group(1)) * NS_PER_US)
        : Optional.empty();
  }
}
