package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.Median;

/** How often 95 % intervals hold the truth. */
final class CoverageStudy {

  /** The share of intervals below which they are too narrow. */
  private static final double MIN = 0.93;

  /** The share above which they are too wide. */
  private static final double MAX = 0.97;

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.quick("quiet", "4c8t-quiet"),
          Scenario.quick("noisy", "4c8t-noisy"),
          Scenario.quick("heavy-tailed", "4c8t-heavy"),
          Scenario.quick("autocorrelated", "4c8t-autocorrelated"),
          Scenario.quick("drifting frequency", "4c8t-drift"),
          Scenario.rounds("few forks", "4c8t-quiet", 2));

  static final List<String> HEADER =
      Markdown.header(
          "scenario",
          "machine",
          "campaigns",
          "yield by pairs: interval holds the truth",
          "within 93 to 97 %",
          "half-width, median, points",
          "yield of all cores at once");

  private CoverageStudy() {}

  static String row(Campaigns<CampaignResult> campaigns) {
    return Markdown.row(
        campaigns.scenario().name(),
        "`%s`".formatted(campaigns.scenario().file()),
        campaigns.found().size(),
        paired(campaigns),
        word(paired(campaigns)),
        "%.1f".formatted(100 * medianHalfWidth(campaigns)),
        held(campaigns, CampaignResult::chipWide));
  }

  static Rate paired(Campaigns<CampaignResult> campaigns) {
    return held(campaigns, f -> f.paired().headline());
  }

  /** Of those that have an interval. */
  private static Rate held(
      Campaigns<CampaignResult> campaigns, Function<CampaignResult, Estimate> figure) {
    double truth = campaigns.scenario().trueYield();
    return Rate.of(
        campaigns.found().stream().map(figure).filter(Estimate::hasInterval).toList(),
        e -> e.low() <= truth && truth <= e.high());
  }

  private static double medianHalfWidth(Campaigns<CampaignResult> campaigns) {
    return Median.withDefaults()
        .evaluate(
            campaigns.found().stream()
                .map(f -> f.paired().headline())
                .filter(Estimate::hasInterval)
                .mapToDouble(Estimate::halfWidth)
                .toArray());
  }

  private static String word(Rate rate) {
    if (rate.share() < MIN) {
      return "no: too narrow";
    }
    return rate.share() > MAX ? "no: too wide" : "yes";
  }
}
