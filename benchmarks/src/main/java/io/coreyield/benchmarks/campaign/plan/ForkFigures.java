package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.trial.BlockRatios;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.MixedRatios;
import io.coreyield.analysis.model.trial.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What one fork measured, and what that cost.
 *
 * @param group what it ran: forks of one group are replicates
 * @param core the core that it ran on; empty where the scheduler chose
 * @param logs the logarithm of the figure of each measurement iteration, all finite; at least one
 * @param forkSeconds wall time of the trial without its measurement iterations
 */
public record ForkFigures(
    String group, String core, List<Double> logs, double forkSeconds, double iterationSeconds) {

  /** The throughput of each configuration; both names of the A/A control are one. */
  public static List<ForkFigures> ofSummations(List<Trial> trials) {
    return trials.stream()
        .flatMap(trial ->
            Stream.concat(trial.configuration(), trial.aaRepeat())
                .flatMap(c -> ofSummation(trial, c)))
        .toList();
  }

  private static Stream<ForkFigures> ofSummation(Trial trial, Configuration configuration) {
    double elements = configuration.elementsPerOperation();
    return of(
        trial,
        configuration.toString(),
        "",
        iteration -> elements * iteration.operations() / iteration.durationNs());
  }

  /**
   * The ratio that a pair is measured for, by kernel and model: of both siblings to one alone, or
   * where the core has no second of two cores to one. Of mixed pairs the sum of relative speeds.
   */
  public static List<ForkFigures> ofPairs(List<Trial> trials) {
    return trials.stream()
        .flatMap(t ->
            Stream.concat(
                t.pair().flatMap(pair -> ofPair(t, pair)),
                t.mixed().flatMap(mixed -> ofMixed(t, mixed))))
        .toList();
  }

  private static Stream<ForkFigures> ofMixed(Trial trial, MixedPair mixed) {
    return of(
        trial,
        "%s beside %s %s".formatted(mixed.kernel(0), mixed.kernel(1), mixed.pair().model()),
        Integer.toString(mixed.pair().first()),
        iteration -> {
          MixedRatios ratios = MixedRatios.of(iteration.windows());
          return (mixed.pair().second() == null ? ratios.cores() : ratios.siblings()).sum();
        });
  }

  private static Stream<ForkFigures> ofPair(Trial trial, CorePair pair) {
    return of(
        trial,
        pair.kernel() + " " + pair.model(),
        Integer.toString(pair.first()),
        iteration -> {
          BlockRatios ratios = BlockRatios.of(iteration.windows());
          return pair.second() == null ? ratios.separate() : ratios.both();
        });
  }

  private static Stream<ForkFigures> of(
      Trial trial, String group, String core, ToDoubleFunction<Iteration> figure) {
    List<Iteration> measured = trial.measurements();
    double[] logs =
        measured.stream()
            .mapToDouble(iteration -> Math.log(figure.applyAsDouble(iteration)))
            .filter(Double::isFinite)
            .toArray();
    if (!trial.succeeded() || logs.length == 0) {
      return Stream.empty();
    }
    double measuring = (measured.getLast().endNs() - measured.getFirst().startNs()) / 1e9;
    return Stream.of(
        new ForkFigures(
            group,
            core,
            Arrays.stream(logs).boxed().toList(),
            trial.wallSeconds() - measuring,
            measuring / measured.size()));
  }

  double[] values() {
    return logs.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
