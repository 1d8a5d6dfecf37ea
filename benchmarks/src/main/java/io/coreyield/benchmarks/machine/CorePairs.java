package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.CorePair;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.LogicalCpu;
import io.coreyield.analysis.model.Topology;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which logical CPUs are measured against each other: one pair per core. */
public final class CorePairs {

  private CorePairs() {}

  /**
   * One per core whose siblings this process may use; where no core has any, one per core without a
   * sibling, for the controls. Of a core with more than two siblings the first two are taken.
   *
   * @param topology of the machine; only its usable part is taken
   */
  public static List<CorePair> of(Topology topology, Kernel kernel, ConcurrencyModel model) {
    Topology usable = topology.usable();
    List<List<LogicalCpu>> cores =
        usable.cores().stream().filter(c -> !usable.hasSiblings() || c.size() > 1).toList();
    return cores.stream()
        .map(core ->
            new CorePair(
                kernel,
                model,
                core.getFirst().id(),
                core.size() > 1 ? (Integer) core.get(1).id() : null,
                partner(usable, core)))
        .toList();
  }

  private static @Nullable Integer partner(Topology usable, List<LogicalCpu> core) {
    LogicalCpu first = core.getFirst();
    Optional<LogicalCpu> found =
        usable.cores().stream()
            .filter(c -> !c.contains(first))
            .map(List::getFirst)
            .filter(cpu ->
                cpu.pkg() == first.pkg()
                    && cpu.numaNode() == first.numaNode()
                    && cpu.efficiencyClass() == first.efficiencyClass())
            .findFirst();
    return found.map(LogicalCpu::id).orElse(null);
  }
}
