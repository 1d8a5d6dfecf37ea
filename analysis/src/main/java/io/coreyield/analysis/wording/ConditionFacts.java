package io.coreyield.analysis.wording;

import static java.util.Locale.ROOT;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Heat;
import io.coreyield.analysis.model.machine.Neighbours;
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
    add(facts, "Temperature", heat(conditions.heat()));
    add(facts, "Slowed by heat since the boot", times(conditions.heatStops()));
    add(facts, "Tasks waited for a CPU", pressure(conditions.pressure()));
    Neighbours neighbours = conditions.neighbours();
    if (neighbours != null) {
      add(facts, "Other programs took", cpus(neighbours.foreignCpus()));
      add(facts, "The hypervisor took", cpus(neighbours.stealCpus()));
      add(facts, "Other JVMs", text(neighbours.otherJvms()));
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

  private static @Nullable String heat(@Nullable Heat heat) {
    if (heat == null) {
      return null;
    }
    String critical =
        heat.criticalCelsius() == null
            ? ""
            : String.format(ROOT, ", critical at %.0f °C", heat.criticalCelsius());
    return String.format(ROOT, "%.0f °C", heat.celsius()) + critical;
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
