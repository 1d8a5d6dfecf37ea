package io.coreyield.analysis.cli;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Model.CommandSpec;

/** The report of a run and its summary in the terminal, with which a command ends. */
public final class RunReport {

  private RunReport() {}

  /**
   * Writes both, and shows the page if the user wants that.
   *
   * @param hasFigures whether the figures are drawn, too
   * @throws IOException if a file cannot be written
   */
  public static void write(
      CommandSpec command,
      RunDirectory directory,
      Findings findings,
      boolean hasFigures,
      OpenOption open)
      throws IOException {
    ReportWriter.writeText(directory, findings);
    if (hasFigures) {
      ReportWriter.writeFigures(directory, findings);
    }
    PrintWriter out = command.commandLine().getOut();
    out.print(TerminalSummary.of(findings, directory, Program.of(command)));
    out.flush();
    open.show(ReportWriter.page(directory), command.commandLine().getErr());
  }
}
