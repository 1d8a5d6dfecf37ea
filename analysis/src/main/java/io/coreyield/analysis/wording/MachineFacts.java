package io.coreyield.analysis.wording;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was measured, as terms and words. */
public final class MachineFacts {

  private MachineFacts() {}

  /** The machine of a measured run, and its state at the start. */
  public static List<Fact> of(RunInfo info) {
    Machine machine = info.machine();
    Topology topology = machine.topology();
    Environment environment = info.environment();
    Conditions conditions = environment.conditions();
    return new Facts()
        .add("Processor", machine.cpu())
        .add("Topology", topology.summary())
        .add("Logical CPUs", topology.logicalCpus())
        .known("NUMA nodes", several(topology.numaNodes()))
        .known("Kinds of core", several(topology.efficiencyClasses()))
        .known(
            "Offline CPUs",
            topology.offline().stream().map(String::valueOf).collect(Collectors.joining(",")))
        .known("SMT control", environment.smtControl())
        .known("Declared clock", clock(machine.maxFrequencyHz()))
        .known("Caches", caches(machine.caches()))
        .add("Memory", Quantities.bytes(machine.memoryBytes()))
        .add(
            "Hypervisor", machine.virtualization() == null ? "none seen" : machine.virtualization())
        .add("System", environment.os().name() + ", kernel " + environment.os().kernelVersion())
        .known("Governor", conditions.governors().isEmpty() ? environment.governor() : null)
        .addAll(ConditionFacts.of(conditions))
        .known("Allowed CPUs", environment.limits().affinity())
        .known("CPU quota (cpu.max)", environment.limits().cpuQuota())
        .known("Throttled before the start", throttled(environment.limits().throttling()))
        .known("Load average at the start", load(environment.loadAverage()))
        .list();
  }

  private static @Nullable String several(int count) {
    return count > 1 ? Integer.toString(count) : null;
  }

  private static @Nullable String load(@Nullable Double average) {
    return average == null ? null : String.format(Locale.ROOT, "%.2f", average);
  }

  public static @Nullable String clock(@Nullable Long hz) {
    return hz == null ? null : String.format(Locale.ROOT, "%.2f GHz", hz / 1e9);
  }

  private static @Nullable String throttled(@Nullable Throttling throttling) {
    return throttling == null
        ? null
        : String.format(
            Locale.ROOT,
            "in %d periods, %.3f s",
            throttling.periods(),
            throttling.stoppedUs() / 1e6);
  }

  public static String caches(List<Cache> caches) {
    return caches.stream()
        .map(c -> "L%d %s %s".formatted(c.level(), c.type(), Quantities.bytes(c.sizeBytes())))
        .collect(Collectors.joining(", "));
  }
}
