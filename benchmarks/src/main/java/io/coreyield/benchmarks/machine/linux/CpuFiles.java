package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.util.linux.SysPath;

/**
 * What Linux shows of logical CPUs and OSHI does not, one directory each. A missing or malformed
 * file gives an empty answer.
 */
public record CpuFiles(Path cpus) {

  /** PMU devices that name the kinds of core of a hybrid Intel processor, least capable first. */
  private static final List<String> INTEL_KINDS = List.of("cpu_lowpower", "cpu_atom", "cpu_core");

  /** Those of this machine; all answers are empty on other systems than Linux. */
  public static CpuFiles ofThisMachine() {
    return new CpuFiles(Path.of(SysPath.CPU));
  }

  public Optional<BitSet> online() {
    return list(cpus.resolve("online"));
  }

  /** The logical CPUs that are present but offline. */
  public BitSet offline() {
    BitSet offline = list(cpus.resolve("offline")).orElseGet(BitSet::new);
    // The kernel also lists numbers that it has room for and no CPU.
    offline.and(list(cpus.resolve("present")).orElseGet(BitSet::new));
    online().ifPresent(offline::andNot);
    return offline;
  }

  /** The switch for SMT: {@code on}, {@code off}, {@code forceoff}, {@code notsupported}. */
  public Optional<String> smtControl() {
    return KernelFiles.line(cpus.resolve("smt/control"));
  }

  /** The frequency governor: {@code performance}. */
  public Optional<String> governor(int cpu) {
    return KernelFiles.line(cpu(cpu).resolve("cpufreq/scaling_governor"));
  }

  /** The preference between energy and performance: {@code balance_power}. */
  public Optional<String> energyPreference(int cpu) {
    return KernelFiles.line(cpu(cpu).resolve("cpufreq/energy_performance_preference"));
  }

  /** The frequency driver: {@code acpi-cpufreq}. */
  public Optional<String> frequencyDriver(int cpu) {
    return KernelFiles.line(cpu(cpu).resolve("cpufreq/scaling_driver"));
  }

  /** Whether the clock may rise above the nominal one. */
  public Optional<Boolean> boost(int cpu) {
    return KernelFiles.number(cpus.resolve("cpufreq/boost"))
        .or(() -> KernelFiles.number(cpus.resolve("intel_pstate/no_turbo")).map(no -> 1 - no))
        .or(() -> KernelFiles.number(cpu(cpu).resolve("cpufreq/boost")))
        .map(on -> on == 1);
  }

  /** How often these logical CPUs or their packages were throttled for heat since the boot. */
  public Optional<Long> thermalThrottleCount(BitSet of) {
    return of.stream()
        .mapToObj(cpu -> cpu(cpu).resolve("thermal_throttle"))
        .flatMap(counts ->
            Stream.of("core_throttle_count", "package_throttle_count").map(counts::resolve))
        .flatMap(count -> KernelFiles.number(count).stream())
        .reduce(Long::sum);
  }

  public boolean isPresent(int cpu) {
    return Files.isDirectory(cpu(cpu));
  }

  /**
   * Whether the kernel says which core the logical CPU belongs to; it does of online ones. Some
   * kernels number no core, and say who shares one.
   */
  public boolean hasTopology(int cpu) {
    return Files.exists(cpu(cpu).resolve("topology/core_id")) || siblings(cpu).isPresent();
  }

  /** The online logical CPUs of its core, itself included. */
  public Optional<BitSet> siblings(int cpu) {
    return sharing(cpu, "core_cpus", "thread_siblings");
  }

  /** The lowest logical CPU of its package. */
  public Optional<Integer> firstOfPackage(int cpu) {
    return sharing(cpu, "package_cpus", "core_siblings").map(shared -> shared.nextSetBit(0));
  }

  private Optional<BitSet> sharing(int cpu, String name, String olderName) {
    Path topology = cpu(cpu).resolve("topology");
    return Stream.of(name, olderName)
        .flatMap(set -> list(topology.resolve(set + "_list"), topology.resolve(set)).stream())
        .findFirst()
        .filter(shared -> shared.get(cpu));
  }

  /** The lowest logical CPU that shares its last-level cache. */
  public Optional<Integer> lastLevelCache(int cpu) {
    long highest = 0;
    Optional<Integer> lowestCpu = Optional.empty();
    for (Path cache : KernelFiles.entries(cpu(cpu).resolve("cache"), "index*")) {
      long level = KernelFiles.number(cache.resolve("level")).orElse(0L);
      Optional<BitSet> shared =
          list(cache.resolve("shared_cpu_list"), cache.resolve("shared_cpu_map"))
              .filter(cpusOfCache -> cpusOfCache.get(cpu));
      boolean holdsData =
          !KernelFiles.line(cache.resolve("type")).equals(Optional.of("Instruction"));
      if (level > highest && shared.isPresent() && holdsData) {
        highest = level;
        lowestCpu = shared.map(cpusOfCache -> cpusOfCache.nextSetBit(0));
      }
    }
    return lowestCpu;
  }

  /**
   * How capable its core is: greater for more capable kinds, 0 if unknown. Intel's hybrid
   * processors name the kinds, and clocks differ within a kind; others declare a capacity.
   */
  public int capability(int cpu) {
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

  /** Old kernels write only the mask. */
  private static Optional<BitSet> list(Path list, Path mask) {
    return list(list).or(() -> KernelFiles.line(mask).flatMap(CpuList::parseMask));
  }

  private static Optional<BitSet> list(Path file) {
    return KernelFiles.line(file).flatMap(CpuList::parse);
  }
}
