package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.CpuQuota;
import org.jspecify.annotations.Nullable;

/**
 * How two workers run at once without being stopped by a CPU quota: in windows that spend a part of
 * one period's budget, each after a rest of a period, in which the budget is filled again.
 *
 * @param longestMs how long a window may last
 * @param restMs how long all workers rest before each window
 */
public record Bursts(int longestMs, double restMs) {

  /** Where nothing stops two workers. */
  private static final Bursts FREE = new Bursts(Integer.MAX_VALUE, 0);

  /** Under such a quota, or none. */
  public static Bursts under(@Nullable CpuQuota quota) {
    return quota == null || !quota.limitsPairs()
        ? FREE
        : new Bursts(quota.pairWindowMs(), quota.periodMs());
  }

  /** Whether no window is long enough to measure in. */
  public boolean areTooShort() {
    return longestMs < CpuQuota.MIN_WINDOW_MS;
  }

  /** The wanted length of a window, or the longest that there can be. */
  public int windowMs(int wantedMs) {
    return Math.min(wantedMs, longestMs);
  }
}
