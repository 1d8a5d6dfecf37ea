package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.ContainerFiles;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.CpuInfoFile;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.machine.linux.PowerFiles;
import io.coreyield.benchmarks.machine.linux.PressureFile;
import io.coreyield.benchmarks.machine.linux.TemperatureSensors;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import oshi.hardware.PowerSource;
import oshi.software.os.OperatingSystem;

/** The software and limits that a run is under. */
public final class EnvironmentReader {

  private EnvironmentReader() {}

  /**
   * Reads the environment that this process shares with its forks, and ends the probe.
   *
   * @param jvmArguments of every fork
   */
  public static Environment read(Oshi oshi, List<String> jvmArguments, BackgroundLoadProbe probe) {
    OperatingSystem os = oshi.operatingSystem();
    CpuFiles cpus = CpuFiles.ofThisMachine();
    int processors = Runtime.getRuntime().availableProcessors();
    return new Environment(
        hostName(),
        new Environment.Os(
            "%s %s".formatted(os.getFamily(), os.getVersionInfo()).strip(),
            System.getProperty("os.version", "unknown"),
            System.getProperty("os.arch", "unknown")),
        new Environment.Jvm(
            System.getProperty("java.version", "unknown"),
            System.getProperty("java.vm.name", "unknown"),
            System.getProperty("java.vm.version", "unknown"),
            ForkProperties.javaLauncher().toString(),
            jvmArguments),
        new Environment.CpuLimits(
            processors,
            Integer.getInteger("jdk.virtualThreadScheduler.parallelism", processors),
            ThreadAffinity.allowed().map(CpuList::format).orElse(null),
            Cgroup.tightestOfThisProcess().flatMap(Cgroup::throttling).orElse(null)),
        ContainerFiles.ofThisProcess().name().orElse(null),
        cpus.smtControl().orElse(null),
        cpus.governor(0).orElse(null),
        loadAverage(),
        conditions(oshi, probe));
  }

  private static @Nullable Double loadAverage() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? null : load;
  }

  /** Java would ask a name server where the machine does not list its own name. */
  private static @Nullable String hostName() {
    try {
      return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    } catch (IOException e) {
      return hostNameByJava();
    }
  }

  private static @Nullable String hostNameByJava() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }

  private static Conditions conditions(Oshi oshi, BackgroundLoadProbe probe) {
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
        probe.obstacle().orElse(null),
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
