package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.wording.MachineFacts;
import io.coreyield.analysis.wording.Quantities;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A machine and its state, line by line. */
final class MachineReadings {

  private static final String UNKNOWN = "unknown on this platform";
  private static final int MAX_NAMES = 5;

  private final Machine machine;
  private final Environment environment;
  private final List<String> lines = new ArrayList<>();

  private MachineReadings(Machine machine, Environment environment) {
    this.machine = machine;
    this.environment = environment;
  }

  static List<String> lines(Machine machine, Environment environment) {
    MachineReadings readings = new MachineReadings(machine, environment);
    readings.lines.add(machine.cpu());
    readings.add(machine.topology().summary());
    readings.lines.addAll(MachineMap.lines(machine.topology()));
    readings.addLimits();
    readings.addSystem();
    readings.addConditions(environment.conditions());
    return readings.lines;
  }

  private void add(String line) {
    lines.add("  " + line);
  }

  /** What keeps this process from parts of the machine. */
  private void addLimits() {
    Topology topology = machine.topology();
    if (!topology.offline().isEmpty()) {
      add("offline: %s (core unknown)".formatted(CpuList.format(topology.offline())));
    }
    add("affinity mask: " + known(environment.limits().affinity(), mask -> mask));
    for (List<LogicalCpu> core : topology.cutCores()) {
      add(
          "the mask cuts logical CPUs %s apart, which share a core"
              .formatted(CpuList.format(core.stream().map(LogicalCpu::id).toList())));
    }
    add("CPU quota: " + QuotaWords.factOrNone(machine.quota()));
    if (machine.quota() != null) {
      add(
          "throttled so far: "
              + known(
                  environment.limits().throttling(),
                  t -> "in %d periods, %.3f s".formatted(t.periods(), t.stoppedUs() / 1e6)));
    }
    add("SMT control: " + known(MachineFacts.smt(environment.smtControl()), words -> words));
  }

  private void addSystem() {
    add(
        "caches: "
            + (machine.caches().isEmpty() ? UNKNOWN : MachineFacts.caches(machine.caches())));
    add("memory: " + Quantities.bytes(machine.memoryBytes()));
    add("%s, kernel %s".formatted(environment.os().name(), environment.os().kernelVersion()));
    add(
        "Java %s, %s, %d processors, %d carriers of virtual threads"
            .formatted(
                environment.jvm().javaVersion(),
                environment.jvm().vmName(),
                environment.limits().availableProcessors(),
                environment.limits().virtualThreadCarriers()));
  }

  private void addConditions(Conditions conditions) {
    String driver =
        conditions.frequencyDriver() == null ? "" : ", by " + conditions.frequencyDriver();
    add(
        "governor: "
            + (conditions.governors().isEmpty()
                ? UNKNOWN
                : settings(conditions.governors()) + driver));
    if (!conditions.energyPreferences().isEmpty()) {
      add("energy preference: " + settings(conditions.energyPreferences()));
    }
    add("boost: " + known(conditions.boost(), on -> on ? "on" : "off"));
    add("power: " + known(conditions.onBattery(), on -> on ? "battery" : "mains"));
    add("temperature: " + known(conditions.coreTemperature(), MachineReadings::temperature));
    if (conditions.thermalThrottleCount() != null) {
      add("slowed by heat since the boot: %d times".formatted(conditions.thermalThrottleCount()));
    }
    add("hypervisor: " + MachineFacts.hypervisor(machine.virtualization()));
    add("container: " + MachineFacts.container(environment.container()));
    add("load average over a minute: " + known(environment.loadAverage(), "%.2f"::formatted));
    add(
        "tasks waited for a CPU: "
            + known(
                conditions.pressure(),
                p ->
                    "%.0f %% of the last 10 s, %.0f %% of the last minute"
                        .formatted(p.avg10Percent(), p.avg60Percent())));
    if (conditions.backgroundLoad() != null) {
      addBackgroundLoad(conditions.backgroundLoad());
    }
  }

  private void addBackgroundLoad(BackgroundLoad load) {
    String cpus = "%.2f of " + machine.topology().usableOrAll().logicalCpus() + " logical CPUs";
    BusyProcess busiest = load.busiest();
    add("background load over %.1f s:".formatted(load.probeMs() / 1e3));
    add("  other programs: " + orNotAvailable(load.backgroundCpus(), cpus));
    add("  hypervisor: " + orNotAvailable(load.stealCpus(), cpus));
    add("  busiest process: " + (busiest == null ? "none" : busiest.label()));
    add("  other JVMs: " + known(load.otherJvms(), count -> count + busyJvms(load.busyJvms())));
  }

  private static String busyJvms(List<BusyProcess> busy) {
    String names =
        busy.stream().limit(MAX_NAMES).map(BusyProcess::label).collect(Collectors.joining(", "));
    return (busy.isEmpty() ? "" : ", %d at work: %s".formatted(busy.size(), names))
        + (busy.size() > MAX_NAMES ? " and more" : "");
  }

  private static String settings(List<CpuSetting> settings) {
    return settings.stream()
        .map(setting -> "%s (%s)".formatted(setting.value(), setting.cpus()))
        .collect(Collectors.joining(", "));
  }

  private static String temperature(CoreTemperature core) {
    Double critical = core.criticalCelsius();
    return critical == null
        ? "%.0f C".formatted(core.celsius())
        : "%.0f C, critical at %.0f C: %.0f C below"
            .formatted(core.celsius(), critical, critical - core.celsius());
  }

  private static String orNotAvailable(@Nullable Double cpus, String format) {
    return cpus == null ? MachineFacts.NOT_AVAILABLE : format.formatted(cpus);
  }

  private static <T> String known(@Nullable T value, Function<T, String> words) {
    return value == null ? UNKNOWN : words.apply(value);
  }
}
