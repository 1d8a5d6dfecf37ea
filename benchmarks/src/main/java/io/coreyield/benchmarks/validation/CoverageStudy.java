package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.Median;

/** How often 95 % intervals hold the truth. */
final class CoverageStudy {

  /** What a reader may expect of 95 %. */
  static final double MIN = 0.93;

  /** The same from above: wider intervals than needed. */
  static final double MAX = 0.97;

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.quick("quiet", "4c8t-quiet"),
          Scenario.quick("noisy", "4c8t-noisy"),
          Scenario.quick("heavy-tailed", "4c8t-heavy"),
          Scenario.quick("autocorrelated", "4c8t-autocorrelated"),
          Scenario.quick("drifting frequency", "4c8t-drift"),
          Scenario.rounds("few forks", "4c8t-quiet", 2));

  /**
   * What one scenario gave.
   *
   * @param scenario that was run
   * @param found of every campaign
   */
  record Row(Scenario scenario, List<CampaignResult> found) {

    Rate paired() {
      return held(f -> f.paired().headline());
    }

    Rate chipWide() {
      return held(CampaignResult::chipWide);
    }

    /** Of those that have an interval. */
    private Rate held(Function<CampaignResult, Estimate> figure) {
      double truth = scenario.trueYield();
      List<Estimate> estimates = found.stream().map(figure).filter(Estimate::hasInterval).toList();
      return Rate.of(estimates, e -> e.low() <= truth && truth <= e.high());
    }

    double medianHalfWidth() {
      return Median.withDefaults()
          .evaluate(
              found.stream()
                  .map(f -> f.paired().headline())
                  .filter(Estimate::hasInterval)
                  .mapToDouble(Estimate::halfWidth)
                  .toArray());
    }

    String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | `%s` | %d | %s | %s | %.1f | %s |",
          scenario.name(),
          scenario.file(),
          found.size(),
          paired().words(),
          word(paired()),
          100 * medianHalfWidth(),
          chipWide().words());
    }

    private static String word(Rate rate) {
      if (rate.share() < MIN) {
        return "no: too narrow";
      }
      return rate.share() > MAX ? "no: too wide" : "yes";
    }
  }

  private CoverageStudy() {}

  static Row row(Scenario scenario, int campaigns, long firstSeed) {
    return new Row(scenario, Campaigns.run(scenario, campaigns, firstSeed, CampaignResult::of));
  }

  static List<String> header() {
    return List.of(
        "| scenario | machine | campaigns | yield by pairs: interval holds the truth | within 93 to 97 % | half-width, median, points | yield of all cores at once |",
        "| --- | --- | --- | --- | --- | --- | --- |");
  }
}
