package io.coreyield.analysis.model.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else ran in a short look before anything was measured.
 *
 * @param probeMs how long the look lasted, ms
 * @param backgroundCpus how many of the usable logical CPUs other programs kept busy; null where
 *     unknown
 * @param stealCpus how many of them the hypervisor took; null where unknown
 * @param thermalThrottleCount how often heat slowed them meanwhile; null where unknown
 * @param otherJvms how many other JVMs there were; null where no process is shown
 * @param busyJvms those that used CPU time, the busiest first
 * @param busiest the process of all others that used most; null where none used any
 */
public record BackgroundLoad(
    long probeMs,
    @Nullable Double backgroundCpus,
    @Nullable Double stealCpus,
    @Nullable Long thermalThrottleCount,
    @Nullable Integer otherJvms,
    List<BusyProcess> busyJvms,
    @Nullable BusyProcess busiest) {

  public BackgroundLoad {
    busyJvms = List.copyOf(busyJvms);
  }
}
