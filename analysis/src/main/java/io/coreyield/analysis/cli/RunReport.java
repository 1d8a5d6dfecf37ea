package io.coreyield.analysis.cli;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import java.io.IOException;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;

/** The report of a run and its summary in the terminal, with which a command ends. */
public final class RunReport {

  private RunReport() {}

  /**
   * Writes both, the figures last, and shows the page if the user wants that.
   *
   * @param hasFigures whether the figures are drawn, too
   * @throws IOException if a file cannot be written
   */
  public static void write(
      CommandSpec command,
      RunDirectory directory,
      Findings findings,
      boolean hasFigures,
      ShownOptions shown,
      OpenOption open)
      throws IOException {
    write(command, directory, findings, hasFigures, shown, open, null);
  }

  /**
   * The same, the page with what others published of the processor.
   *
   * @param catalogue null to show nothing of it
   * @throws IOException if a file cannot be written
   */
  static void write(
      CommandSpec command,
      RunDirectory directory,
      Findings findings,
      boolean hasFigures,
      ShownOptions shown,
      OpenOption open,
      @Nullable Catalogue catalogue)
      throws IOException {
    ReportWriter.writeText(directory, findings, catalogue);
    PrintWriter people = shown.forPeople(command);
    people.print(
        shown.isQuiet()
            ? TerminalSummary.brief(findings, directory)
            : TerminalSummary.of(
                findings, directory, Program.programs(command), Terminal.columns()));
    people.flush();
    shown.write(command, findings);
    if (hasFigures) {
      ReportWriter.writeFigures(directory, findings);
    }
    open.show(ReportWriter.page(directory), command.commandLine().getErr());
  }
}
