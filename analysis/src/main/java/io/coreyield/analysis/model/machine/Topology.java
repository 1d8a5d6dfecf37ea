package io.coreyield.analysis.model.machine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Which logical CPUs share a physical core, a package and a NUMA node. Read from what the machine
 * declares, never from numbering.
 *
 * @param cpus the online logical CPUs, in the order of their numbers; at least one
 * @param offline numbers of the logical CPUs that are there but offline, in order: which core they
 *     belong to is not known
 */
public record Topology(List<LogicalCpu> cpus, List<Integer> offline) {

  /** More than any machine has; a file with more is refused. */
  public static final int MAX_CPUS = 8192;

  /**
   * Throws an {@link IllegalArgumentException} if no CPU is online, there are too many, or one is
   * named twice.
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
    offline = offline.stream().sorted().toList();
    for (int id : offline) {
      if (id < 0 || !ids.add(id)) {
        throw new IllegalArgumentException(
            "offline logical CPU %d is negative, online or named twice".formatted(id));
      }
    }
  }

  /** A machine with all its logical CPUs online. */
  public Topology(List<LogicalCpu> cpus) {
    this(cpus, List.of());
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

  /**
   * The first two usable logical CPUs of each core that has two or more: what an SMT yield is
   * measured on. In the order of {@link #cores}; empty where there is no pair.
   */
  public List<List<LogicalCpu>> siblingPairs() {
    return cores().stream()
        .map(Topology::usableOf)
        .filter(core -> core.size() > 1)
        .map(core -> core.subList(0, 2))
        .toList();
  }

  /**
   * The cores of which this process may use some logical CPUs and not others, whole, in the order
   * of {@link #cores}: an affinity mask or cpuset cuts their siblings apart.
   */
  public List<List<LogicalCpu>> cutCores() {
    return cores().stream()
        .filter(core -> !usableOf(core).isEmpty() && usableOf(core).size() < core.size())
        .toList();
  }

  /**
   * The first usable logical CPU of another core that is a peer of this one: with it, two workers
   * share all that siblings share, except the core. Of several such cores the next in the cyclic
   * order of {@link #cores}; empty where there is none.
   *
   * @param core all or some of the logical CPUs of one core
   * @throws IllegalArgumentException if they are of no core, or of more than one
   */
  public Optional<LogicalCpu> ceilingPartner(List<LogicalCpu> core) {
    List<List<LogicalCpu>> rotated = new ArrayList<>(cores());
    int at =
        IntStream.range(0, rotated.size())
            .filter(i -> rotated.get(i).containsAll(core))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException(core + " is no core of this machine"));
    Collections.rotate(rotated, -at);
    LogicalCpu own = rotated.getFirst().getFirst();
    return rotated.stream()
        .skip(1)
        .flatMap(other -> usableOf(other).stream().limit(1))
        .filter(own::isPeerOf)
        .findFirst();
  }

  private static List<LogicalCpu> usableOf(List<LogicalCpu> core) {
    return core.stream().filter(LogicalCpu::usable).toList();
  }

  /** The logical CPUs with siblings next to each other: the order in which to draw them. */
  public List<LogicalCpu> siblingsAdjacent() {
    return cores().stream().flatMap(List::stream).toList();
  }

  /** How many logical CPUs are online. */
  public int logicalCpus() {
    return cpus.size();
  }

  public int physicalCores() {
    return cores().size();
  }

  public int packages() {
    return (int) cpus.stream().mapToInt(LogicalCpu::pkg).distinct().count();
  }

  /** How many kinds of core there are: 1 but for hybrid machines. */
  public int efficiencyClasses() {
    return (int) cpus.stream().mapToInt(LogicalCpu::efficiencyClass).distinct().count();
  }

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

  /** Whether this process may run on any logical CPU. */
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

  /** The part of the machine that this process may run on; all of it where no CPU is usable. */
  public Topology usableOrAll() {
    return hasUsable() ? usable() : this;
  }

  /**
   * The same logical CPUs with cores as they were measured. A core is numbered by its first logical
   * CPU, and lies where the system places that one.
   *
   * @param measured which logical CPUs were measured; all others keep the cores that the system
   *     declares
   * @param groups the logical CPUs of each core that two or more of them share; each other measured
   *     one has a core of its own
   */
  public Topology withCores(List<Integer> measured, List<List<Integer>> groups) {
    Map<Integer, LogicalCpu> byId =
        cpus.stream().collect(Collectors.toMap(LogicalCpu::id, Function.identity()));
    Map<LogicalCpu, LogicalCpu> firsts = new HashMap<>();
    for (List<LogicalCpu> core : cores()) {
      List<LogicalCpu> kept = core.stream().filter(c -> !measured.contains(c.id())).toList();
      kept.forEach(cpu -> firsts.put(cpu, kept.getFirst()));
    }
    for (List<Integer> group : groups) {
      List<LogicalCpu> core = group.stream().map(byId::get).filter(Objects::nonNull).toList();
      core.forEach(cpu -> firsts.put(cpu, core.getFirst()));
    }
    return new Topology(
        cpus.stream().map(cpu -> cpu.onCoreOf(firsts.getOrDefault(cpu, cpu))).toList(), offline);
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
