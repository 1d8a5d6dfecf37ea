package io.coreyield.analysis.wording;

import static java.util.Locale.ROOT;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state of the machine at the start, as far as it is known. */
final class ConditionFacts {

  private ConditionFacts() {}

  static List<Fact> of(Conditions conditions) {
    Facts facts =
        new Facts()
            .known("Governor", settings(conditions.governors()))
            .known("Microcode", conditions.microcode())
            .known("Driver of the clock", conditions.frequencyDriver())
            .known("Energy preference", settings(conditions.energyPreferences()))
            .known("Boost", choice(conditions.boost(), "on", "off"))
            .known("Power", choice(conditions.onBattery(), "battery", "mains"))
            .known("Temperature", temperature(conditions.coreTemperature()))
            .known("Slowed by heat since the boot", times(conditions.thermalThrottleCount()))
            .known("Tasks waited for a CPU", pressure(conditions.pressure()));
    BackgroundLoad load = conditions.backgroundLoad();
    if (load != null) {
      facts
          .known("Other programs took", cpus(load.backgroundCpus()))
          .known("The hypervisor took", cpus(load.stealCpus()))
          .known("Other JVMs", load.otherJvms() == null ? null : load.otherJvms().toString());
    }
    return facts.list();
  }

  private static String settings(List<CpuSetting> settings) {
    return settings.stream()
        .map(s -> settings.size() == 1 ? s.value() : "%s (%s)".formatted(s.value(), s.cpus()))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String choice(@Nullable Boolean is, String yes, String no) {
    return is == null ? null : is ? yes : no;
  }

  private static @Nullable String temperature(@Nullable CoreTemperature core) {
    if (core == null) {
      return null;
    }
    Double critical = core.criticalCelsius();
    return String.format(ROOT, "%.0f °C", core.celsius())
        + (critical == null ? "" : String.format(ROOT, ", critical at %.0f °C", critical));
  }

  private static @Nullable String times(@Nullable Long times) {
    return times == null ? null : times + (times == 1 ? " time" : " times");
  }

  private static @Nullable String pressure(@Nullable CpuPressure pressure) {
    return pressure == null
        ? null
        : String.format(
            ROOT,
            "%.0f %% of the 10 s before the start, %.0f %% of the minute",
            pressure.avg10Percent(),
            pressure.avg60Percent());
  }

  private static @Nullable String cpus(@Nullable Double cpus) {
    return cpus == null ? null : String.format(ROOT, "%.2f logical CPUs", cpus);
  }
}
