package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.BlockRatios;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The trials of pairs that gave a result, of one kernel and model.
 *
 * @param trials in order; empty where pairs were planned and none gave a result
 */
public record PairResults(Kernel kernel, ConcurrencyModel model, List<Trial> trials) {

  private record Key(Kernel kernel, ConcurrencyModel model) {
    static Key of(CorePair pair) {
      return new Key(pair.kernel(), pair.model());
    }
  }

  /** One per kernel and model that was planned or run, in the order of the plan. */
  public static List<PairResults> of(Run run) {
    Map<Key, List<Trial>> groups = new LinkedHashMap<>();
    run.info().plan().pairs().forEach(p -> groups.putIfAbsent(Key.of(p), new ArrayList<>()));
    run.trials().stream()
        .filter(Trial::succeeded)
        .forEach(trial ->
            trial
                .pair()
                .forEach(
                    p -> groups.computeIfAbsent(Key.of(p), _ -> new ArrayList<>()).add(trial)));
    return groups.entrySet().stream()
        .map(e ->
            new PairResults(e.getKey().kernel(), e.getKey().model(), List.copyOf(e.getValue())))
        .toList();
  }

  /** How many cores they ran on. */
  int cores() {
    return (int) trials.stream().flatMap(Trial::pair).map(CorePair::first).distinct().count();
  }

  /**
   * Figures of every block that has all of them.
   *
   * @param figures of the ratios of one block; a block of which one is not finite is left out
   */
  List<Block> blocks(Function<BlockRatios, double[]> figures) {
    return trials.stream().flatMap(trial -> blocks(trial, figures)).toList();
  }

  /** What each fork says by itself, in order. */
  List<ForkYield> forks() {
    return trials.stream()
        .map(trial ->
            new ForkYield(
                trial.number(),
                trial.pair().mapToInt(CorePair::first).findFirst().orElseThrow(),
                Math.expm1(meanLog(trial, BlockRatios::both)),
                Math.expm1(meanLog(trial, BlockRatios::separate))))
        .toList();
  }

  private static double meanLog(Trial trial, ToDoubleFunction<BlockRatios> ratio) {
    return trial.measurements().stream()
        .mapToDouble(
            iteration -> Math.log(ratio.applyAsDouble(BlockRatios.of(iteration.windows()))))
        .filter(Double::isFinite)
        .average()
        .orElse(Double.NaN);
  }

  private static Stream<Block> blocks(Trial trial, Function<BlockRatios, double[]> figures) {
    String core = trial.pair().map(p -> Integer.toString(p.first())).findFirst().orElseThrow();
    return trial.measurements().stream()
        .map(iteration -> figures.apply(BlockRatios.of(iteration.windows())))
        .filter(values -> Arrays.stream(values).allMatch(Double::isFinite))
        .map(values -> Block.of(core, trial.number(), values));
  }

  /** Geometric mean of the throughput of one worker alone on a core; NaN where there is none. */
  double soloElementsPerSecond() {
    return Math.exp(
        trials.stream()
            .flatMap(trial -> trial.measurements().stream())
            .map(Iteration::windows)
            .flatMap(List::stream)
            .filter(w ->
                w.arm() == PairArm.FIRST || w.arm() == PairArm.SECOND || w.arm() == PairArm.OTHER)
            .mapToDouble(w -> Math.log(w.elementsPerSecond()))
            .average()
            .orElse(Double.NaN));
  }
}
