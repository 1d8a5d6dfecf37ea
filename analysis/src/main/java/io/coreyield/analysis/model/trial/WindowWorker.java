package io.coreyield.analysis.model.trial;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What one worker did in one window.
 *
 * @param cpu the logical CPU that it was placed on
 * @param elements elements summed within the window; a stretch that the window's edge cuts counts
 *     by the share of its time that lies inside
 * @param busyNs wall time from its first to its last element, the parts outside the window included
 * @param cpuNs CPU time of its thread in the same stretch; null where unknown
 * @param firstCpu the logical CPU that it ran on when it began; null where unknown
 * @param lastCpu the same when it ended
 * @param clockGHz the effective clock of its core right after the window, by the {@code range}
 *     kernel, which does one dependent addition a cycle; read while its sibling rests, so that of
 *     two workers on one core only the first has one; null where it was not read
 */
public record WindowWorker(
    int cpu,
    double elements,
    long busyNs,
    @Nullable Long cpuNs,
    @Nullable Integer firstCpu,
    @Nullable Integer lastCpu,
    @Nullable Double clockGHz)
    implements Serializable {

  /** Throws an {@link IllegalArgumentException} if it summed nothing, or a time is negative. */
  public WindowWorker {
    if (cpu < 0 || busyNs < 0 || (cpuNs != null && cpuNs < 0)) {
      throw new IllegalArgumentException(
          "cpu %d, busyNs %d, cpuNs %s: none may be negative".formatted(cpu, busyNs, cpuNs));
    }
    if (clockGHz != null && !(clockGHz > 0 && Double.isFinite(clockGHz))) {
      throw new IllegalArgumentException(
          "a clock of %s GHz: it must be positive and finite".formatted(clockGHz));
    }
    if (!(elements > 0 && Double.isFinite(elements))) {
      throw new IllegalArgumentException(
          "a worker summed %s elements in a window: it must be positive and finite"
              .formatted(elements));
    }
  }

  /** Whether it was seen on another logical CPU than its own. */
  public boolean isMisplaced() {
    return (firstCpu != null && firstCpu != cpu) || (lastCpu != null && lastCpu != cpu);
  }

  /** Share of its wall time that it was on a CPU, 0 to about 1; NaN where unknown. */
  public double onCpuShare() {
    return cpuNs == null || busyNs == 0 ? Double.NaN : (double) cpuNs / busyNs;
  }
}
