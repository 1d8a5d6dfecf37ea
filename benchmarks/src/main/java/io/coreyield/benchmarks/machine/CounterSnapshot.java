package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.trial.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * Counters of the operating system at one moment, as {@link Surroundings} names them, ns. Only
 * differences mean something; null if unknown.
 */
public record CounterSnapshot(
    @Nullable Long throttledNs, @Nullable Long pressureNs, @Nullable Long hostCpuNs) {

  /** The growth since an earlier moment; null for a counter unknown at either, or that fell. */
  public Surroundings since(CounterSnapshot earlier) {
    return new Surroundings(
        growth(earlier.throttledNs, throttledNs),
        growth(earlier.pressureNs, pressureNs),
        growth(earlier.hostCpuNs, hostCpuNs));
  }

  /** A counter that fell started again: another cgroup of that name, a restored machine. */
  private static @Nullable Long growth(@Nullable Long earlierNs, @Nullable Long nowNs) {
    return earlierNs == null || nowNs == null || nowNs < earlierNs
        ? null
        : (Long) (nowNs - earlierNs);
  }
}
