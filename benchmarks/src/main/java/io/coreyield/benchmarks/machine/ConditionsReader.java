package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuSetting;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import oshi.hardware.PowerSource;

/** The state that the machine is in. */
final class ConditionsReader {

  private ConditionsReader() {}

  /** Reads it, while a short look is under way, and ends that. */
  static Conditions read(Oshi oshi, ShortLook look) {
    BitSet usable = look.usable();
    Optional<CpuFiles> cpus = CpuFiles.ofThisMachine();
    return new Conditions(
        cpus.map(files -> settings(usable, files::governor)).orElse(List.of()),
        cpus.map(files -> settings(usable, files::energyPreference)).orElse(List.of()),
        cpus.flatMap(files -> files.frequencyDriver(usable.nextSetBit(0))).orElse(null),
        cpus.flatMap(files -> files.boost(usable.nextSetBit(0))).orElse(null),
        onBattery(oshi),
        HeatFiles.ofThisMachine().flatMap(HeatFiles::nearestToItsLimit).orElse(null),
        cpus.flatMap(files -> files.heatStops(usable)).orElse(null),
        PressureFile.ofThisMachine().orElse(null),
        look.end(),
        CpuInfoFile.microcodeOfThisMachine().orElse(null));
  }

  /** Equal settings together, in the order of their first logical CPUs. */
  private static List<CpuSetting> settings(BitSet usable, IntFunction<Optional<String>> settingOf) {
    Map<String, BitSet> cpus = new LinkedHashMap<>();
    usable.stream()
        .forEach(cpu ->
            settingOf
                .apply(cpu)
                .ifPresent(value -> cpus.computeIfAbsent(value, v -> new BitSet()).set(cpu)));
    List<CpuSetting> settings = new ArrayList<>();
    cpus.forEach((value, set) -> settings.add(new CpuSetting(CpuList.format(set), value)));
    return settings;
  }

  private static @Nullable Boolean onBattery(Oshi oshi) {
    if (LibC.LINUX) {
      return PowerFiles.ofThisMachine().flatMap(PowerFiles::onBattery).orElse(null);
    }
    List<PowerSource> sources = oshi.hardware().getPowerSources();
    return sources.isEmpty()
        ? null
        : (Boolean)
            (sources.stream().anyMatch(PowerSource::isDischarging)
                && sources.stream().noneMatch(PowerSource::isPowerOnLine));
  }
}
