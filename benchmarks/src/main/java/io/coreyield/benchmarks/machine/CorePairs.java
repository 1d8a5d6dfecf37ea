package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The logical CPUs that are measured against each other: one pair per core. */
public final class CorePairs {

  private static final String AUTO = "auto";

  private CorePairs() {}

  /**
   * One pair per core whose siblings this process may use, of its first two siblings. Without any
   * such core: one per core without a sibling, for the controls.
   */
  public static List<CorePair> of(Topology topology, Kernel kernel, ConcurrencyModel model) {
    Topology usable = topology.usable();
    List<List<LogicalCpu>> pairs = usable.siblingPairs();
    return (pairs.isEmpty() ? usable.cores() : pairs)
        .stream()
            .map(core ->
                new CorePair(
                    kernel,
                    model,
                    core.getFirst().id(),
                    pairs.isEmpty() ? null : (Integer) core.get(1).id(),
                    other(usable, core)))
            .toList();
  }

  /** The ceiling partner, else a core of the same kind with another last-level cache, else null. */
  private static @Nullable Integer other(Topology usable, List<LogicalCpu> core) {
    LogicalCpu first = core.getFirst();
    Stream<LogicalCpu> likeCores =
        usable.cores().stream()
            .map(List::getFirst)
            .filter(cpu -> cpu.efficiencyClass() == first.efficiencyClass())
            .filter(cpu -> cpu.pkg() != first.pkg() || cpu.core() != first.core());
    return Stream.concat(usable.ceilingPartner(core).stream(), likeCores)
        .findFirst()
        .map(LogicalCpu::id)
        .orElse(null);
  }

  /**
   * The pair that parameters of the benchmark name.
   *
   * @param first a logical CPU; {@code auto}: of the first core that has siblings, with its
   *     partners, by reading the machine
   * @throws IllegalArgumentException if {@link #requireFirst} refuses {@code first}
   */
  public static CorePair named(
      Kernel kernel, ConcurrencyModel model, String first, String second, String other) {
    if (first.equals(AUTO)) {
      return of(MachineReader.read(Oshi.open()).topology(), kernel, model).getFirst();
    }
    requireFirst(first);
    return new CorePair(
        kernel, model, Integer.parseInt(first), CorePair.cpuOf(second), CorePair.cpuOf(other));
  }

  /** Throws an {@link IllegalArgumentException} if it is neither {@code auto} nor a number. */
  public static void requireFirst(String first) {
    if (!first.equals(AUTO) && CorePair.cpuOf(first) == null) {
      throw new IllegalArgumentException(
          "first=none: a pair needs a first logical CPU: give its number, or auto");
    }
  }
}
