package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Which logical CPU each worker is pinned to. */
public final class PlacementOrder {

  private PlacementOrder() {}

  /**
   * One logical CPU per worker, in order; empty for {@link Placement#OS}. The order repeats for
   * more workers than logical CPUs. The most capable cores come first, then cores by package. Only
   * the usable part of the topology counts.
   *
   * @throws IllegalArgumentException if this process may run on none of it
   */
  public static List<Integer> of(Placement placement, Topology topology, int workers) {
    if (placement == Placement.OS) {
      return List.of();
    }
    Topology usable = topology.usable();
    List<List<LogicalCpu>> cores = mostCapableFirst(usable);
    List<LogicalCpu> order =
        switch (placement) {
          case SPREAD -> coresFirst(cores);
          case SIBLINGS -> cores.stream().flatMap(List::stream).toList();
          case SAME, OS -> List.of(cores.getFirst().getFirst());
        };
    return IntStream.range(0, workers)
        .mapToObj(worker -> order.get(worker % order.size()).id())
        .toList();
  }

  /** Each further worker gets the best core that is left. */
  private static List<List<LogicalCpu>> mostCapableFirst(Topology usable) {
    return usable.cores().stream()
        .sorted(
            Comparator.comparingInt((List<LogicalCpu> core) -> core.getFirst().efficiencyClass())
                .reversed())
        .toList();
  }

  private static List<LogicalCpu> coresFirst(List<List<LogicalCpu>> cores) {
    List<LogicalCpu> order = new ArrayList<>();
    int most = cores.stream().mapToInt(List::size).max().orElse(0);
    for (int sibling = 0; sibling < most; sibling++) {
      for (List<LogicalCpu> core : cores) {
        if (sibling < core.size()) {
          order.add(core.get(sibling));
        }
      }
    }
    return order;
  }
}
