package io.coreyield.benchmarks.cli;

import static java.util.Locale.ROOT;

import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Heat;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Neighbours;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state of a machine, in lines of plain ASCII. */
final class MachineReadings {

  private static final String UNKNOWN = "unknown on this platform";
  private static final int MAX_NAMES = 5;
  private static final double MS_PER_SECOND = 1e3;

  private MachineReadings() {}

  static List<String> lines(Machine machine, Environment environment) {
    Conditions conditions = environment.conditions();
    List<String> lines = new ArrayList<>();
    lines.add("  governor: " + settings(conditions.governors(), conditions.frequencyDriver()));
    if (!conditions.energyPreferences().isEmpty()) {
      lines.add("  energy preference: " + settings(conditions.energyPreferences(), null));
    }
    lines.add("  boost: " + choice(conditions.boost(), "on", "off"));
    lines.add("  power: " + choice(conditions.onBattery(), "battery", "mains"));
    lines.add("  temperature: " + heat(conditions.heat()));
    if (conditions.heatStops() != null) {
      lines.add("  slowed by heat since the boot: %d times".formatted(conditions.heatStops()));
    }
    lines.add("  hypervisor: " + orElse(machine.virtualization(), "none seen"));
    lines.add("  load average over a minute: " + number(environment.loadAverage()));
    lines.add("  tasks waited for a CPU: " + pressure(conditions.pressure()));
    if (conditions.neighbours() != null) {
      neighbours(machine, conditions.neighbours(), lines);
    }
    return lines;
  }

  private static void neighbours(Machine machine, Neighbours neighbours, List<String> lines) {
    int usable = machine.topology().usable().logicalCpus();
    lines.add(String.format(ROOT, "  in a look of %.1f s:", neighbours.lookMs() / MS_PER_SECOND));
    lines.add("    other programs: " + cpus(neighbours.foreignCpus(), usable));
    lines.add("    hypervisor: " + cpus(neighbours.stealCpus(), usable));
    lines.add("    busiest process: " + busiest(neighbours.busiest()));
    lines.add("    other JVMs: " + jvms(neighbours));
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

  private static String heat(@Nullable Heat heat) {
    if (heat == null) {
      return UNKNOWN;
    }
    Double critical = heat.criticalCelsius();
    return critical == null
        ? String.format(ROOT, "%.0f C", heat.celsius())
        : String.format(
            ROOT,
            "%.0f C, critical at %.0f C: %.0f C below",
            heat.celsius(),
            critical,
            critical - heat.celsius());
  }

  private static String pressure(@Nullable CpuPressure pressure) {
    return pressure == null
        ? UNKNOWN
        : String.format(
            ROOT,
            "%.0f %% of the last 10 s, %.0f %% of the last minute",
            pressure.avg10Percent(),
            pressure.avg60Percent());
  }

  private static String jvms(Neighbours neighbours) {
    if (neighbours.otherJvms() == null) {
      return UNKNOWN;
    }
    String busy =
        neighbours.busyJvms().stream()
            .limit(MAX_NAMES)
            .map(BusyProcess::label)
            .collect(Collectors.joining(", "));
    int count = neighbours.busyJvms().size();
    return neighbours.otherJvms()
        + (count == 0 ? "" : ", %d at work: %s".formatted(count, busy))
        + (count > MAX_NAMES ? " and more" : "");
  }

  private static String busiest(@Nullable BusyProcess process) {
    return process == null ? "none" : process.label();
  }

  private static String cpus(@Nullable Double cpus, int usable) {
    return cpus == null ? UNKNOWN : String.format(ROOT, "%.2f of %d logical CPUs", cpus, usable);
  }

  private static String choice(@Nullable Boolean is, String yes, String no) {
    if (is == null) {
      return UNKNOWN;
    }
    return is ? yes : no;
  }

  private static String number(@Nullable Double value) {
    return value == null ? UNKNOWN : String.format(ROOT, "%.2f", value);
  }

  private static String orElse(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
