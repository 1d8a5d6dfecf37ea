package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.trial.CpuUse;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.util.linux.ProcPath;

/**
 * Reads, at any moment, what the operating system tells of the surroundings of a measurement. Two
 * small files of the kernel's at the most and one call: some tens of microseconds.
 */
public final class SurroundingsReader {

  private static final long NS_PER_US = 1_000;

  private final @Nullable Path cgroup;
  private final Path pressure;

  /**
   * Of these files.
   *
   * @param cgroup the one whose quota may stop this process; null where none has one
   * @param pressure the kernel's pressure stall information of the CPUs
   */
  SurroundingsReader(@Nullable Path cgroup, Path pressure) {
    this.cgroup = cgroup;
    this.pressure = pressure;
  }

  /** Of this process and machine; read once, so that nothing is loaded at the first edge. */
  public static SurroundingsReader ofThisProcess() {
    SurroundingsReader reader =
        new SurroundingsReader(
            CpuQuota.tightestOfThisProcess().orElse(null),
            Path.of(ProcPath.PROC, "pressure", "cpu"));
    SurroundingsCounters _ = reader.read();
    return reader;
  }

  /** The counters now. */
  public SurroundingsCounters read() {
    return new SurroundingsCounters(
        Optional.ofNullable(cgroup)
            .flatMap(CpuStat::throttling)
            .map(Throttling::stoppedUs)
            .map(us -> us * NS_PER_US)
            .orElse(null),
        CpuPressure.someNs(pressure).orElse(null),
        ProcessClock.self().map(CpuUse::totalNs).orElse(null));
  }
}
