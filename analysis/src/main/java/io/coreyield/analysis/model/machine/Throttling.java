package io.coreyield.analysis.model.machine;

/**
 * How often the CPU quota stopped the cgroup that it holds for, since the cgroup was made.
 *
 * @param periods in how many periods it was stopped
 * @param stoppedUs for how long in all, summed over its logical CPUs, in microseconds
 */
public record Throttling(long periods, long stoppedUs) {

  /** Throws an {@link IllegalArgumentException} if a number is negative. */
  public Throttling {
    if (periods < 0 || stoppedUs < 0) {
      throw new IllegalArgumentException(
          "throttled in %d periods for %d us: neither may be negative"
              .formatted(periods, stoppedUs));
    }
  }
}
