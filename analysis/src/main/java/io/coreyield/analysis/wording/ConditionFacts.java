package io.coreyield.analysis.wording;

import static java.util.Locale.ROOT;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The state that the machine was in at the start, as far as its platform tells. */
final class ConditionFacts {

  private ConditionFacts() {}

  static List<Fact> of(Conditions conditions) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Governor", settings(conditions.governors()));
    add(facts, "Microcode", conditions.microcode());
    add(facts, "Driver of the clock", conditions.frequencyDriver());
    add(facts, "Energy preference", settings(conditions.energyPreferences()));
    add(facts, "Boost", choice(conditions.boost(), "on", "off"));
    add(facts, "Power", choice(conditions.onBattery(), "battery", "mains"));
    add(facts, "Temperature", heat(conditions.coreTemperature()));
    add(facts, "Slowed by heat since the boot", times(conditions.thermalThrottleCount()));
    add(facts, "Tasks waited for a CPU", pressure(conditions.pressure()));
    BackgroundLoad backgroundLoad = conditions.backgroundLoad();
    if (backgroundLoad != null) {
      add(facts, "Other programs took", cpus(backgroundLoad.backgroundCpus()));
      add(facts, "The hypervisor took", cpus(backgroundLoad.stealCpus()));
      add(facts, "Other JVMs", text(backgroundLoad.otherJvms()));
    }
    return facts;
  }

  private static void add(List<Fact> facts, String term, @Nullable String text) {
    if (text != null && !text.isBlank()) {
      facts.add(new Fact(term, PlainText.bound(text)));
    }
  }

  private static String settings(List<CpuSetting> settings) {
    return settings.stream()
        .map(s -> settings.size() == 1 ? s.value() : "%s (%s)".formatted(s.value(), s.cpus()))
        .collect(Collectors.joining(", "));
  }

  private static @Nullable String choice(@Nullable Boolean is, String yes, String no) {
    return is == null ? null : is ? yes : no;
  }

  private static @Nullable String heat(@Nullable CoreTemperature coreTemperature) {
    if (coreTemperature == null) {
      return null;
    }
    String critical =
        coreTemperature.criticalCelsius() == null
            ? ""
            : String.format(ROOT, ", critical at %.0f °C", coreTemperature.criticalCelsius());
    return String.format(ROOT, "%.0f °C", coreTemperature.celsius()) + critical;
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

  private static @Nullable String text(@Nullable Integer number) {
    return number == null ? null : number.toString();
  }
}
