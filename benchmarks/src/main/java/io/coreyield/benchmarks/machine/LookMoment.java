package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.Neighbours;
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
 * Counters at one end of a short look.
 *
 * @param tNs when, on {@link System#nanoTime}
 * @param busyMs for how long the usable logical CPUs ran something, summed; null where it is not
 *     told
 * @param stealMs for how long the hypervisor took them, summed; null where it is not told
 * @param ownMs CPU time of this process; null where it is not told
 * @param heatStops how often heat slowed the usable logical CPUs; null where it is not told
 * @param processes all that are shown
 */
record LookMoment(
    long tNs,
    @Nullable Long busyMs,
    @Nullable Long stealMs,
    @Nullable Double ownMs,
    @Nullable Long heatStops,
    List<ProcessTimes> processes) {

  private static final double NS_PER_MS = 1e6;
  private static final double PERCENT = 1e-2;

  /**
   * What other programs did up to a later moment. Those of which this process was started, and
   * those that it started, are not others.
   *
   * @param ownPid of this process
   */
  Neighbours until(LookMoment later, long ownPid) {
    double lookMs = (later.tNs - tNs) / NS_PER_MS;
    List<ProcessTimes> others = others(later.processes, ownPid);
    List<BusyProcess> busy = busy(others, lookMs);
    Set<Long> jvms =
        others.stream()
            .filter(ProcessTimes::isJvm)
            .map(ProcessTimes::pid)
            .collect(Collectors.toSet());
    return new Neighbours(
        Math.round(lookMs),
        foreignCpus(later, lookMs),
        stealCpus(later, lookMs),
        growth(later, LookMoment::heatStops),
        later.processes.isEmpty() ? null : jvms.size(),
        busy.stream()
            .filter(process -> jvms.contains(process.pid()))
            .filter(p -> p.cpus() > FitnessRule.OTHER_JVMS.threshold() * PERCENT)
            .toList(),
        busy.stream().findFirst().orElse(null));
  }

  private @Nullable Double stealCpus(LookMoment later, double lookMs) {
    Long stolen = growth(later, LookMoment::stealMs);
    return stolen == null ? null : (Double) (stolen / lookMs);
  }

  private @Nullable Double foreignCpus(LookMoment later, double lookMs) {
    Long busy = growth(later, LookMoment::busyMs);
    if (busy == null || ownMs == null || later.ownMs == null) {
      return null;
    }
    return Math.max(0, busy - (later.ownMs - ownMs)) / lookMs;
  }

  /** By how much a counter grew: some fall, after a CPU went offline or in a virtual machine. */
  private @Nullable Long growth(LookMoment later, Function<LookMoment, @Nullable Long> counter) {
    Long before = counter.apply(this);
    Long after = counter.apply(later);
    return before == null || after == null ? null : (Long) Math.max(0, after - before);
  }

  private List<BusyProcess> busy(List<ProcessTimes> others, double lookMs) {
    Map<Long, ProcessTimes> before =
        processes.stream().collect(Collectors.toMap(ProcessTimes::pid, p -> p, (a, b) -> b));
    // What is new has used all of its time since.
    ToLongFunction<ProcessTimes> usedMs =
        process -> {
          ProcessTimes known = before.get(process.pid());
          return process.cpuMs() - (known == null ? 0 : known.cpuMs());
        };
    return others.stream()
        .map(p -> new BusyProcess(p.pid(), p.name(), usedMs.applyAsLong(p) / lookMs))
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
