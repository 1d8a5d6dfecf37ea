package io.coreyield.benchmarks.simulation;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which logical CPUs a simulated machine has, numbered from 0, and which share a core.
 *
 * @param packages sockets
 * @param threadsPerCore 1 or 2
 * @param numaNodesPerPackage each has equally many cores, and a last-level cache of its own
 * @param hostThreads hardware threads of the host over which its hypervisor lets the logical CPUs
 *     float; as many as there are where each has one of its own
 * @param quotaCpus CPU time over wall time that a quota allows; null without a quota
 * @param hidesSiblings whether it declares each logical CPU to be a core, as a hypervisor may
 */
public record CoreLayout(
    int packages,
    int coresPerPackage,
    int threadsPerCore,
    Numbering numbering,
    int numaNodesPerPackage,
    int hostThreads,
    @Nullable Double quotaCpus,
    boolean hidesSiblings) {

  private static final long PERIOD_US = 100_000;

  /** Which numbers siblings have. */
  public enum Numbering {
    /** All first siblings, then all second ones: (0, 4), (1, 5) … on four cores. */
    @JsonProperty("cores-first")
    CORES_FIRST,
    /** Siblings next to each other: (0, 1), (2, 3) …. */
    @JsonProperty("adjacent")
    ADJACENT
  }

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public CoreLayout {
    require("packages", packages, Topology.MAX_CPUS);
    require("coresPerPackage", coresPerPackage, Topology.MAX_CPUS);
    require("threadsPerCore", threadsPerCore, 2);
    require("numaNodesPerPackage", numaNodesPerPackage, coresPerPackage);
    Ranges.require(
        (long) packages * coresPerPackage * threadsPerCore <= Topology.MAX_CPUS,
        "%d packages of %d cores of %d threads: give at most %d logical CPUs in all"
            .formatted(packages, coresPerPackage, threadsPerCore, Topology.MAX_CPUS));
    require("hostThreads", hostThreads, packages * coresPerPackage * threadsPerCore);
    Ranges.require(
        quotaCpus == null || quotaCpus > 0,
        "quotaCpus is %s: give more than 0".formatted(quotaCpus));
    Ranges.require(
        coresPerPackage % numaNodesPerPackage == 0,
        "%d cores on %d NUMA nodes: give each node equally many"
            .formatted(coresPerPackage, numaNodesPerPackage));
  }

  @JsonCreator
  static CoreLayout of(
      @JsonProperty(required = true) int packages,
      @JsonProperty(required = true) int coresPerPackage,
      @JsonProperty(required = true) int threadsPerCore,
      @Nullable Numbering numbering,
      @Nullable Integer numaNodesPerPackage,
      @Nullable Integer hostThreads,
      @Nullable Double quotaCpus,
      boolean hidesSiblings) {
    return new CoreLayout(
        packages,
        coresPerPackage,
        threadsPerCore,
        requireNonNullElse(numbering, Numbering.CORES_FIRST),
        requireNonNullElse(numaNodesPerPackage, 1),
        requireNonNullElse(hostThreads, packages * coresPerPackage * threadsPerCore),
        quotaCpus,
        hidesSiblings);
  }

  private static void require(String what, int value, int most) {
    Ranges.require(
        value >= 1 && value <= most, "%s is %d: give 1 to %d".formatted(what, value, most));
  }

  public int cores() {
    return packages * coresPerPackage;
  }

  /** How many logical CPUs there are; their numbers are 0 and up. */
  public int logicalCpus() {
    return cores() * threadsPerCore;
  }

  /** The physical core of a logical CPU, 0-based over the whole machine. */
  public int core(int cpu) {
    return switch (numbering) {
      case CORES_FIRST -> cpu % cores();
      case ADJACENT -> cpu / threadsPerCore;
    };
  }

  /** The NUMA node of a logical CPU, 0-based over the whole machine. */
  public int numaNode(int cpu) {
    return core(cpu) / (coresPerPackage / numaNodesPerPackage);
  }

  /** Its quota, in periods of 100 ms as Linux has them; null without one. */
  @Nullable CpuQuota quota() {
    return quotaCpus == null ? null : new CpuQuota(quotaCpus, PERIOD_US);
  }

  /** What the machine declares. */
  public Topology declared() {
    return new Topology(
        IntStream.range(0, logicalCpus())
            .mapToObj(cpu ->
                new LogicalCpu(
                    cpu,
                    hidesSiblings ? cpu : core(cpu),
                    core(cpu) / coresPerPackage,
                    numaNode(cpu),
                    0,
                    true,
                    firstOfNode(numaNode(cpu))))
            .toList());
  }

  private int firstOfNode(int node) {
    return IntStream.range(0, logicalCpus())
        .filter(cpu -> numaNode(cpu) == node)
        .findFirst()
        .orElseThrow();
  }
}
