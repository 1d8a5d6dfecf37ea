package io.coreyield.analysis.report.tables;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import java.util.List;
import java.util.stream.Collectors;

/** The map of the machine: its cores with their siblings next to each other. */
public final class CoresTable {

  private CoresTable() {}

  /** One row per physical core, without columns that are the same for every core. */
  public static Table of(Topology topology) {
    Columns<List<LogicalCpu>> columns = new Columns<>();
    if (topology.packages() > 1) {
      columns.words("package", "Package", core -> "" + core.getFirst().pkg());
    }
    columns
        .words("core", "Core", core -> "" + core.getFirst().core())
        .words("cpus", topology.hasSiblings() ? "Siblings" : "Logical CPU", CoresTable::ids);
    if (topology.numaNodes() > 1) {
      columns.words("numa_node", "NUMA node", core -> "" + core.getFirst().numaNode());
    }
    if (topology.efficiencyClasses() > 1) {
      columns.words(
          "efficiency_class", "Kind of core", core -> "" + core.getFirst().efficiencyClass());
    }
    if (topology.cpus().stream().map(CoresTable::cache).distinct().count() > 1) {
      columns.words("llc", "Last-level cache", core -> cache(core.getFirst()));
    }
    if (!topology.cpus().stream().allMatch(LogicalCpu::usable)) {
      columns.words(
          "not_usable",
          "Not usable",
          core -> ids(core.stream().filter(cpu -> !cpu.usable()).toList()));
    }
    return columns.table("cores", "Logical CPUs by physical core.", topology.cores().stream());
  }

  private static String cache(LogicalCpu cpu) {
    return cpu.llc() == null ? "not known" : "of CPU " + cpu.llc();
  }

  private static String ids(List<LogicalCpu> cpus) {
    return cpus.stream().map(cpu -> "CPU " + cpu.id()).collect(Collectors.joining(", "));
  }
}
