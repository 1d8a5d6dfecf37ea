package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.LogicalCpu;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Topology;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which logical CPU each worker is pinned to. */
public final class PlacementOrder {

  private PlacementOrder() {}

  /**
   * One logical CPU per worker, in order; empty for {@link Placement#OS}. More workers than logical
   * CPUs go round again.
   *
   * @param topology of the machine; only its usable part is taken
   * @throws IllegalArgumentException if this process may run on none of it
   */
  public static List<Integer> of(Placement placement, Topology topology, int workers) {
    if (placement == Placement.OS) {
      return List.of();
    }
    Topology usable = topology.usable();
    List<LogicalCpu> order =
        switch (placement) {
          case SPREAD -> coresFirst(usable);
          case SIBLINGS -> usable.siblingsAdjacent();
          case SAME, OS -> List.of(usable.cpus().getFirst());
        };
    return IntStream.range(0, workers)
        .mapToObj(worker -> order.get(worker % order.size()).id())
        .toList();
  }

  private static List<LogicalCpu> coresFirst(Topology usable) {
    List<LogicalCpu> order = new ArrayList<>();
    for (int sibling = 0; sibling < usable.threadsPerCore(); sibling++) {
      for (List<LogicalCpu> core : usable.cores()) {
        if (sibling < core.size()) {
          order.add(core.get(sibling));
        }
      }
    }
    return order;
  }
}
