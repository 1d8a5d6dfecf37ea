package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.trial.Run;
import java.util.List;

/** How often the A/A control excludes zero, and how often it takes the answer away. */
final class AlarmStudy {

  static final List<Scenario> SCENARIOS =
      List.of(
          Scenario.quick("quiet, 4 rounds", "4c8t-quiet"),
          Scenario.byDefault("quiet, default campaign", "4c8t-quiet"),
          Scenario.wholeBudget("quiet, one kernel for 3 minutes", "4c8t-quiet"),
          Scenario.wholeBudget("5 % drift in 3 minutes", "4c8t-drift"));

  /** Those in which the second name is slower. */
  static final List<Scenario> DIFFERENT =
      List.of(
          Scenario.byDefault("second name 5 % slower, default campaign", "4c8t-quiet"),
          Scenario.wholeBudget("second name 5 % slower, one kernel", "4c8t-quiet"));

  static final List<String> HEADER =
      Markdown.header(
          "scenario", "machine", "campaigns", "A/A excludes 0", "no answer", "limited trust");

  private AlarmStudy() {}

  static String row(Campaigns<CampaignResult> campaigns) {
    return Markdown.row(
        campaigns.scenario().name(),
        "`%s`".formatted(campaigns.scenario().file()),
        campaigns.found().size(),
        alarms(campaigns),
        unanswered(campaigns),
        Rate.of(campaigns.found(), found -> found.trust() == Trust.Level.LIMITED));
  }

  /** What a campaign with a slower second name found. */
  static CampaignResult different(Run run) {
    return CampaignResult.of(SlowerRepeat.of(run));
  }

  static Rate unanswered(Campaigns<CampaignResult> campaigns) {
    return Rate.of(campaigns.found(), found -> !found.isAnswer());
  }

  static Rate alarms(Campaigns<CampaignResult> campaigns) {
    return Rate.of(campaigns.found(), CampaignResult::excludesZero);
  }
}
