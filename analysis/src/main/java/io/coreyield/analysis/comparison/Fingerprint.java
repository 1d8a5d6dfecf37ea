package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The machine of a run, and the state that it was measured in. */
public record Fingerprint(Machine machine, Environment environment) {

  /**
   * The arguments of the forks, each once and sorted, because their order depends on who started
   * the JVM; without the directory of temporary files.
   */
  public List<String> jvmArguments() {
    return environment.jvm().arguments().stream()
        .filter(argument -> !argument.startsWith("-Djava.io.tmpdir="))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * Governors of the usable logical CPUs, each once, joined by commas; null where none is known.
   */
  public @Nullable String governors() {
    List<CpuSetting> governors = environment.conditions().governors();
    return governors.isEmpty()
        ? environment.governor()
        : governors.stream()
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
    return identity().equals(other.identity());
  }

  private List<Object> identity() {
    Topology topology = machine.topology();
    return List.of(
        machine.cpu(),
        machine.vendor(),
        environment.os().architecture(),
        topology.summary(),
        topology.packages(),
        topology.physicalCores(),
        topology.logicalCpus(),
        topology.numaNodes(),
        machine.caches(),
        String.valueOf(machine.virtualization()));
  }

  /** The CPU quota that binds: {@code 1.5 CPUs}; {@code none} of none. */
  String quota() {
    return machine.bindingQuota().map(allowed -> allowed.cpus() + " CPUs").orElse("none");
  }

  /** The feature release: {@code 25} of {@code 25.0.3}, {@code 8} of {@code 1.8.0_402}. */
  String javaRelease() {
    return environment
        .jvm()
        .javaVersion()
        .replaceFirst("^1\\.(?=\\d)", "")
        .replaceFirst("^(\\d+).*", "$1");
  }
}
