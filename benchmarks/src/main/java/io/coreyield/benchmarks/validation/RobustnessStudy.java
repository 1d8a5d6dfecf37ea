package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What background load does to a yield, with and without the iterations that it tainted: the same
 * seeds on a machine without it and on one with it.
 */
final class RobustnessStudy {

  static final Scenario QUIET = Scenario.quick("without a neighbour", "4c8t-quiet");
  static final Scenario DISTURBED =
      Scenario.quick("a neighbour takes 30 % of a CPU, at random times", "4c8t-bursts");

  /** Campaigns with the same seeds, in the same order, without and with background load. */
  record Pairs(List<CampaignResult> quiet, List<CampaignResult> disturbed) {

    /** How often the load moved the figure by less than the limit. */
    private Rate moves(
        Function<CampaignResult, Estimate> figure, ToDoubleBiFunction<Estimate, Estimate> limit) {
      return Rate.of(
          IntStream.range(0, quiet.size()).boxed().toList(),
          i -> {
            Estimate without = quiet.get(i).paired().headline();
            Estimate with = figure.apply(disturbed.get(i));
            return Math.abs(with.value() - without.value()) < limit.applyAsDouble(with, without);
          });
    }

    Rate holds(Function<CampaignResult, Estimate> figure) {
      double truth = DISTURBED.trueYield();
      return Rate.of(
          disturbed, f -> figure.apply(f).low() <= truth && truth <= figure.apply(f).high());
    }

    /** The mean of the figure less the truth, in points. */
    double biasPoints(Function<CampaignResult, Estimate> figure) {
      return 100 * (mean(figure, Estimate::value) - DISTURBED.trueYield());
    }

    private double mean(
        Function<CampaignResult, Estimate> figure, ToDoubleFunction<Estimate> value) {
      return disturbed.stream()
          .mapToDouble(found -> value.applyAsDouble(figure.apply(found)))
          .average()
          .orElse(Double.NaN);
    }

    List<String> markdown() {
      return List.of(
          row("without tainted blocks (the headline)", f -> f.paired().headline()),
          row("with all blocks", f -> f.paired().all()));
    }

    private String row(String name, Function<CampaignResult, Estimate> figure) {
      return "| %s | %d | %s | %s | %s | %+.2f | %.2f |"
          .formatted(
              name,
              disturbed.size(),
              moves(figure, (with, without) -> with.halfWidth()),
              moves(figure, (with, without) -> without.halfWidth()),
              holds(figure),
              biasPoints(figure),
              100 * mean(figure, Estimate::halfWidth));
    }
  }

  static final List<String> HEADER =
      Markdown.header(
          "paired yield",
          "campaigns",
          "background load moves it by less than its own interval",
          "by less than the interval of the same campaign without the load",
          "interval holds the truth",
          "mean error, points",
          "half-width, points");

  private RobustnessStudy() {}

  static Pairs run(int campaigns, long firstSeed) {
    return new Pairs(
        Campaigns.run(QUIET, campaigns, firstSeed, CampaignResult::of).found(),
        Campaigns.run(DISTURBED, campaigns, firstSeed, CampaignResult::of).found());
  }
}
