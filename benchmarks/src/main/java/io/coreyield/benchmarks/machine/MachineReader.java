package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.Cache;
import io.coreyield.analysis.model.LogicalCpu;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.Topology;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.util.VirtualizationDetector;

/** What this machine is, as OSHI reads it. */
public final class MachineReader {

  private MachineReader() {}

  /** Reads the machine, with the logical CPUs that the calling thread may use marked as usable. */
  public static Machine read(Oshi oshi) {
    CentralProcessor processor = oshi.processor();
    return new Machine(
        oneLine(processor.getProcessorIdentifier().getName()),
        oneLine(processor.getProcessorIdentifier().getVendor()),
        frequency(processor.getMaxFreq()),
        topology(processor, ThreadAffinity.allowed()),
        caches(processor),
        oshi.hardware().getMemory().getTotal(),
        VirtualizationDetector.identify(oshi.hardware()).orElse(null));
  }

  /**
   * The topology that the processor declares.
   *
   * @param allowed the logical CPUs that this process may use; empty: all
   */
  static Topology topology(CentralProcessor processor, Optional<BitSet> allowed) {
    Map<Long, Integer> efficiencies = efficiencyClasses(processor);
    List<LogicalCpu> cpus = new ArrayList<>();
    for (CentralProcessor.LogicalProcessor cpu : processor.getLogicalProcessors()) {
      int id = cpu.getProcessorNumber();
      long core = coreKey(cpu.getPhysicalPackageNumber(), cpu.getPhysicalProcessorNumber());
      cpus.add(
          new LogicalCpu(
              id,
              Math.max(0, cpu.getPhysicalProcessorNumber()),
              Math.max(0, cpu.getPhysicalPackageNumber()),
              Math.max(0, cpu.getNumaNode()),
              efficiencies.getOrDefault(core, 0),
              allowed.map(mask -> mask.get(id)).orElse(true)));
    }
    return new Topology(cpus);
  }

  /** OSHI's efficiency is a raw capacity; its rank among the machine's cores is the class. */
  private static Map<Long, Integer> efficiencyClasses(CentralProcessor processor) {
    TreeSet<Integer> capacities = new TreeSet<>();
    processor.getPhysicalProcessors().forEach(core -> capacities.add(core.getEfficiency()));
    Map<Long, Integer> classes = new HashMap<>();
    for (CentralProcessor.PhysicalProcessor core : processor.getPhysicalProcessors()) {
      classes.put(
          coreKey(core.getPhysicalPackageNumber(), core.getPhysicalProcessorNumber()),
          capacities.headSet(core.getEfficiency()).size());
    }
    return classes;
  }

  private static long coreKey(int pkg, int core) {
    return ((long) pkg << 32) | (core & 0xffff_ffffL);
  }

  private static List<Cache> caches(CentralProcessor processor) {
    return processor.getProcessorCaches().stream()
        .map(cache ->
            new Cache(
                cache.getLevel(),
                cache.getType().name().toLowerCase(Locale.ROOT),
                Math.max(0, cache.getCacheSize())))
        .distinct()
        .sorted(
            java.util.Comparator.comparingInt(Cache::level)
                .thenComparing(Cache::type)
                .thenComparingLong(Cache::sizeBytes))
        .toList();
  }

  private static @Nullable Long frequency(long hz) {
    return hz > 0 ? hz : null;
  }

  private static String oneLine(String name) {
    String line = name.replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "unknown" : line;
  }
}
