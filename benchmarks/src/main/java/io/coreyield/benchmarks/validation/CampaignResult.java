package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;

/**
 * What one campaign found, as far as it is compared with the truth: the yield by pairs and of all
 * cores at once, whether the A/A control excludes 0, and what level of trust the run has.
 */
record CampaignResult(
    long seed, TaintCheck paired, Estimate chipWide, boolean excludesZero, Trust.Level trust) {

  boolean isAnswer() {
    return trust != Trust.Level.NO_ANSWER;
  }

  static CampaignResult of(Run run) {
    MeasuredFindings findings = MeasuredFindings.of(run);
    return new CampaignResult(
        run.info().measured().seed(),
        smtYield(findings, Estimator.PAIRED).taints(),
        smtYield(findings, Estimator.CHIP_WIDE).yield(),
        findings.quality().control().excludesZero(),
        findings.trust().level());
  }

  private static SmtYield smtYield(MeasuredFindings findings, Estimator estimator) {
    return findings.yields().stream()
        .filter(y -> y.estimator() == estimator)
        .findFirst()
        .orElseThrow();
  }
}
