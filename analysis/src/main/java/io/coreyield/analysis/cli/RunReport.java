package io.coreyield.analysis.cli;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.TerminalSummary;
import io.coreyield.analysis.scaling.Findings;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** The report of a run and its summary in the terminal, with which a command ends. */
final class RunReport {

  private RunReport() {}

  /** Writes both. */
  static void write(CommandSpec command, RunDirectory directory, Run run, OpenOption open)
      throws IOException {
    Findings findings = Findings.of(run);
    ReportWriter.write(directory, findings);
    PrintWriter out = command.commandLine().getOut();
    out.print(TerminalSummary.of(findings, directory, Program.of(command)));
    out.flush();
    open.show(ReportWriter.page(directory), command.commandLine().getErr());
  }
}
