package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.benchmarks.machine.linux.ProcessTimes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counters at the start or the end of a probe, of the usable logical CPUs; null if unknown.
 *
 * @param busyMs summed over the logical CPUs, as is {@code stealMs}
 * @param ownMs CPU time of this process
 * @param throttleCount how often heat throttled them
 */
record ProbeSnapshot(
    long tNs,
    @Nullable Long busyMs,
    @Nullable Long stealMs,
    @Nullable Double ownMs,
    @Nullable Long throttleCount,
    List<ProcessTimes> processes) {

  private static final double NS_PER_MS = 1e6;
  private static final double PERCENT = 1e-2;

  /** The background load up to a later snapshot, without our ancestors and descendants. */
  BackgroundLoad until(ProbeSnapshot later, long ownPid) {
    double probeMs = (later.tNs - tNs) / NS_PER_MS;
    List<ProcessTimes> others = others(later.processes, ownPid);
    List<BusyProcess> busy = busy(others, probeMs);
    Set<Long> jvms =
        others.stream()
            .filter(ProcessTimes::isJvm)
            .map(ProcessTimes::pid)
            .collect(Collectors.toSet());
    return new BackgroundLoad(
        Math.round(probeMs),
        backgroundCpus(later, probeMs),
        stealCpus(later, probeMs),
        growth(later, ProbeSnapshot::throttleCount),
        later.processes.isEmpty() ? null : jvms.size(),
        busy.stream()
            .filter(process -> jvms.contains(process.pid()))
            .filter(p -> p.cpus() > FitnessRule.OTHER_JVMS.threshold() * PERCENT)
            .toList(),
        busy.stream().findFirst().orElse(null));
  }

  private @Nullable Double stealCpus(ProbeSnapshot later, double probeMs) {
    Long stolen = growth(later, ProbeSnapshot::stealMs);
    return stolen == null ? null : (Double) (stolen / probeMs);
  }

  private @Nullable Double backgroundCpus(ProbeSnapshot later, double probeMs) {
    Long busy = growth(later, ProbeSnapshot::busyMs);
    if (busy == null || ownMs == null || later.ownMs == null) {
      return null;
    }
    return Math.max(0, busy - (later.ownMs - ownMs)) / probeMs;
  }

  /** Some counters fall: when a CPU goes offline, or in a virtual machine. */
  private @Nullable Long growth(
      ProbeSnapshot later, Function<ProbeSnapshot, @Nullable Long> counter) {
    Long before = counter.apply(this);
    Long after = counter.apply(later);
    return before == null || after == null ? null : (Long) Math.max(0, after - before);
  }

  private List<BusyProcess> busy(List<ProcessTimes> others, double probeMs) {
    Map<Long, ProcessTimes> before =
        processes.stream().collect(Collectors.toMap(ProcessTimes::pid, p -> p, (a, b) -> b));
    // A new process used all of its time since the first snapshot.
    ToLongFunction<ProcessTimes> usedMs =
        process -> {
          ProcessTimes known = before.get(process.pid());
          return process.cpuMs() - (known == null ? 0 : known.cpuMs());
        };
    return others.stream()
        .map(p -> new BusyProcess(p.pid(), p.name(), usedMs.applyAsLong(p) / probeMs))
        .filter(process -> process.cpus() > 0)
        .sorted(Comparator.comparingDouble(BusyProcess::cpus).reversed())
        .toList();
  }

  private static List<ProcessTimes> others(List<ProcessTimes> all, long ownPid) {
    Map<Long, Long> parents =
        all.stream()
            .collect(Collectors.toMap(ProcessTimes::pid, ProcessTimes::parent, (a, b) -> b));
    List<Long> ours = line(ownPid, parents);
    return all.stream()
        .filter(process -> !ours.contains(process.pid()))
        .filter(process -> !line(process.pid(), parents).contains(ownPid))
        .toList();
  }

  /** A process, its parent, and so on. */
  private static List<Long> line(long pid, Map<Long, Long> parents) {
    List<Long> line = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (Long at = pid; at != null && seen.add(at); at = parents.get(at)) {
      line.add(at);
    }
    return line;
  }
}
