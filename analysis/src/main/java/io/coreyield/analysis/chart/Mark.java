package io.coreyield.analysis.chart;

import io.coreyield.analysis.model.machine.Topology;
import java.util.List;
import java.util.stream.Stream;

/** A named place on the x axis. */
public record Mark(double at, String label) {

  /**
   * The physical cores and the logical CPUs, where they lie on an axis of worker or CPU counts. The
   * rightmost is first: its label, in the upper row, is above the line of the other.
   */
  static List<Mark> of(Topology topology, Axis counts) {
    int cores = topology.physicalCores();
    Stream<Mark> logical =
        topology.hasSiblings()
            ? Stream.of(
                new Mark(topology.logicalCpus(), topology.logicalCpus() + " with their siblings"))
            : Stream.of();
    String label = cores + (cores == 1 ? " physical core" : " physical cores");
    return Stream.concat(logical, Stream.of(new Mark(cores, label)))
        .filter(mark -> counts.holds(mark.at))
        .toList();
  }
}
