package io.coreyield.analysis.findings.yields;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures behind a figure of pairs: one of each core, or where one core was measured one of
 * each fork.
 *
 * @param byCore whether parts are cores
 * @param parts in the order in which they were first measured; empty where nothing was
 */
public record PairSpread(boolean byCore, List<Part> parts) {

  /** Nothing was measured. */
  public static final PairSpread NONE = new PairSpread(false, List.of());

  /**
   * One core or fork.
   *
   * @param cpu the first logical CPU of the core
   * @param fork its number; of a core that of its first
   * @param gain geometric mean over forks, a fraction
   */
  public record Part(int cpu, int fork, double gain) {}

  /**
   * The spread of what forks say.
   *
   * @param forks of one kernel and model
   * @param gain of a fork; one of which it is NaN does not count
   */
  public static PairSpread of(List<ForkYield> forks, ToDoubleFunction<ForkYield> gain) {
    List<ForkYield> known =
        forks.stream().filter(fork -> Double.isFinite(gain.applyAsDouble(fork))).toList();
    boolean byCore = known.stream().map(ForkYield::cpu).distinct().count() > 1;
    Map<Integer, List<ForkYield>> parts =
        known.stream()
            .collect(
                Collectors.groupingBy(
                    fork -> byCore ? fork.cpu() : fork.trial(),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return new PairSpread(byCore, parts.values().stream().map(part -> part(part, gain)).toList());
  }

  private static Part part(List<ForkYield> forks, ToDoubleFunction<ForkYield> gain) {
    double log =
        forks.stream().mapToDouble(f -> Math.log1p(gain.applyAsDouble(f))).average().orElseThrow();
    return new Part(forks.getFirst().cpu(), forks.getFirst().trial(), Math.expm1(log));
  }
}
