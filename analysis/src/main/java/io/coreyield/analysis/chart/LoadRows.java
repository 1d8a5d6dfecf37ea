package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.LoadMap.Edge;
import io.coreyield.analysis.chart.LoadMap.Row;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The rows of a load map: logical CPUs, siblings together. Where they are too many to read, a row
 * is a core; where those are too many, as few neighbouring cores of one NUMA node as will do.
 */
final class LoadRows {

  /** More rows than this cannot be told apart. */
  static final int MAX_ROWS = 32;

  /** Cores of one package and NUMA node, by their place among all cores. */
  private record Node(int pkg, int number, List<Integer> cores) {}

  private final List<List<LogicalCpu>> cores;
  private final List<Integer> sampled;

  private LoadRows(Topology topology, List<Integer> sampled) {
    this.sampled = sampled;
    this.cores =
        topology.cores().stream()
            .map(core -> core.stream().filter(cpu -> sampled.contains(cpu.id())).toList())
            .filter(core -> !core.isEmpty())
            .toList();
  }

  /**
   * Of the CPUs that both the machine and the load hold.
   *
   * @param sampled numbers of the logical CPUs, in the order of the load
   */
  static List<Row> of(Topology topology, List<Integer> sampled) {
    LoadRows rows = new LoadRows(topology, sampled);
    int cpus = rows.cores.stream().mapToInt(List::size).sum();
    return cpus <= MAX_ROWS ? rows.cpus() : rows.groups();
  }

  private List<Row> cpus() {
    List<Row> rows = new ArrayList<>();
    for (int core = 0; core < cores.size(); core++) {
      Edge edge = edge(core, Edge.CORE);
      for (LogicalCpu cpu : cores.get(core)) {
        rows.add(row("CPU " + cpu.id(), List.of(cpu), 0, edge));
        edge = Edge.NONE;
      }
    }
    return rows;
  }

  private List<Row> groups() {
    List<Node> nodes = nodes();
    int size = 1;
    while (size < cores.size() && count(nodes, size) > Math.max(MAX_ROWS, nodes.size())) {
      size++;
    }
    List<Row> rows = new ArrayList<>();
    for (Node node : nodes) {
      for (int from = 0; from < node.cores.size(); from += size) {
        rows.add(row(node, from, Math.min(node.cores.size(), from + size)));
      }
    }
    return rows;
  }

  private static int count(List<Node> nodes, int size) {
    return nodes.stream().mapToInt(node -> Math.ceilDiv(node.cores.size(), size)).sum();
  }

  private List<Node> nodes() {
    Map<List<Integer>, List<Integer>> byNode =
        IntStream.range(0, cores.size())
            .boxed()
            .collect(
                Collectors.groupingBy(
                    i -> List.of(first(i).pkg(), first(i).numaNode()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byNode.entrySet().stream()
        .map(e -> new Node(e.getKey().getFirst(), e.getKey().getLast(), e.getValue()))
        .toList();
  }

  private Row row(Node node, int from, int to) {
    List<Integer> some = node.cores.subList(from, to);
    List<LogicalCpu> cpus = some.stream().flatMap(i -> cores.get(i).stream()).toList();
    return row(name(node, some), cpus, some.size(), edge(some.getFirst(), Edge.NONE));
  }

  private String name(Node node, List<Integer> some) {
    if (some.size() == 1) {
      return cores.get(some.getFirst()).stream()
          .map(cpu -> Integer.toString(cpu.id()))
          .collect(Collectors.joining(", ", "CPU ", ""));
    }
    return some.size() == node.cores.size()
        ? "node " + node.number
        : "cores %d–%d".formatted(some.getFirst(), some.getLast());
  }

  private Row row(String name, List<LogicalCpu> cpus, int of, Edge edge) {
    return new Row(name, cpus.stream().map(cpu -> sampled.indexOf(cpu.id())).toList(), of, edge);
  }

  /** What separates a core from the one before it. */
  private Edge edge(int core, Edge within) {
    if (core == 0) {
      return Edge.NONE;
    }
    if (first(core).pkg() != first(core - 1).pkg()) {
      return Edge.PACKAGE;
    }
    return first(core).numaNode() == first(core - 1).numaNode() ? within : Edge.CORE;
  }

  private LogicalCpu first(int core) {
    return cores.get(core).getFirst();
  }
}
