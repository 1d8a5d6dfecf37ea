package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.CpuInfoFile;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.machine.linux.PowerFiles;
import io.coreyield.benchmarks.machine.linux.PressureFile;
import io.coreyield.benchmarks.machine.linux.TemperatureSensors;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import oshi.hardware.PowerSource;

/** Reads the state of the machine. */
final class ConditionsReader {

  private ConditionsReader() {}

  /** Reads it, and ends the probe, which is under way. */
  static Conditions read(Oshi oshi, BackgroundLoadProbe probe) {
    BitSet usable = probe.usable();
    CpuFiles cpus = CpuFiles.ofThisMachine();
    int first = usable.nextSetBit(0);
    return new Conditions(
        settings(usable, cpus::governor),
        settings(usable, cpus::energyPreference),
        cpus.frequencyDriver(first).orElse(null),
        cpus.boost(first).orElse(null),
        onBattery(oshi),
        TemperatureSensors.ofThisMachine().nearestToLimit().orElse(null),
        cpus.thermalThrottleCount(usable).orElse(null),
        PressureFile.ofThisMachine().averages().orElse(null),
        probe.end(),
        CpuInfoFile.ofThisMachine().microcode().orElse(null));
  }

  /** Equal settings joined, in the order of their first logical CPUs. */
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
      return PowerFiles.ofThisMachine().onBattery().orElse(null);
    }
    List<PowerSource> sources = oshi.hardware().getPowerSources();
    return sources.isEmpty()
        ? null
        : (Boolean)
            (sources.stream().anyMatch(PowerSource::isDischarging)
                && sources.stream().noneMatch(PowerSource::isPowerOnLine));
  }
}
