package io.coreyield.benchmarks.validation;

import java.util.List;

/** How often the A/A control says that a machine cannot be trusted. */
final class AlarmStudy {

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.quick("quiet, 4 rounds", "4c8t-quiet"),
          Scenario.wholeBudget("quiet, 3 minutes", "4c8t-quiet"),
          Scenario.wholeBudget("5 % drift in 3 minutes", "4c8t-drift"));

  static final List<String> HEADER =
      Markdown.header("scenario", "machine", "campaigns", "A/A excludes 0");

  private AlarmStudy() {}

  static String row(Campaigns<CampaignResult> campaigns) {
    return Markdown.row(
        campaigns.scenario().name(),
        "`%s`".formatted(campaigns.scenario().file()),
        campaigns.found().size(),
        alarms(campaigns));
  }

  static Rate alarms(Campaigns<CampaignResult> campaigns) {
    return Rate.of(campaigns.found(), CampaignResult::excludesZero);
  }
}
