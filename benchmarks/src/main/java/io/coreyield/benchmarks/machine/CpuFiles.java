package io.coreyield.benchmarks.machine;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import oshi.util.linux.SysPath;

/**
 * What Linux says of logical CPUs and OSHI does not: which are online, who shares a cache, the
 * kinds of core of a hybrid Intel processor. A file that is missing, or does not hold what it
 * should, tells nothing.
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
    int highest = 0;
    OptionalInt lowestCpu = OptionalInt.empty();
    for (Path cache : directories(cpu(cpu).resolve("cache"), "index*")) {
      int level = number(cache.resolve("level")).orElse(0);
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
    return number(cpu(cpu).resolve("cpu_capacity")).orElse(0);
  }

  private Path cpu(int cpu) {
    return cpus.resolve("cpu" + cpu);
  }

  private static List<Path> directories(Path parent, String glob) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(parent, glob)) {
      entries.forEach(found::add);
    } catch (IOException | java.nio.file.DirectoryIteratorException e) {
      return List.of();
    }
    return found;
  }

  private static Optional<Integer> number(Path file) {
    return EnvironmentReader.firstLine(file)
        .filter(line -> line.matches("[0-9]{1,9}"))
        .map(Integer::valueOf);
  }

  private static Optional<BitSet> list(Path file) {
    return EnvironmentReader.firstLine(file).flatMap(CpuList::parse);
  }
}
