package io.coreyield.benchmarks.machine;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import oshi.util.linux.SysPath;

/**
 * What Linux says of logical CPUs and OSHI does not: which are online, who shares a cache, the
 * kinds of core of a hybrid Intel processor, what sets the clock. A file that is missing, or does
 * not hold what it should, tells nothing.
 *
 * @param cpus the directory that has a directory for each
 */
record CpuFiles(Path cpus) {

  /** PMU devices that name the kinds of core of a hybrid Intel processor, least capable first. */
  private static final List<String> INTEL_KINDS = List.of("cpu_lowpower", "cpu_atom", "cpu_core");

  /** Those that OSHI reads; empty elsewhere than on Linux. */
  static Optional<CpuFiles> ofThisMachine() {
    return LibC.LINUX ? Optional.of(new CpuFiles(Path.of(SysPath.CPU))) : Optional.empty();
  }

  /** The logical CPUs that are online; empty where it is not told. */
  Optional<BitSet> online() {
    return list(cpus.resolve("online"));
  }

  /** The logical CPUs that are there but offline; none where it is not told. */
  BitSet offline() {
    BitSet offline = list(cpus.resolve("offline")).orElseGet(BitSet::new);
    // The kernel also lists numbers that it has room for and no CPU.
    offline.and(list(cpus.resolve("present")).orElseGet(BitSet::new));
    online().ifPresent(offline::andNot);
    return offline;
  }

  /** The switch for SMT: {@code on}, {@code off}, {@code forceoff}, {@code notsupported}. */
  Optional<String> smtControl() {
    return EnvironmentReader.firstLine(cpus.resolve("smt/control"));
  }

  /** How its clock is chosen: {@code performance}; empty where it is not told. */
  Optional<String> governor(int cpu) {
    return EnvironmentReader.firstLine(cpu(cpu).resolve("cpufreq/scaling_governor"));
  }

  /** Whether it shall save energy: {@code balance_power}; empty where it is not told. */
  Optional<String> energyPreference(int cpu) {
    return EnvironmentReader.firstLine(cpu(cpu).resolve("cpufreq/energy_performance_preference"));
  }

  /** What sets its clock: {@code acpi-cpufreq}; empty where it is not told. */
  Optional<String> frequencyDriver(int cpu) {
    return EnvironmentReader.firstLine(cpu(cpu).resolve("cpufreq/scaling_driver"));
  }

  /** Whether its clock may rise above the nominal one; empty where it is not told. */
  Optional<Boolean> boost(int cpu) {
    return KernelFiles.number(cpus.resolve("cpufreq/boost"))
        .or(() -> KernelFiles.number(cpus.resolve("intel_pstate/no_turbo")).map(no -> 1 - no))
        .or(() -> KernelFiles.number(cpu(cpu).resolve("cpufreq/boost")))
        .map(on -> on == 1);
  }

  /** How often heat slowed these or their packages since the boot; empty where it is not told. */
  Optional<Long> heatStops(BitSet of) {
    return of.stream()
        .mapToObj(cpu -> cpu(cpu).resolve("thermal_throttle"))
        .flatMap(
            heat -> Stream.of("core_throttle_count", "package_throttle_count").map(heat::resolve))
        .flatMap(count -> KernelFiles.number(count).stream())
        .reduce(Long::sum);
  }

  /** Whether it is known to be there, and nothing is said of its core and package. */
  boolean hasNoTopology(int cpu) {
    return Files.isDirectory(cpu(cpu)) && !Files.exists(cpu(cpu).resolve("topology/core_id"));
  }

  /** The online logical CPUs of its core, with itself; empty where it is not told. */
  Optional<BitSet> siblings(int cpu) {
    Path topology = cpu(cpu).resolve("topology");
    // The second is the older name.
    return list(topology.resolve("core_cpus_list"))
        .or(() -> list(topology.resolve("thread_siblings_list")))
        .filter(siblings -> siblings.get(cpu));
  }

  /** The lowest logical CPU that shares its last-level cache; empty where it is not told. */
  OptionalInt lastLevelCache(int cpu) {
    long highest = 0;
    OptionalInt lowestCpu = OptionalInt.empty();
    for (Path cache : KernelFiles.entries(cpu(cpu).resolve("cache"), "index*")) {
      long level = KernelFiles.number(cache.resolve("level")).orElse(0L);
      Optional<BitSet> shared = list(cache.resolve("shared_cpu_list")).filter(s -> s.get(cpu));
      if (level > highest && shared.isPresent() && !holdsInstructionsOnly(cache)) {
        highest = level;
        lowestCpu = OptionalInt.of(shared.get().nextSetBit(0));
      }
    }
    return lowestCpu;
  }

  private static boolean holdsInstructionsOnly(Path cache) {
    return EnvironmentReader.firstLine(cache.resolve("type")).orElse("").equals("Instruction");
  }

  /**
   * How capable its core is: a number that is greater for more capable kinds. Intel's hybrid
   * processors name the kinds, and differ in clock within one; others declare a capacity. 0 where
   * nothing is told.
   */
  int capability(int cpu) {
    Path devices = cpus.resolve("../..").normalize();
    for (int kind = 0; kind < INTEL_KINDS.size(); kind++) {
      Path list = devices.resolve(INTEL_KINDS.get(kind)).resolve("cpus");
      if (list(list).map(cpusOfKind -> cpusOfKind.get(cpu)).orElse(false)) {
        return kind + 1;
      }
    }
    return KernelFiles.number(cpu(cpu).resolve("cpu_capacity")).map(Long::intValue).orElse(0);
  }

  private Path cpu(int cpu) {
    return cpus.resolve("cpu" + cpu);
  }

  private static Optional<BitSet> list(Path file) {
    return EnvironmentReader.firstLine(file).flatMap(CpuList::parse);
  }
}
