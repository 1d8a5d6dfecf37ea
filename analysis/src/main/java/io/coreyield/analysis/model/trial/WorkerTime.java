package io.coreyield.analysis.model.trial;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one worker did in one iteration, over all its operations.
 *
 * @param busyNs wall time between the start and the end of its share, summed over operations
 * @param cpuNs CPU time of its thread in the same stretches; null where unknown
 * @param firstCpu the logical CPU that it ran on at the start of its first operation; null where
 *     unknown
 * @param lastCpu the same at the end of its last operation
 * @param migrations operations that ended on another logical CPU than they, or the one before,
 *     began on
 */
public record WorkerTime(
    long busyNs,
    @Nullable Long cpuNs,
    @Nullable Integer firstCpu,
    @Nullable Integer lastCpu,
    long migrations)
    implements Serializable {

  /** Throws an {@link IllegalArgumentException} if a time or a count is negative. */
  public WorkerTime {
    if (busyNs < 0 || (cpuNs != null && cpuNs < 0) || migrations < 0) {
      throw new IllegalArgumentException(
          "a worker's times and migrations are 0 or more: busyNs %d, cpuNs %s, migrations %d"
              .formatted(busyNs, cpuNs, migrations));
    }
  }

  /** CPU time of all these workers; NaN where that of one is unknown. */
  public static double cpuNs(List<WorkerTime> workers) {
    return workers.stream().mapToDouble(w -> w.cpuNs == null ? Double.NaN : w.cpuNs).sum();
  }

  /** Share of its wall time that it was on a CPU, 0 to about 1; NaN where unknown or idle. */
  public double onCpuShare() {
    return cpuNs == null || busyNs == 0 ? Double.NaN : (double) cpuNs / busyNs;
  }
}
