package io.coreyield.benchmarks.cli;

import static java.util.Objects.requireNonNullElse;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Throttling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A machine and its state, line by line. */
final class MachineReadings {

  private static final String UNKNOWN = "unknown on this platform";
  private static final int MAX_NAMES = 5;
  private static final double MS_PER_SECOND = 1e3;
  private static final double US_PER_SECOND = 1e6;
  private static final double BYTES_PER_GIB = 1L << 30;

  private final Machine machine;
  private final Environment environment;
  private final List<String> lines = new ArrayList<>();

  private MachineReadings(Machine machine, Environment environment) {
    this.machine = machine;
    this.environment = environment;
  }

  static List<String> lines(Machine machine, Environment environment) {
    MachineReadings readings = new MachineReadings(machine, environment);
    readings.addProcessor();
    readings.addLimits();
    readings.addSystem();
    readings.addConditions(environment.conditions());
    return readings.lines;
  }

  private void addProcessor() {
    lines.add(machine.cpu());
    lines.add("  " + machine.topology().summary());
    lines.addAll(MachineMap.lines(machine.topology()));
  }

  /** What keeps this process from parts of the machine. */
  private void addLimits() {
    Topology topology = machine.topology();
    if (!topology.offline().isEmpty()) {
      lines.add("  offline: %s (core unknown)".formatted(list(topology.offline())));
    }
    lines.add("  affinity mask: " + requireNonNullElse(environment.limits().affinity(), UNKNOWN));
    for (List<LogicalCpu> core : topology.cutCores()) {
      lines.add(
          "  the mask cuts logical CPUs %s apart, which share a core"
              .formatted(list(core.stream().map(LogicalCpu::id).toList())));
    }
    String quota = environment.limits().cpuQuota();
    if (quota == null) {
      lines.add("  CPU quota: none");
    } else {
      lines.add("  CPU quota: %s us".formatted(quota.replace(" ", " us of CPU time in every ")));
      lines.add("  throttled so far: " + throttled(environment.limits().throttling()));
    }
    lines.add("  SMT control: " + requireNonNullElse(environment.smtControl(), UNKNOWN));
  }

  private void addSystem() {
    lines.add(
        machine.caches().stream()
            .map(c -> "L%d %s %d KiB".formatted(c.level(), c.type(), c.sizeBytes() / 1024))
            .collect(Collectors.joining(", ", "  caches: ", "")));
    lines.add("  memory: %.1f GiB".formatted(machine.memoryBytes() / BYTES_PER_GIB));
    lines.add(
        "  %s, kernel %s".formatted(environment.os().name(), environment.os().kernelVersion()));
    lines.add(
        "  Java %s, %s, %d processors, %d carriers of virtual threads"
            .formatted(
                environment.jvm().javaVersion(),
                environment.jvm().vmName(),
                environment.limits().availableProcessors(),
                environment.limits().virtualThreadCarriers()));
  }

  private void addConditions(Conditions conditions) {
    lines.add("  governor: " + settings(conditions.governors(), conditions.frequencyDriver()));
    if (!conditions.energyPreferences().isEmpty()) {
      lines.add("  energy preference: " + settings(conditions.energyPreferences(), null));
    }
    lines.add("  boost: " + choice(conditions.boost(), "on", "off"));
    lines.add("  power: " + choice(conditions.onBattery(), "battery", "mains"));
    lines.add("  temperature: " + heat(conditions.coreTemperature()));
    if (conditions.thermalThrottleCount() != null) {
      lines.add(
          "  slowed by heat since the boot: %d times".formatted(conditions.thermalThrottleCount()));
    }
    lines.add("  hypervisor: " + requireNonNullElse(machine.virtualization(), "none seen"));
    lines.add("  load average over a minute: " + format("%.2f", environment.loadAverage()));
    lines.add("  tasks waited for a CPU: " + pressure(conditions.pressure()));
    if (conditions.backgroundLoad() != null) {
      addBackgroundLoad(conditions.backgroundLoad());
    }
  }

  private void addBackgroundLoad(BackgroundLoad backgroundLoad) {
    BusyProcess busiest = backgroundLoad.busiest();
    lines.add("  background load over %.1f s:".formatted(backgroundLoad.probeMs() / MS_PER_SECOND));
    lines.add("    other programs: " + cpus(backgroundLoad.backgroundCpus()));
    lines.add("    hypervisor: " + cpus(backgroundLoad.stealCpus()));
    lines.add("    busiest process: " + (busiest == null ? "none" : busiest.label()));
    lines.add("    other JVMs: " + jvms(backgroundLoad));
  }

  private static String throttled(@Nullable Throttling throttling) {
    return throttling == null
        ? UNKNOWN
        : "in %d periods, %.3f s"
            .formatted(throttling.periods(), throttling.stoppedUs() / US_PER_SECOND);
  }

  private static String list(List<Integer> cpus) {
    BitSet set = new BitSet();
    cpus.forEach(set::set);
    return CpuList.format(set);
  }

  private static String settings(List<CpuSetting> settings, @Nullable String driver) {
    if (settings.isEmpty()) {
      return UNKNOWN;
    }
    String by = driver == null ? "" : ", by " + driver;
    return settings.stream()
        .map(setting -> "%s (%s)".formatted(setting.value(), setting.cpus()))
        .collect(Collectors.joining(", "))
        .concat(by);
  }

  private static String heat(@Nullable CoreTemperature coreTemperature) {
    if (coreTemperature == null) {
      return UNKNOWN;
    }
    Double critical = coreTemperature.criticalCelsius();
    return critical == null
        ? "%.0f C".formatted(coreTemperature.celsius())
        : "%.0f C, critical at %.0f C: %.0f C below"
            .formatted(coreTemperature.celsius(), critical, critical - coreTemperature.celsius());
  }

  private static String pressure(@Nullable CpuPressure pressure) {
    return pressure == null
        ? UNKNOWN
        : "%.0f %% of the last 10 s, %.0f %% of the last minute"
            .formatted(pressure.avg10Percent(), pressure.avg60Percent());
  }

  private static String jvms(BackgroundLoad backgroundLoad) {
    if (backgroundLoad.otherJvms() == null) {
      return UNKNOWN;
    }
    String busy =
        backgroundLoad.busyJvms().stream()
            .limit(MAX_NAMES)
            .map(BusyProcess::label)
            .collect(Collectors.joining(", "));
    int count = backgroundLoad.busyJvms().size();
    return backgroundLoad.otherJvms()
        + (count == 0 ? "" : ", %d at work: %s".formatted(count, busy))
        + (count > MAX_NAMES ? " and more" : "");
  }

  private String cpus(@Nullable Double cpus) {
    int usable = machine.topology().usable().logicalCpus();
    return format("%.2f of " + usable + " logical CPUs", cpus);
  }

  private static String choice(@Nullable Boolean is, String yes, String no) {
    if (is == null) {
      return UNKNOWN;
    }
    return is ? yes : no;
  }

  private static String format(String format, @Nullable Double value) {
    return value == null ? UNKNOWN : format.formatted(value);
  }
}
