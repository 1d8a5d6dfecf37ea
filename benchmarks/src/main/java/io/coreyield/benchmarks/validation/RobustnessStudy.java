package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a neighbour does to a yield, with and without the iterations that it tainted: the same seeds
 * on a machine without it and on one with it.
 */
final class RobustnessStudy {

  static final Scenario QUIET = Scenario.quick("without a neighbour", "4c8t-quiet");
  static final Scenario DISTURBED =
      Scenario.quick("a neighbour takes 30 % of a CPU, at random times", "4c8t-bursts");

  /**
   * Campaigns with the same seeds, in the same order.
   *
   * @param quiet without the neighbour
   * @param disturbed with it
   */
  record Pairs(List<CampaignResult> quiet, List<CampaignResult> disturbed) {

    /** How often the neighbour moved the figure by less than the figure's own half-width. */
    Rate stays(Function<CampaignResult, Estimate> figure) {
      return moves(figure, (with, without) -> with.halfWidth());
    }

    /** How often it moved the figure by less than the half-width of the quiet campaign. */
    Rate staysQuiet(Function<CampaignResult, Estimate> figure) {
      return moves(figure, (with, without) -> without.halfWidth());
    }

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

    /** How often the interval holds the truth. */
    Rate holds(Function<CampaignResult, Estimate> figure) {
      double truth = DISTURBED.trueYield();
      return Rate.of(
          disturbed, f -> figure.apply(f).low() <= truth && truth <= figure.apply(f).high());
    }

    /** The mean of the figure less the truth, in points. */
    double biasPoints(Function<CampaignResult, Estimate> figure) {
      return 100 * (mean(figure, Estimate::value) - DISTURBED.trueYield());
    }

    double halfWidthPoints(Function<CampaignResult, Estimate> figure) {
      return 100 * mean(figure, Estimate::halfWidth);
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
      return String.format(
          Locale.ROOT,
          "| %s | %d | %s | %s | %s | %+.2f | %.2f |",
          name,
          disturbed.size(),
          stays(figure).words(),
          staysQuiet(figure).words(),
          holds(figure).words(),
          biasPoints(figure),
          halfWidthPoints(figure));
    }
  }

  private RobustnessStudy() {}

  static Pairs run(int campaigns, long firstSeed) {
    return new Pairs(
        Campaigns.run(QUIET, campaigns, firstSeed, CampaignResult::of),
        Campaigns.run(DISTURBED, campaigns, firstSeed, CampaignResult::of));
  }

  static List<String> header() {
    return List.of(
        "| yield by pairs | campaigns | the neighbour moves it by less than its own interval | by less than the interval of the same campaign without the neighbour | interval holds the truth | mean error, points | half-width, points |",
        "| --- | --- | --- | --- | --- | --- | --- |");
  }
}
