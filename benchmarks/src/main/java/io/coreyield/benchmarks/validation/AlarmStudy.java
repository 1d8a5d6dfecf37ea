package io.coreyield.benchmarks.validation;

import java.util.List;
import java.util.Locale;

/** How often the A/A control says that a machine cannot be trusted. */
final class AlarmStudy {

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.quick("quiet, 4 rounds", "4c8t-quiet"),
          Scenario.wholeBudget("quiet, 3 minutes", "4c8t-quiet"),
          Scenario.wholeBudget("5 % drift in 3 minutes", "4c8t-drift"));

  /**
   * What one scenario gave.
   *
   * @param scenario that was run
   * @param found of every campaign
   */
  record Row(Scenario scenario, List<CampaignResult> found) {

    Rate alarms() {
      return Rate.of(found, CampaignResult::excludesZero);
    }

    String markdown() {
      return String.format(
          Locale.ROOT,
          "| %s | `%s` | %d | %s |",
          scenario.name(),
          scenario.file(),
          found.size(),
          alarms().words());
    }
  }

  private AlarmStudy() {}

  static Row row(Scenario scenario, int campaigns, long firstSeed) {
    return new Row(scenario, Campaigns.run(scenario, campaigns, firstSeed, CampaignResult::of));
  }

  static List<String> header() {
    return List.of(
        "| scenario | machine | campaigns | A/A excludes 0 |", "| --- | --- | --- | --- |");
  }
}
