package io.coreyield.analysis.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which logical CPUs share a physical core, a package and a NUMA node. Read from what the machine
 * declares, never from numbering.
 *
 * @param cpus the online logical CPUs, in the order of their numbers; at least one
 */
public record Topology(List<LogicalCpu> cpus) {

  /** More logical CPUs than any machine has; a file that names more is not believed. */
  public static final int MAX_CPUS = 8192;

  /**
   * Sorts and copies the list.
   *
   * @throws IllegalArgumentException if it is empty, too long, or names a CPU twice
   */
  public Topology {
    if (cpus.isEmpty() || cpus.size() > MAX_CPUS) {
      throw new IllegalArgumentException(
          "a machine has 1 to %d logical CPUs, not %d".formatted(MAX_CPUS, cpus.size()));
    }
    cpus = cpus.stream().sorted(Comparator.comparingInt(LogicalCpu::id)).toList();
    Set<Integer> ids = new HashSet<>();
    for (LogicalCpu cpu : cpus) {
      if (!ids.add(cpu.id())) {
        throw new IllegalArgumentException("logical CPU %d is named twice".formatted(cpu.id()));
      }
    }
  }

  /** The logical CPUs of each physical core: cores by package, then in order of their first CPU. */
  public List<List<LogicalCpu>> cores() {
    Map<Long, List<LogicalCpu>> byCore = new LinkedHashMap<>();
    for (LogicalCpu cpu : cpus) {
      byCore
          .computeIfAbsent(((long) cpu.pkg() << 32) | cpu.core(), key -> new ArrayList<>())
          .add(cpu);
    }
    return byCore.values().stream()
        .sorted(
            Comparator.comparingInt((List<LogicalCpu> core) -> core.getFirst().pkg())
                .thenComparingInt(core -> core.getFirst().id()))
        .map(List::copyOf)
        .toList();
  }

  /** The logical CPUs with siblings beside each other: the order in which to draw them. */
  public List<LogicalCpu> siblingsAdjacent() {
    return cores().stream().flatMap(List::stream).toList();
  }

  /** How many logical CPUs are online. */
  public int logicalCpus() {
    return cpus.size();
  }

  /** How many physical cores they belong to. */
  public int physicalCores() {
    return cores().size();
  }

  /** How many packages they belong to. */
  public int packages() {
    return (int) cpus.stream().mapToInt(LogicalCpu::pkg).distinct().count();
  }

  /** How many NUMA nodes they belong to. */
  public int numaNodes() {
    return (int) cpus.stream().mapToInt(LogicalCpu::numaNode).distinct().count();
  }

  /** The most logical CPUs that one core has: 1 without SMT. */
  public int threadsPerCore() {
    return cores().stream().mapToInt(List::size).max().orElseThrow();
  }

  /** Whether any core has two logical CPUs. */
  public boolean hasSiblings() {
    return threadsPerCore() > 1;
  }

  /** Whether this process may run on at least one logical CPU. */
  public boolean hasUsable() {
    return cpus.stream().anyMatch(LogicalCpu::usable);
  }

  /**
   * The part of the machine that this process may run on.
   *
   * @throws IllegalArgumentException if it may run on none
   */
  public Topology usable() {
    return new Topology(cpus.stream().filter(LogicalCpu::usable).toList());
  }

  /** In words: {@code 4 cores × 2 threads}, {@code 2 cores, no SMT siblings}. */
  public String summary() {
    int cores = physicalCores();
    String coreWords = "%d core%s".formatted(cores, cores == 1 ? "" : "s");
    String packageWords = packages() == 1 ? "" : "%d packages, ".formatted(packages());
    if (!hasSiblings()) {
      return packageWords + coreWords + ", no SMT siblings";
    }
    boolean uniform = cores * threadsPerCore() == logicalCpus();
    return packageWords
        + coreWords
        + (uniform
            ? " × %d threads".formatted(threadsPerCore())
            : ", %d logical CPUs".formatted(logicalCpus()));
  }
}
