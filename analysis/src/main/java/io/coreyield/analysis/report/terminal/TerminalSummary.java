package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.report.brief.BriefTable;
import io.coreyield.analysis.report.brief.BriefTables;
import io.coreyield.analysis.report.brief.SummaryWords;
import io.coreyield.analysis.wording.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The end of a run in a terminal: the answer, the figures behind it, how far to trust it, the
 * machine; the tables; what to do next. Plain text of at most {@value #MAX_LINES} lines at {@value
 * #USUAL_COLUMNS} columns or more; a path is never broken.
 */
public final class TerminalSummary {

  /** What most terminals show at once, with room for the prompt. */
  public static final int MAX_LINES = 25;

  /** A terminal's width where nothing says another one. */
  public static final int USUAL_COLUMNS = 80;

  /** Narrower terminals wrap what is made for this width. */
  public static final int MIN_COLUMNS = 60;

  /** Wider lines are hard to read. */
  public static final int MAX_COLUMNS = 200;

  private static final int MAX_SENTENCE_LINES = 4;

  private TerminalSummary() {}

  /**
   * The summary.
   *
   * @param programs for the commands that it suggests
   * @param columns of the terminal
   * @return lines, each ended by a line feed
   */
  public static String of(
      Findings findings, RunDirectory directory, Programs programs, int columns) {
    int width = Math.clamp(columns, MIN_COLUMNS, MAX_COLUMNS);
    List<String> tail = tail(findings, directory, programs);
    List<String> lines = new ArrayList<>(head(SummaryWords.of(findings), width));
    lines.addAll(tables(findings, width, MAX_LINES - lines.size() - tail.size() - 1));
    lines.add("");
    lines.addAll(tail);
    return String.join("\n", lines) + "\n";
  }

  /** The answer alone, and where the report is, for those who want no more. */
  public static String brief(Findings findings, RunDirectory directory) {
    return "%s\nReport:  %s\n"
        .formatted(
            PlainText.unbound(SummaryWords.of(findings).sentence()), ReportWriter.page(directory));
  }

  private static List<String> head(SummaryWords words, int width) {
    List<String> lines = new ArrayList<>(wrapped(words.sentence(), width));
    if (!words.support().isEmpty()) {
      lines.addAll(wrapped(words.support(), width));
    }
    lines.addAll(wrapped(words.trust(), width));
    lines.add(machine(words.machine(), width));
    return lines;
  }

  /** What it is called gives way to what it is. */
  private static String machine(String line, int width) {
    int topology = line.lastIndexOf(": ");
    int room = Math.max(1, width - (line.length() - topology));
    return PlainText.cut(
        PlainText.cut(line.substring(0, topology), room) + line.substring(topology), width);
  }

  private static List<String> wrapped(String text, int width) {
    return PlainText.wrap(PlainText.bound(text), width, MAX_SENTENCE_LINES).stream()
        .map(PlainText::unbound)
        .toList();
  }

  /** An empty line above each. */
  private static List<String> tables(Findings findings, int width, int room) {
    List<String> lines = new ArrayList<>();
    for (BriefTable table : BriefTables.of(findings, room)) {
      lines.add("");
      lines.addAll(TerminalTable.lines(table, width, room - lines.size()));
    }
    return lines;
  }

  private static List<String> tail(Findings findings, RunDirectory directory, Programs programs) {
    Path page = ReportWriter.page(directory);
    String run = PlainText.shellQuoted(directory.path().toString());
    return List.of(
        "Report:  " + page,
        "Look:    "
            + opener(System.getProperty("os.name", ""))
            + " "
            + PlainText.shellQuoted(page.toString()),
        "Share:   %s bundle %s".formatted(programs.here(), run),
        next(findings, programs, run));
  }

  private static String next(Findings findings, Programs programs, String run) {
    RunInfo info = findings.run().info();
    boolean isCapture = findings instanceof CapturedFindings;
    if (!isCapture && info.state() != RunInfo.State.COMPLETE) {
      return "Go on:   %s run --resume %s".formatted(programs.measuring(), run);
    }
    return isCapture || info.simulated() || findings.trust().isAnswer()
        ? "Compare: %s compare %s OTHER-RUN".formatted(programs.here(), run)
        : "Again:   %s %s".formatted(programs.measuring(), Typed.again(info.commandLine()));
  }

  /** What its users type to open a page. */
  public static String opener(String os) {
    return os.startsWith("Mac") ? "open" : os.startsWith("Windows") ? "start" : "xdg-open";
  }
}
