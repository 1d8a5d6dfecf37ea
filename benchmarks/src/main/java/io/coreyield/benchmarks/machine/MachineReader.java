package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import io.coreyield.benchmarks.machine.linux.HypervisorFiles;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import oshi.hardware.CentralProcessor;
import oshi.util.VirtualizationDetector;

/** Reads this machine by OSHI. */
public final class MachineReader {

  /** What OSHI names in place of a hypervisor. */
  private static final Set<String> OSHI_CONTAINERS =
      Set.of(
          "Docker Container", "Linux Containers", "LXC", "OpenVZ", "Linux-VServer", "FreeBSD Jail");

  private MachineReader() {}

  /** Reads the machine; the logical CPUs that the calling thread may use are usable. */
  public static Machine read(Oshi oshi) {
    CentralProcessor processor = oshi.processor();
    Machine machine =
        new Machine(
            oneLine(processor.getProcessorIdentifier().getName()),
            oneLine(processor.getProcessorIdentifier().getVendor()),
            processor.getMaxFreq() > 0 ? processor.getMaxFreq() : null,
            topology(processor, ThreadAffinity.allowed()),
            caches(processor),
            oshi.hardware().getMemory().getTotal(),
            hypervisor(oshi));
    return machine.withQuota(quota().orElse(null));
  }

  private static @Nullable String hypervisor(Oshi oshi) {
    HypervisorFiles files = HypervisorFiles.ofThisMachine();
    Optional<String> named = files.name();
    return named.isPresent() || files.isBare()
        ? named.orElse(null)
        : VirtualizationDetector.identify(oshi.hardware())
            .filter(name -> !OSHI_CONTAINERS.contains(name))
            .or(() -> Optional.of(Machine.UNNAMED).filter(_ -> files.isFlagged()))
            .orElse(null);
  }

  /** The tightest quota that holds for this process now. */
  public static Optional<CpuQuota> quota() {
    return Cgroup.tightestOfThisProcess().flatMap(Cgroup::quota);
  }

  /** The declared topology; empty {@code allowed}: this process may use all logical CPUs. */
  static Topology topology(CentralProcessor processor, Optional<BitSet> allowed) {
    return new TopologyReader(processor, CpuFiles.ofThisMachine()).read(allowed);
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
            Comparator.comparingInt(Cache::level)
                .thenComparing(Cache::type)
                .thenComparingLong(Cache::sizeBytes))
        .toList();
  }

  private static String oneLine(String name) {
    String line = name.replaceAll("\\s+", " ").strip();
    return line.isEmpty() ? "unknown" : line;
  }
}
