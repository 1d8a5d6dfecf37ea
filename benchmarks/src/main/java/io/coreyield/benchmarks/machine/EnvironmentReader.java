package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.CpuList;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OperatingSystem;

/** The software and limits that a run is under. */
public final class EnvironmentReader {

  private EnvironmentReader() {}

  /**
   * Reads the environment that this process shares with its forks, and ends the probe.
   *
   * @param jvmArguments of every fork
   * @param probe of the background load, which is under way
   */
  public static Environment read(Oshi oshi, List<String> jvmArguments, BackgroundLoadProbe probe) {
    OperatingSystem os = oshi.operatingSystem();
    Optional<Cgroup> cgroup = Cgroup.tightestOfThisProcess();
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
            JavaLauncher.path().toString(),
            jvmArguments),
        new Environment.CpuLimits(
            processors,
            Integer.getInteger("jdk.virtualThreadScheduler.parallelism", processors),
            ThreadAffinity.allowed().map(CpuList::format).orElse(null),
            cgroup.flatMap(Cgroup::quota).orElse(null),
            cgroup.flatMap(Cgroup::throttling).orElse(null)),
        cpus.smtControl().orElse(null),
        cpus.governor(0).orElse(null),
        loadAverage(),
        ConditionsReader.read(oshi, probe));
  }

  private static @Nullable Double loadAverage() {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    return load < 0 ? null : load;
  }

  private static @Nullable String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return null;
    }
  }
}
