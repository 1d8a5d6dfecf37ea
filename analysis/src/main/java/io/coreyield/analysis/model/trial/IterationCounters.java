package io.coreyield.analysis.model.trial;

import org.jspecify.annotations.Nullable;

/**
 * The operating system's counters over an iteration, read by the host process at its edges:
 * differences of counters.
 *
 * @param throttledNs for how long the CPU quota stopped the processes, summed over logical CPUs;
 *     null where there is no quota or it does not tell
 * @param pressureNs in how much of the time some task that could have run waited for a CPU, by the
 *     kernel's pressure stall information; null where it does not tell
 * @param hostCpuNs CPU time of the host process, which samples the load; null where the platform
 *     does not tell
 */
public record IterationCounters(
    @Nullable Long throttledNs, @Nullable Long pressureNs, @Nullable Long hostCpuNs) {

  /** Where nothing is known. */
  public static final IterationCounters UNKNOWN = new IterationCounters(null, null, null);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a time is negative
   */
  public IterationCounters {
    if (isNegative(throttledNs) || isNegative(pressureNs) || isNegative(hostCpuNs)) {
      throw new IllegalArgumentException(
          "throttledNs %s, pressureNs %s, hostCpuNs %s: none may be negative"
              .formatted(throttledNs, pressureNs, hostCpuNs));
    }
  }

  private static boolean isNegative(@Nullable Long ns) {
    return ns != null && ns < 0;
  }
}
