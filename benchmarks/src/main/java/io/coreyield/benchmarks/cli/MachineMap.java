package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A topology as ASCII of at most 80 columns: each core with its siblings next to each other, under
 * a heading that says what the cores share. A core has a row; on large machines several have one.
 */
final class MachineMap {

  private static final int COLUMNS = 80;
  private static final int MAX_ROWS = 32;
  private static final String INDENT = "    ";
  private static final String GAP = "   ";

  /** What the cores under one heading share; no cache if none is shared or known. */
  private record Group(int pkg, int numaNode, int efficiencyClass, @Nullable Integer llc) {}

  private final Topology topology;
  private final boolean cachesAreShared;
  private final boolean isLarge;
  private final int cpuDigits;
  private final int coreDigits;

  private MachineMap(Topology topology) {
    this.topology = topology;
    this.cachesAreShared = topology.cpus().stream().anyMatch(this::sharesCacheBeyondItsCore);
    this.isLarge = topology.physicalCores() > MAX_ROWS;
    this.cpuDigits = digits(topology.cpus().stream().mapToInt(LogicalCpu::id).max().orElse(0));
    this.coreDigits = digits(topology.cpus().stream().mapToInt(LogicalCpu::core).max().orElse(0));
  }

  /** The lines of the map, indented by two. */
  static List<String> lines(Topology topology) {
    return new MachineMap(topology).lines();
  }

  private List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        isLarge
            ? "  each core's number, and its logical CPUs:"
            : "  each core, and its logical CPUs:");
    List<List<LogicalCpu>> cores = topology.cores();
    for (Group group : groups(cores)) {
      lines.add("  " + heading(group));
      lines.addAll(rows(cores.stream().filter(core -> groupOf(core).equals(group)).toList()));
    }
    if (!topology.cpus().stream().allMatch(LogicalCpu::usable)) {
      lines.add("  (n): this process may not use logical CPU n");
    }
    return lines;
  }

  private List<Group> groups(List<List<LogicalCpu>> cores) {
    return cores.stream()
        .map(this::groupOf)
        .distinct()
        .sorted(
            Comparator.comparingInt(Group::pkg)
                .thenComparingInt(Group::numaNode)
                .thenComparingInt(group -> -group.efficiencyClass())
                .thenComparing(Group::llc, Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  private Group groupOf(List<LogicalCpu> core) {
    LogicalCpu first = core.getFirst();
    return new Group(
        first.pkg(),
        first.numaNode(),
        first.efficiencyClass(),
        cachesAreShared ? first.llc() : null);
  }

  /** Where every core has a last-level cache of its own, caches would head each core. */
  private boolean sharesCacheBeyondItsCore(LogicalCpu cpu) {
    return cpu.llc() != null
        && topology.cpus().stream()
            .anyMatch(other ->
                cpu.llc().equals(other.llc())
                    && (other.core() != cpu.core() || other.pkg() != cpu.pkg()));
  }

  private String heading(Group group) {
    String place = "package %d, NUMA node %d".formatted(group.pkg(), group.numaNode());
    String cache = group.llc() == null ? "" : ", last-level cache %d".formatted(group.llc());
    return place + cache + (topology.efficiencyClasses() > 1 ? ", " + kind(group) : "");
  }

  private String kind(Group group) {
    int highest =
        topology.cpus().stream().mapToInt(LogicalCpu::efficiencyClass).max().orElseThrow();
    String rank =
        group.efficiencyClass() == highest
            ? " (most capable)"
            : group.efficiencyClass() == 0 ? " (least capable)" : "";
    return "class %d%s".formatted(group.efficiencyClass(), rank);
  }

  private List<String> rows(List<List<LogicalCpu>> cores) {
    List<String> cells = cores.stream().map(this::cell).toList();
    int width = cells.stream().mapToInt(String::length).max().orElse(0);
    int perRow = isLarge ? cellsPerRow(width) : 1;
    List<String> rows = new ArrayList<>();
    for (int from = 0; from < cells.size(); from += perRow) {
      Stream<String> row = cells.subList(from, Math.min(from + perRow, cells.size())).stream();
      rows.add(
          row.map(cell -> cell + " ".repeat(width - cell.length()))
              .collect(Collectors.joining(GAP, INDENT, ""))
              .stripTrailing());
    }
    return rows;
  }

  /** A power of two, as cores that share a cache or node usually are. */
  private static int cellsPerRow(int width) {
    int fitting = (COLUMNS - INDENT.length() + GAP.length()) / (width + GAP.length());
    return Integer.highestOneBit(Math.max(1, fitting));
  }

  private String cell(List<LogicalCpu> core) {
    String number = padded(Integer.toString(core.getFirst().core()), coreDigits);
    String cpus = core.stream().map(this::cpu).collect(Collectors.joining());
    return (isLarge ? number : "core " + number) + ": " + cpus;
  }

  private String cpu(LogicalCpu cpu) {
    String text = cpu.usable() ? cpu.id() + " " : "(" + cpu.id() + ")";
    return padded(text, cpuDigits + 2);
  }

  private static String padded(String text, int width) {
    return ("%" + width + "s").formatted(text);
  }

  private static int digits(int number) {
    return Integer.toString(number).length();
  }
}
