package io.coreyield.analysis.model.machine;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The machine that was measured.
 *
 * @param cpu the processor's name as it gives it
 * @param vendor the processor's vendor as it gives it
 * @param maxFrequencyHz the highest clock it declares; null where it declares none
 * @param topology its logical CPUs and the cores that they share: as measured where that is known,
 *     else as declared
 * @param declaredTopology what the system declares, where measurement found other cores; null where
 *     {@code topology} is what it declares
 * @param caches its caches, nearest first
 * @param virtualization the hypervisor's name, {@link #UNNAMED} where only its presence is known;
 *     null where none is seen
 * @param quota the tightest CPU quota that holds for this process; null where there is none
 */
public record Machine(
    String cpu,
    String vendor,
    @Nullable Long maxFrequencyHz,
    Topology topology,
    @Nullable Topology declaredTopology,
    List<Cache> caches,
    long memoryBytes,
    @Nullable String virtualization,
    @Nullable CpuQuota quota) {

  /** A hypervisor that does not say its name. */
  public static final String UNNAMED = "unnamed";

  public Machine {
    caches = List.copyOf(caches);
  }

  /** A machine without a quota, with the cores that its system declares. */
  public Machine(
      String cpu,
      String vendor,
      @Nullable Long maxFrequencyHz,
      Topology topology,
      List<Cache> caches,
      long memoryBytes,
      @Nullable String virtualization) {
    this(cpu, vendor, maxFrequencyHz, topology, null, caches, memoryBytes, virtualization, null);
  }

  /** The same machine with other cores than its system declares. */
  public Machine withMeasured(Topology measured) {
    return with(measured, declared().topology, quota);
  }

  /** The same machine with another name of its processor. */
  public Machine named(String otherCpu) {
    return new Machine(
        otherCpu,
        vendor,
        maxFrequencyHz,
        topology,
        declaredTopology,
        caches,
        memoryBytes,
        virtualization,
        quota);
  }

  /** The same machine under another quota, or under none. */
  public Machine withQuota(@Nullable CpuQuota other) {
    return with(topology, declaredTopology, other);
  }

  private Machine with(
      Topology cores, @Nullable Topology declaredCores, @Nullable CpuQuota allowed) {
    return new Machine(
        cpu,
        vendor,
        maxFrequencyHz,
        cores,
        declaredCores,
        caches,
        memoryBytes,
        virtualization,
        allowed);
  }

  /** The same machine as its system declares it. */
  public Machine declared() {
    return declaredTopology == null ? this : with(declaredTopology, null, quota);
  }

  /** The quota, if it allows less than the logical CPUs that this process may use. */
  public Optional<CpuQuota> bindingQuota() {
    int usable = topology.usableOrAll().logicalCpus();
    return Optional.ofNullable(quota).filter(allowed -> allowed.cpus() < usable);
  }
}
