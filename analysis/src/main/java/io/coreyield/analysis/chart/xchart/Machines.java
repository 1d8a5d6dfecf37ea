package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Heading;
import io.coreyield.analysis.chart.xchart.AxesFigure.Mark;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import java.util.List;
import java.util.Set;

/** What figures say of the machine that was measured. */
final class Machines {

  private Machines() {}

  /** A title, and the machine beneath it; a figure of a simulated machine says so. */
  static Heading heading(String title, RunInfo info) {
    Heading heading = heading(title, info.machine(), info.simulated());
    return info.imported() == null
        ? heading
        : new Heading("Captured by another tool", title, info.machine().cpu());
  }

  /** The same of what is no run. */
  static Heading heading(String title, Machine machine, boolean simulated) {
    String origin = simulated ? "Simulated, nothing was measured" : "";
    return new Heading(origin, title, machine.cpu() + " · " + machine.topology().summary());
  }

  /** Marks at the physical cores and the logical CPUs, at {@code log2} of their numbers. */
  static List<Mark> log2Marks(Topology topology, Axis workers) {
    return marks(topology).stream()
        .map(mark -> new Mark(Axis.log2(mark.at()), mark.label()))
        .filter(mark -> mark.at() >= workers.min() && mark.at() <= workers.max())
        .toList();
  }

  /** Marks at the physical cores and the logical CPUs that lie on the axis. */
  static List<Mark> marks(Topology topology, Axis cpus) {
    return marks(topology).stream()
        .filter(mark -> mark.at() >= cpus.min() && mark.at() <= cpus.max())
        .toList();
  }

  /** The worker counts whose labels matter most. */
  static Set<Integer> importantCounts(Topology topology) {
    return Set.copyOf(
        List.of(1, topology.physicalCores(), topology.logicalCpus()).stream().distinct().toList());
  }

  /** The rightmost first: its label, in the upper row, is above the line of the other. */
  private static List<Mark> marks(Topology topology) {
    int cores = topology.physicalCores();
    Mark core = new Mark(cores, counted(cores, "physical core"));
    return topology.hasSiblings()
        ? List.of(new Mark(topology.logicalCpus(), topology.logicalCpus() + " logical CPUs"), core)
        : List.of(core);
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }
}
