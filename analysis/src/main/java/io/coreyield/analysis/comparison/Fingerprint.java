package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What tells one machine, and the state that it was measured in, from another. The machine's name
 * is not in it.
 *
 * @param cpu the processor's name
 * @param vendor the processor's vendor
 * @param architecture as Java names it
 * @param topology in words: {@code 4 cores × 2 threads}
 * @param packages sockets
 * @param cores physical cores
 * @param logicalCpus siblings included
 * @param threadsPerCore siblings of a core, at most
 * @param numaNodes NUMA nodes
 * @param caches nearest first
 * @param memoryBytes physical memory
 * @param maxFrequencyHz the highest clock it declares; null where it declares none
 * @param virtualization the hypervisor; null where none was seen
 * @param microcode its revision; null where it is not told
 * @param os the operating system and its release
 * @param kernelVersion the operating system's kernel
 * @param javaVersion of the forks
 * @param vmName of the forks
 * @param vmVersion of the forks
 * @param jvmArguments of the forks, each once and in order, for which comes first depends on who
 *     started the JVM; without the directory of temporary files
 * @param governors of the usable logical CPUs, each once, joined by commas; null where none is
 *     shown
 * @param frequencyDriver what sets the clock; null where none is shown
 * @param boost whether the clock may rise above its nominal one; null where it is not told
 * @param smtControl the kernel's switch for SMT; null where there is none
 * @param affinity the logical CPUs that the run could use; null where it is not told
 * @param cpuQuota the cgroup's {@code cpu.max}; null where there is none
 */
public record Fingerprint(
    String cpu,
    String vendor,
    String architecture,
    String topology,
    int packages,
    int cores,
    int logicalCpus,
    int threadsPerCore,
    int numaNodes,
    List<Cache> caches,
    long memoryBytes,
    @Nullable Long maxFrequencyHz,
    @Nullable String virtualization,
    @Nullable String microcode,
    String os,
    String kernelVersion,
    String javaVersion,
    String vmName,
    String vmVersion,
    List<String> jvmArguments,
    @Nullable String governors,
    @Nullable String frequencyDriver,
    @Nullable Boolean boost,
    @Nullable String smtControl,
    @Nullable String affinity,
    @Nullable String cpuQuota) {

  /** Copies the lists. */
  public Fingerprint {
    caches = List.copyOf(caches);
    jvmArguments = List.copyOf(jvmArguments);
  }

  static Fingerprint of(RunInfo info) {
    Machine machine = info.machine();
    Environment environment = info.environment();
    Conditions conditions = environment.conditions();
    Topology topology = machine.topology();
    return new Fingerprint(
        machine.cpu(),
        machine.vendor(),
        environment.os().architecture(),
        topology.summary(),
        topology.packages(),
        topology.physicalCores(),
        topology.logicalCpus(),
        topology.threadsPerCore(),
        topology.numaNodes(),
        machine.caches(),
        machine.memoryBytes(),
        machine.maxFrequencyHz(),
        machine.virtualization(),
        conditions.microcode(),
        environment.os().name(),
        environment.os().kernelVersion(),
        environment.jvm().javaVersion(),
        environment.jvm().vmName(),
        environment.jvm().vmVersion(),
        environment.jvm().arguments().stream()
            .filter(argument -> !argument.startsWith("-Djava.io.tmpdir="))
            .distinct()
            .sorted()
            .toList(),
        governors(conditions, environment.governor()),
        conditions.frequencyDriver(),
        conditions.boost(),
        environment.smtControl(),
        environment.limits().affinity(),
        environment.limits().cpuQuota());
  }

  private static @Nullable String governors(Conditions conditions, @Nullable String first) {
    return conditions.governors().isEmpty()
        ? first
        : conditions.governors().stream()
            .map(CpuSetting::value)
            .distinct()
            .sorted()
            .collect(Collectors.joining(", "));
  }

  /**
   * Whether it may be one machine: processor, architecture, hypervisor, caches and topology are
   * equal. Two instances of one type look like one machine. What can change on a machine (memory
   * that the kernel leaves, microcode, system, Java, governor) does not count.
   */
  public boolean isSameMachineAs(Fingerprint other) {
    return cpu.equals(other.cpu)
        && vendor.equals(other.vendor)
        && architecture.equals(other.architecture)
        && topology.equals(other.topology)
        && packages == other.packages
        && cores == other.cores
        && logicalCpus == other.logicalCpus
        && numaNodes == other.numaNodes
        && caches.equals(other.caches)
        && String.valueOf(virtualization).equals(String.valueOf(other.virtualization));
  }

  /** The feature release: {@code 25} of {@code 25.0.3}, {@code 8} of {@code 1.8.0_402}. */
  String javaRelease() {
    return javaVersion.replaceFirst("^1\\.(?=\\d)", "").replaceFirst("^(\\d+).*", "$1");
  }
}
