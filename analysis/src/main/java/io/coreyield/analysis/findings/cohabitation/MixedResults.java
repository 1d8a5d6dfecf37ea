package io.coreyield.analysis.findings.cohabitation;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.MixedRatios;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Block;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The trials of two kernels beside each other that gave a result.
 *
 * @param trials in order
 */
record MixedResults(List<Trial> trials) {

  static MixedResults of(Run run, Kernel kernel, Kernel beside) {
    return new MixedResults(
        run.trials().stream()
            .filter(Trial::succeeded)
            .filter(trial ->
                trial.mixed().anyMatch(m -> m.kernel(0) == kernel && m.kernel(1) == beside))
            .toList());
  }

  /** How many cores they ran on. */
  int cores() {
    return (int)
        trials.stream().flatMap(Trial::mixed).map(m -> m.pair().first()).distinct().count();
  }

  /** The logarithms of both relative speeds in every block that has them. */
  List<Block> logs(Function<MixedRatios, MixedRatios.Speeds> place) {
    return blocks(ratios -> {
      MixedRatios.Speeds speeds = place.apply(ratios);
      return new double[] {Math.log(speeds.first()), Math.log(speeds.second())};
    });
  }

  /** The same on the siblings and then on two cores: four figures. */
  List<Block> allLogs() {
    return blocks(ratios ->
        new double[] {
          Math.log(ratios.siblings().first()),
          Math.log(ratios.siblings().second()),
          Math.log(ratios.cores().first()),
          Math.log(ratios.cores().second())
        });
  }

  private List<Block> blocks(Function<MixedRatios, double[]> figures) {
    return trials.stream().flatMap(trial -> blocks(trial, figures)).toList();
  }

  private static Stream<Block> blocks(Trial trial, Function<MixedRatios, double[]> figures) {
    String core =
        trial.mixed().map(m -> Integer.toString(m.pair().first())).findFirst().orElseThrow();
    return trial.measurements().stream()
        .map(Iteration::windows)
        .map(windows -> Block.of(core, trial.number(), figures.apply(MixedRatios.of(windows))))
        .filter(block -> block.figures().stream().allMatch(Double::isFinite));
  }
}
