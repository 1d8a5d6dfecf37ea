package io.coreyield.analysis.wording;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What was measured, as terms and words. */
public final class MachineFacts {

  private MachineFacts() {}

  public static List<Fact> of(RunInfo info) {
    Machine machine = info.machine();
    Environment environment = info.environment();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Processor", machine.cpu()));
    facts.add(new Fact("Topology", machine.topology().summary()));
    facts.add(new Fact("Logical CPUs", Integer.toString(machine.topology().logicalCpus())));
    if (machine.topology().numaNodes() > 1) {
      facts.add(new Fact("NUMA nodes", Integer.toString(machine.topology().numaNodes())));
    }
    if (machine.topology().efficiencyClasses() > 1) {
      facts.add(
          new Fact("Kinds of core", Integer.toString(machine.topology().efficiencyClasses())));
    }
    addKnown(
        facts,
        "Offline CPUs",
        machine.topology().offline().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(",")));
    addKnown(facts, "SMT control", environment.smtControl());
    addKnown(facts, "Declared clock", clock(machine.maxFrequencyHz()));
    if (!machine.caches().isEmpty()) {
      facts.add(new Fact("Caches", caches(machine.caches())));
    }
    facts.add(new Fact("Memory", Quantities.bytes(machine.memoryBytes())));
    facts.add(
        new Fact(
            "Hypervisor",
            machine.virtualization() == null ? "none seen" : machine.virtualization()));
    facts.add(
        new Fact(
            "System", environment.os().name() + ", kernel " + environment.os().kernelVersion()));
    if (environment.conditions().governors().isEmpty()) {
      addKnown(facts, "Governor", environment.governor());
    }
    facts.addAll(ConditionFacts.of(environment.conditions()));
    addKnown(facts, "Allowed CPUs", environment.limits().affinity());
    addKnown(facts, "CPU quota (cpu.max)", environment.limits().cpuQuota());
    addKnown(facts, "Throttled before the start", throttled(environment.limits().throttling()));
    if (environment.loadAverage() != null) {
      facts.add(
          new Fact(
              "Load average at the start",
              String.format(Locale.ROOT, "%.2f", environment.loadAverage())));
    }
    return facts;
  }

  private static void addKnown(List<Fact> facts, String term, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facts.add(new Fact(term, text));
    }
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
