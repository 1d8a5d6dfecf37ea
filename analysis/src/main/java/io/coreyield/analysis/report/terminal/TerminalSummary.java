package io.coreyield.analysis.report.terminal;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.report.ReportWriter;
import io.coreyield.analysis.wording.AdviceWords;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.TrustWords;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a run in a terminal: plain text of at most {@value #MAX_LINES} lines and {@value
 * #MAX_COLUMNS} columns, except that a path is never broken.
 */
public final class TerminalSummary {

  /** What most terminals show at once, with room for the prompt. */
  public static final int MAX_LINES = 25;

  /** A terminal's width. */
  public static final int MAX_COLUMNS = 80;

  private static final int MAX_TRUST_LINES = 5;
  private static final int MAX_ADVICE_LINES = 3;

  /** Its title, its header, a row, and how many rows more there are. */
  private static final int MIN_TABLE_LINES = 4;

  private TerminalSummary() {}

  /**
   * The summary.
   *
   * @param command what starts the program, for the commands that it suggests: {@code java -jar
   *     analysis.jar}
   * @return lines, each ended by a line feed
   */
  public static String of(Findings findings, RunDirectory directory, String command) {
    List<String> tail = tail(findings, directory, command);
    List<String> lines = new ArrayList<>(List.of(machine(findings)));
    lines.addAll(sentences(findings, MAX_LINES - 2 - MIN_TABLE_LINES - tail.size()));
    lines.add("");
    lines.addAll(table(findings, MAX_LINES - lines.size() - tail.size()));
    lines.addAll(tail);
    return String.join("\n", lines) + "\n";
  }

  /** The yields of pairs; without any, the scaling curves. */
  private static List<String> table(Findings findings, int room) {
    return switch (findings) {
      case CapturedFindings captured -> CapturedSummary.lines(captured, room);
      case MeasuredFindings measured -> table(measured, room);
    };
  }

  private static List<String> table(MeasuredFindings findings, int room) {
    List<SmtYield> yields =
        findings.leadingYields().stream()
            .filter(y -> y.isPairMeasured() && y.yield().hasValue())
            .toList();
    Topology topology = findings.run().info().machine().topology();
    return yields.isEmpty()
        ? SummaryTable.lines(
            findings.curves(), List.of(1, topology.physicalCores(), topology.logicalCpus()), room)
        : YieldSummary.lines(yields, room);
  }

  /** The rows that there is room for, and in a last line how many more there are. */
  static List<String> fitting(List<String> rows, int room) {
    if (rows.size() <= room) {
      return rows;
    }
    int shown = Math.max(0, room - 1);
    String rest = "  and %d more in the report".formatted(rows.size() - shown);
    return Stream.concat(rows.stream().limit(shown), Stream.of(rest)).toList();
  }

  private static String machine(Findings findings) {
    RunInfo info = findings.run().info();
    boolean isCapture = findings instanceof CapturedFindings;
    String origin =
        (isCapture ? "Captured by another tool: " : "")
            + (info.simulated() ? "Simulated, nothing was measured: " : "");
    String topology =
        isCapture && !info.machine().topology().hasSiblings()
            ? Phrases.count(info.machine().topology().logicalCpus(), "logical CPU")
            : info.machine().topology().summary();
    int room = MAX_COLUMNS - origin.length() - topology.length() - 2;
    String cpu = PlainText.cut(ControlCharacters.spaced(info.machine().cpu()), Math.max(1, room));
    return PlainText.cut(origin + cpu + ": " + topology, MAX_COLUMNS);
  }

  /** The answer gets the room that trust and advice leave. */
  private static List<String> sentences(Findings findings, int room) {
    List<String> others = new ArrayList<>();
    String trust = TrustWords.sentence(findings);
    if (!trust.isEmpty()) {
      others.addAll(wrapped(trust, MAX_TRUST_LINES));
    }
    String advice =
        findings instanceof MeasuredFindings measured ? AdviceWords.brief(measured.advice()) : "";
    if (!advice.isEmpty()) {
      others.addAll(wrapped(advice, MAX_ADVICE_LINES));
    }
    List<String> lines =
        new ArrayList<>(wrapped(AnswerWords.sentence(findings.answer()), room - others.size()));
    lines.addAll(others);
    return lines;
  }

  private static List<String> wrapped(String sentence, int mostLines) {
    String bound = PlainText.bound(ControlCharacters.spaced(sentence));
    return PlainText.wrap(bound, MAX_COLUMNS, mostLines).stream().map(PlainText::unbound).toList();
  }

  private static List<String> tail(Findings findings, RunDirectory directory, String command) {
    Path page = ReportWriter.page(directory);
    List<String> lines = new ArrayList<>();
    lines.add("");
    lines.add("Report:  " + page);
    lines.add(
        "Look:    "
            + opener(System.getProperty("os.name", ""))
            + " "
            + PlainText.shellQuoted(page.toString()));
    String run = PlainText.shellQuoted(directory.path().toString());
    lines.add("Share:   " + command + " bundle " + run);
    if (findings.run().info().state() != RunInfo.State.COMPLETE) {
      lines.add("Go on:   java -jar benchmarks.jar run --resume " + run);
    }
    return lines;
  }

  /** What its users type to open a page. */
  public static String opener(String os) {
    return os.startsWith("Mac") ? "open" : os.startsWith("Windows") ? "start" : "xdg-open";
  }
}
