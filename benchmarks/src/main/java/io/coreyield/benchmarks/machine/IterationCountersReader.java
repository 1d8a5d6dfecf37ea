package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.PressureFile;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the counters of the operating system that surround an iteration, at its edges: two small
 * files and one call at most, some tens of microseconds.
 */
public final class IterationCountersReader {

  private static final long NS_PER_US = 1_000;

  private final @Nullable Cgroup cgroup;
  private final PressureFile pressure;

  /** Reads these files; the cgroup is null if no quota may stop this process. */
  IterationCountersReader(@Nullable Cgroup cgroup, PressureFile pressure) {
    this.cgroup = cgroup;
    this.pressure = pressure;
  }

  /** For this process; reads once, so that the first edge loads no classes. */
  public static IterationCountersReader ofThisProcess() {
    IterationCountersReader reader =
        new IterationCountersReader(
            Cgroup.tightestOfThisProcess().orElse(null), PressureFile.ofThisMachine());
    IterationCounters _ = reader.read();
    return reader;
  }

  /** The counters now; only their growth means something. */
  public IterationCounters read() {
    Optional<Throttling> throttling = Optional.ofNullable(cgroup).flatMap(Cgroup::throttling);
    return new IterationCounters(
        null,
        throttling.map(stopped -> stopped.stoppedUs() * NS_PER_US).orElse(null),
        throttling.map(Throttling::periods).orElse(null),
        pressure.totalNs().orElse(null),
        ProcessClock.self().map(CpuUse::totalNs).orElse(null));
  }

  /** The growth between two readings; null for a counter that is unknown at either, or fell. */
  public static IterationCounters growth(IterationCounters before, IterationCounters after) {
    return new IterationCounters(
        null,
        growth(before.throttledNs(), after.throttledNs()),
        growth(before.throttledPeriods(), after.throttledPeriods()),
        growth(before.pressureNs(), after.pressureNs()),
        growth(before.hostCpuNs(), after.hostCpuNs()));
  }

  /** A counter that fell started again: another cgroup of that name, a restored machine. */
  private static @Nullable Long growth(@Nullable Long before, @Nullable Long after) {
    return before == null || after == null || after < before ? null : (Long) (after - before);
  }
}
