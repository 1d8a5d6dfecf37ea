package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.trial.Surroundings;
import org.jspecify.annotations.Nullable;

/**
 * What the operating system has counted up to a moment; only differences mean something.
 *
 * @param throttledNs for how long the CPU quota stopped the processes, summed over logical CPUs;
 *     null where not told
 * @param pressureNs for how long some task that could have run waited for a CPU; null where not
 *     told
 * @param hostCpuNs CPU time of this process; null where not told
 */
public record SurroundingsCounters(
    @Nullable Long throttledNs, @Nullable Long pressureNs, @Nullable Long hostCpuNs) {

  /** What came since an earlier moment; what was not told at both, or went backwards, is null. */
  public Surroundings since(SurroundingsCounters earlier) {
    return new Surroundings(
        growth(earlier.throttledNs, throttledNs),
        growth(earlier.pressureNs, pressureNs),
        growth(earlier.hostCpuNs, hostCpuNs));
  }

  /** A counter that falls was started anew: another cgroup of the same name, a restored machine. */
  private static @Nullable Long growth(@Nullable Long earlierNs, @Nullable Long nowNs) {
    return earlierNs == null || nowNs == null || nowNs < earlierNs
        ? null
        : (Long) (nowNs - earlierNs);
  }
}
