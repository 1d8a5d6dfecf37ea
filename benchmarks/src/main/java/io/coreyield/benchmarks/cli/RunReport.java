package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.OpenOption;
import io.coreyield.analysis.cli.Program;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.TerminalSummary;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.benchmarks.campaign.session.Outcome;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The end of a run: its report, the summary in the terminal, and the exit code.
 *
 * @param wanted whether the user wants the report
 * @param withFigures whether figures can be drawn here
 */
record RunReport(boolean wanted, boolean withFigures) {

  /** Checks before anything is measured that the figures can be drawn, and says so if not. */
  static RunReport prepare(boolean wanted) {
    Optional<String> problem = wanted ? PlotReadiness.problem() : Optional.empty();
    problem.ifPresent(sentence ->
        System.err.println(
            sentence + " The run continues without figures; 'report DIR' draws them later."));
    return new RunReport(wanted, problem.isEmpty());
  }

  /** Writes the report, prints the summary, and gives the exit code. */
  int finish(Outcome outcome, CommandSpec command, OpenOption open) throws IOException {
    PrintWriter out = command.commandLine().getOut();
    Findings findings = Findings.of(outcome.run());
    if (wanted) {
      ReportWriter.writeText(outcome.directory(), findings);
      if (withFigures) {
        ReportWriter.writeFigures(outcome.directory(), findings);
      }
      out.print(TerminalSummary.of(findings, outcome.directory(), Program.of(command)));
    } else {
      out.printf(
          "The run is in %s; '%s report %s' makes its report%n",
          outcome.directory().path(), Program.of(command), outcome.directory().path());
    }
    out.flush();
    if (wanted) {
      open.show(ReportWriter.page(outcome.directory()), command.commandLine().getErr());
    }
    outcome
        .failures()
        .forEach(trial ->
            command
                .commandLine()
                .getErr()
                .println(
                    "trial %d (%s) failed: %s"
                        .formatted(trial.number(), trial.workload().label(), trial.failure())));
    if (outcome.isInterrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return findings.fit() && outcome.failures().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
