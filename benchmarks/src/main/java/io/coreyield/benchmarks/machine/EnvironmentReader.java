package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import oshi.software.os.OperatingSystem;

/** What a run runs under. */
public final class EnvironmentReader {

  private EnvironmentReader() {}

  /**
   * Reads the environment of this process, which the forks share, and ends the look.
   *
   * @param jvmArguments of every fork
   * @param look at what else runs, which is under way
   */
  public static Environment read(Oshi oshi, List<String> jvmArguments, ShortLook look) {
    OperatingSystem os = oshi.operatingSystem();
    Optional<Path> cgroup = CpuQuota.tightestOfThisProcess();
    int processors = Runtime.getRuntime().availableProcessors();
    return new Environment(
        hostName(),
        "%s %s".formatted(os.getFamily(), os.getVersionInfo()).strip(),
        System.getProperty("os.version", "unknown"),
        System.getProperty("os.arch", "unknown"),
        System.getProperty("java.version", "unknown"),
        System.getProperty("java.vm.name", "unknown"),
        System.getProperty("java.vm.version", "unknown"),
        JavaLauncher.path().toString(),
        jvmArguments,
        processors,
        Integer.getInteger("jdk.virtualThreadScheduler.parallelism", processors),
        ThreadAffinity.allowed().map(CpuList::format).orElse(null),
        cgroup.flatMap(CpuQuota::of).map(CpuQuota::toString).orElse(null),
        cgroup.flatMap(CpuStat::throttling).orElse(null),
        CpuFiles.ofThisMachine().flatMap(CpuFiles::smtControl).orElse(null),
        CpuFiles.ofThisMachine().flatMap(files -> files.governor(0)).orElse(null),
        loadAverage(),
        ConditionsReader.read(oshi, look));
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

  /** The first line of a file of the kernel's; empty where there is none to read. */
  static Optional<String> firstLine(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.findFirst().map(String::strip).filter(line -> !line.isEmpty());
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
