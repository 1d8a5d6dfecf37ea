package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.report.tables.Table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The map of the machine: its cores with their siblings beside each other. */
public final class CoresTable {

  private CoresTable() {}

  /** One row per physical core; columns that say the same of every core are left out. */
  public static Table of(Topology topology) {
    List<List<LogicalCpu>> cores = topology.cores();
    Table all =
        new Table(
            "cores",
            "Logical CPUs by physical core, as the machine declares them.",
            List.of(
                Column.words("package", "Package"),
                Column.words("core", "Core"),
                Column.words("cpus", topology.hasSiblings() ? "Siblings" : "Logical CPU"),
                Column.words("numa_node", "NUMA node"),
                Column.words("efficiency_class", "Kind of core"),
                Column.words("llc", "Last-level cache"),
                Column.words("not_usable", "Not for this run")),
            cores.stream().map(CoresTable::row).toList());
    return all.without(constant(topology));
  }

  private static String[] constant(Topology topology) {
    List<String> constant = new ArrayList<>();
    if (topology.packages() == 1) {
      constant.add("package");
    }
    if (topology.numaNodes() == 1) {
      constant.add("numa_node");
    }
    if (topology.efficiencyClasses() == 1) {
      constant.add("efficiency_class");
    }
    if (topology.cpus().stream().map(CoresTable::cache).distinct().count() == 1) {
      constant.add("llc");
    }
    if (topology.cpus().stream().allMatch(LogicalCpu::usable)) {
      constant.add("not_usable");
    }
    return constant.toArray(String[]::new);
  }

  private static List<Cell> row(List<LogicalCpu> core) {
    LogicalCpu first = core.getFirst();
    return List.of(
        new Cell.Words("" + first.pkg()),
        new Cell.Words("" + first.core()),
        new Cell.Words(ids(core)),
        new Cell.Words("" + first.numaNode()),
        new Cell.Words("" + first.efficiencyClass()),
        new Cell.Words(cache(first)),
        new Cell.Words(ids(core.stream().filter(cpu -> !cpu.usable()).toList())));
  }

  private static String cache(LogicalCpu cpu) {
    return cpu.llc() == null ? "not known" : "of CPU " + cpu.llc();
  }

  private static String ids(List<LogicalCpu> cpus) {
    return cpus.stream().map(cpu -> "CPU " + cpu.id()).collect(Collectors.joining(", "));
  }
}
