package io.coreyield.analysis.model.trial;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system counted over an iteration. The fork reads the CPU time of what is
 * measured, the host process reads the rest before and after the iteration.
 *
 * @param cpuUse CPU time of the measured processes; null where the platform does not count it
 * @param throttledNs for how long the CPU quota stopped the processes, summed over logical CPUs;
 *     null where there is no quota or no count
 * @param throttledPeriods in how many periods of the quota it stopped them; null likewise
 * @param pressureNs in how much of the time some task that could have run waited for a CPU, by the
 *     kernel's pressure stall information; null where there is none
 * @param hostCpuNs CPU time of the host process, which samples the load; null where the platform
 *     does not count it
 */
public record IterationCounters(
    @Nullable CpuUse cpuUse,
    @Nullable Long throttledNs,
    @Nullable Long throttledPeriods,
    @Nullable Long pressureNs,
    @Nullable Long hostCpuNs) {

  /** Where nothing is known. */
  public static final IterationCounters UNKNOWN =
      new IterationCounters(null, null, null, null, null);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a time is negative
   */
  public IterationCounters {
    if (Stream.of(throttledNs, throttledPeriods, pressureNs, hostCpuNs)
        .anyMatch(IterationCounters::isNegative)) {
      throw new IllegalArgumentException(
          "throttledNs %s, throttledPeriods %s, pressureNs %s, hostCpuNs %s: none may be negative"
              .formatted(throttledNs, throttledPeriods, pressureNs, hostCpuNs));
    }
  }

  /** The same, with the CPU time of the measured processes. */
  public IterationCounters with(@Nullable CpuUse use) {
    return new IterationCounters(use, throttledNs, throttledPeriods, pressureNs, hostCpuNs);
  }

  private static boolean isNegative(@Nullable Long count) {
    return count != null && count < 0;
  }
}
