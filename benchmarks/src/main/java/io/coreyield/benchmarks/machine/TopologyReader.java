package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import oshi.hardware.CentralProcessor;
import oshi.hardware.CentralProcessor.LogicalProcessor;

/**
 * The topology that OSHI reads, corrected on Linux: OSHI counts an offline CPU as a sibling of core
 * 0, ignores shared caches, and calls all cores of a hybrid Intel processor equal.
 */
final class TopologyReader {

  /** hwloc, too, takes cores whose clocks differ by up to 10 % as one kind. */
  private static final double WITHIN_KIND = 1.1;

  private final CentralProcessor processor;
  private final CpuFiles files;

  /** Reads this processor, and the files of the same machine. */
  TopologyReader(CentralProcessor processor, CpuFiles files) {
    this.processor = processor;
    this.files = files;
  }

  /**
   * The online logical CPUs, in the order of their numbers; empty {@code allowed}: this process may
   * use all of them. The kernel lets no process run on an offline CPU: where its list says so,
   * someone (lxcfs) has put another list in its place, and those with a topology are online.
   */
  List<LogicalProcessor> online(Optional<BitSet> allowed) {
    BitSet online =
        files
            .online()
            .filter(list -> allowed.stream().allMatch(mask -> containsAll(list, mask)))
            .orElseGet(() -> withTopology(allowed));
    return Stream.concat(processor.getLogicalProcessors().stream(), unseen(allowed))
        .filter(cpu -> online.isEmpty() || online.get(cpu.getProcessorNumber()))
        .sorted(Comparator.comparingInt(LogicalProcessor::getProcessorNumber))
        .toList();
  }

  /**
   * Where /sys shows nothing, or only logical CPUs that this process may not use, OSHI misses those
   * that it may use.
   */
  private Stream<LogicalProcessor> unseen(Optional<BitSet> allowed) {
    BitSet mask = allowed.orElseGet(BitSet::new);
    BitSet unseen = (BitSet) mask.clone();
    processor.getLogicalProcessors().forEach(cpu -> unseen.clear(cpu.getProcessorNumber()));
    return files.online().isPresent() && !unseen.equals(mask)
        ? Stream.empty()
        : unseen.stream().mapToObj(id -> new LogicalProcessor(id, id, 0));
  }

  private static boolean containsAll(BitSet list, BitSet mask) {
    BitSet missing = (BitSet) mask.clone();
    missing.andNot(list);
    return missing.isEmpty();
  }

  /** Those of which the kernel tells the core, if any, and those that only the mask names. */
  private BitSet withTopology(Optional<BitSet> allowed) {
    BitSet cpus = new BitSet();
    processor.getLogicalProcessors().stream()
        .map(LogicalProcessor::getProcessorNumber)
        .filter(files::hasTopology)
        .forEach(cpus::set);
    if (!cpus.isEmpty()) {
      unseen(allowed).map(LogicalProcessor::getProcessorNumber).forEach(cpus::set);
    }
    return cpus;
  }

  /** The topology; empty {@code allowed}: this process may use all logical CPUs. */
  Topology read(Optional<BitSet> allowed) {
    List<LogicalProcessor> online = online(allowed);
    Map<Integer, Integer> packages = packageNumbers(online);
    Map<Integer, Integer> cores = coreNumbers(online);
    Map<Integer, Integer> capabilities = capabilities(online);
    NavigableSet<Integer> kinds = kinds(capabilities.values());
    List<LogicalCpu> cpus = new ArrayList<>();
    for (LogicalProcessor cpu : online) {
      int id = cpu.getProcessorNumber();
      cpus.add(
          new LogicalCpu(
              id,
              cores.getOrDefault(id, 0),
              packages.getOrDefault(id, 0),
              Math.max(0, cpu.getNumaNode()),
              kinds.headSet(capabilities.getOrDefault(id, 0), true).size() - 1,
              allowed.map(mask -> mask.get(id)).orElse(true),
              files.lastLevelCache(id).orElse(null)));
    }
    BitSet offline = files.offline();
    cpus.forEach(cpu -> offline.clear(cpu.id()));
    return new Topology(cpus, offline.stream().boxed().toList());
  }

  /** The package of each logical CPU. Some kernels number none, and say who shares one. */
  private Map<Integer, Integer> packageNumbers(List<LogicalProcessor> online) {
    Map<Integer, Integer> packages = new HashMap<>();
    TreeSet<Integer> firsts = new TreeSet<>();
    for (LogicalProcessor cpu : online) {
      int id = cpu.getProcessorNumber();
      packages.put(id, cpu.getPhysicalPackageNumber());
      firsts.add(files.firstOfPackage(id).orElse(0));
    }
    if (packages.values().stream().anyMatch(number -> number < 0)) {
      packages.replaceAll((id, _) -> firsts.headSet(files.firstOfPackage(id).orElse(0)).size());
    }
    return packages;
  }

  /**
   * The least capability of each kind of core. Cores of one kind may differ a little, as the
   * firmware gives some of them a higher clock: the GB10 has 718 and 731, 997, 1017 and 1024 for
   * two kinds.
   */
  private static NavigableSet<Integer> kinds(Collection<Integer> capabilities) {
    TreeSet<Integer> kinds = new TreeSet<>();
    double before = Double.NEGATIVE_INFINITY;
    for (int capability : new TreeSet<>(capabilities)) {
      if (capability > before * WITHIN_KIND) {
        kinds.add(capability);
      }
      before = capability;
    }
    return kinds;
  }

  /** How capable the core of each logical CPU is. */
  private Map<Integer, Integer> capabilities(List<LogicalProcessor> online) {
    Map<Long, Integer> byCore = new HashMap<>();
    for (CentralProcessor.PhysicalProcessor core : processor.getPhysicalProcessors()) {
      byCore.put(
          key(core.getPhysicalPackageNumber(), core.getPhysicalProcessorNumber()),
          core.getEfficiency());
    }
    Map<Integer, Integer> capabilities = new HashMap<>();
    for (LogicalProcessor cpu : online) {
      int id = cpu.getProcessorNumber();
      capabilities.put(id, LibC.LINUX ? files.capability(id) : byCore.getOrDefault(key(cpu), 0));
    }
    return capabilities;
  }

  /**
   * The core number of each logical CPU: OSHI's number if it agrees with the kernel's siblings,
   * else the lowest logical CPU of the core. On ARM, OSHI's number is unique within a cluster only,
   * and four cores would look like two pairs of siblings.
   */
  private Map<Integer, Integer> coreNumbers(List<LogicalProcessor> online) {
    Map<Integer, Integer> declared = new HashMap<>();
    Map<Integer, Integer> lowest = new HashMap<>();
    Set<Long> numbers = new HashSet<>();
    Set<List<Long>> pairs = new HashSet<>();
    for (LogicalProcessor cpu : online) {
      int id = cpu.getProcessorNumber();
      declared.put(id, Math.max(0, cpu.getPhysicalProcessorNumber()));
      lowest.put(id, lowestSibling(cpu, online));
      numbers.add(key(cpu));
      pairs.add(List.of(key(cpu), (long) lowestSibling(cpu, online)));
    }
    int cores = new HashSet<>(lowest.values()).size();
    return numbers.size() == cores && pairs.size() == cores ? declared : lowest;
  }

  private int lowestSibling(LogicalProcessor cpu, List<LogicalProcessor> online) {
    int id = cpu.getProcessorNumber();
    if (files.isPresent(id) && !files.hasTopology(id)) {
      return id;
    }
    return files
        .siblings(id)
        .map(BitSet::stream)
        .orElseGet(() -> sameNumber(cpu, online))
        .min()
        .orElse(id);
  }

  private static IntStream sameNumber(LogicalProcessor cpu, List<LogicalProcessor> online) {
    return online.stream()
        .filter(other -> key(other) == key(cpu))
        .mapToInt(LogicalProcessor::getProcessorNumber);
  }

  private static long key(LogicalProcessor cpu) {
    return key(cpu.getPhysicalPackageNumber(), cpu.getPhysicalProcessorNumber());
  }

  private static long key(int pkg, int core) {
    return ((long) pkg << 32) | (core & 0xffff_ffffL);
  }
}
