package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.plot.PlotReadiness;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.TerminalSummary;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.benchmarks.campaign.Outcome;
import java.io.IOException;
import java.util.Optional;

/**
 * The end of a run: its report, the summary in the terminal, and the exit code.
 *
 * @param wanted whether the user wants the report
 * @param withFigures whether figures can be drawn here
 */
record RunReport(boolean wanted, boolean withFigures) {

  private static final int DONE = 0;
  private static final int UNFIT = 1;

  /** Checks before anything is measured that the figures can be drawn, and says so if not. */
  static RunReport prepare(boolean wanted) {
    Optional<String> problem = wanted ? PlotReadiness.problem() : Optional.empty();
    problem.ifPresent(
        sentence ->
            System.err.println(
                "coreyield: %s; the run goes on without figures, and 'report DIR' draws them later"
                    .formatted(sentence)));
    return new RunReport(wanted, problem.isEmpty());
  }

  /** Writes the report, prints the summary, and gives the exit code. */
  int finish(Outcome outcome) throws IOException {
    Findings findings = Findings.of(outcome.run());
    if (wanted) {
      ReportWriter.write(outcome.directory(), findings, withFigures);
      TerminalSummary.of(findings, outcome.directory()).lines().forEach(System.out::println);
    } else {
      System.out.println(
          "%s holds the run; 'report %s' makes its report"
              .formatted(outcome.directory().path(), outcome.directory().path()));
    }
    outcome
        .failures()
        .forEach(
            trial ->
                System.err.println(
                    "coreyield: trial %d (%s) failed: %s"
                        .formatted(trial.number(), trial.workload().label(), trial.failure())));
    return findings.fit() && outcome.failures().isEmpty() ? DONE : UNFIT;
  }
}
