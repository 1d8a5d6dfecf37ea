package io.coreyield.analysis.cli;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.recording.file.RecordingException;
import io.coreyield.analysis.report.brief.MarkdownSummary;
import io.coreyield.analysis.report.json.VerdictJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a command shows of a run, and where: for people, or for other programs. */
public final class ShownOptions {

  private static final String STANDARD_OUTPUT = "-";

  @Option(
      names = "--quiet",
      description = "Show no progress, and of the summary only the answer and where the report is.")
  private boolean quiet;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description =
          "Write verdict.json to FILE as well. With - it goes to standard output, and all else to standard error.")
  private @Nullable String json;

  @Option(
      names = "--markdown",
      paramLabel = "FILE",
      description =
          "Write answer and tables as Markdown, to paste into an issue or a post; - as for --json.")
  private @Nullable String markdown;

  /** Whether the user wants no more than the answer. */
  public boolean isQuiet() {
    return quiet;
  }

  /** Whether the user asked for a file of findings. */
  public boolean asksForFiles() {
    return json != null || markdown != null;
  }

  /**
   * Refuses two texts on one stream.
   *
   * @throws ParameterException which says so
   */
  public void check(CommandSpec command) {
    if (STANDARD_OUTPUT.equals(json) && STANDARD_OUTPUT.equals(markdown)) {
      throw new ParameterException(
          command.commandLine(),
          "--json - and --markdown - would mix on standard output: give one of them a file");
    }
  }

  /** Where people read: standard output, unless a program reads that. */
  public PrintWriter forPeople(CommandSpec command) {
    return STANDARD_OUTPUT.equals(json) || STANDARD_OUTPUT.equals(markdown)
        ? command.commandLine().getErr()
        : command.commandLine().getOut();
  }

  /**
   * Writes what was asked for.
   *
   * @throws RecordingException naming the file that cannot be written
   */
  public void write(CommandSpec command, Findings findings) throws IOException {
    if (json != null) {
      write(
          command,
          "--json",
          json,
          Terminal.isAscii(command) ? VerdictJson.ascii(findings) : VerdictJson.text(findings));
    }
    if (markdown != null) {
      write(command, "--markdown", markdown, MarkdownSummary.of(findings));
    }
  }

  private static void write(CommandSpec command, String option, String file, String text)
      throws IOException {
    if (file.equals(STANDARD_OUTPUT)) {
      command.commandLine().getOut().print(text);
      command.commandLine().getOut().flush();
      return;
    }
    try {
      Files.writeString(Path.of(file), text);
    } catch (IOException e) {
      throw RecordingException.unwritable(
          Path.of(file), e, "give %s a file in a place where you may write".formatted(option));
    }
  }
}
