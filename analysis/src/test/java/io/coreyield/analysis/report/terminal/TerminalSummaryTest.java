package io.coreyield.analysis.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.brief.MarkdownSummary;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.wording.AnswerCard;
import io.coreyield.analysis.wording.DoubtWords;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.Unit;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerminalSummaryTest {

  private static final RunDirectory DIRECTORY = new RunDirectory(Path.of("some run"));
  private static final Programs PROGRAMS =
      new Programs("java -jar analysis.jar", "java -jar benchmarks.jar");

  private static String summary(MeasuredFindings findings, int columns) {
    return TerminalSummary.of(findings, DIRECTORY, PROGRAMS, columns);
  }

  private static String summary(Run run) {
    return summary(MeasuredFindings.of(run), TerminalSummary.USUAL_COLUMNS);
  }

  /** Words that start the lines whose paths are never broken. */
  private static boolean hasPath(String line) {
    return line.matches("(Report|Look|Share|Compare|Again|Go on): .*");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "4,2", "6,2", "8,4", "32,2", "128,2"})
  void fitsATerminal(int cores, int threadsPerCore) {
    Machine machine = SimulatedRuns.machine(cores, threadsPerCore);
    MeasuredFindings findings =
        MeasuredFindings.of(SimulatedRuns.everything(machine, 0.25, 0.01, 3));
    for (int columns : new int[] {40, 60, 80, 100, 132, 200, 500}) {
      String summary = summary(findings, columns);
      int width = Math.clamp(columns, 60, 200);
      assertThat(summary.lines().count()).isBetween(12L, (long) TerminalSummary.MAX_LINES);
      assertThat(summary.lines().filter(line -> !hasPath(line)))
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
      assertThat(summary).contains("platform", machine.topology().summary());
      assertThat(summary.replace("your code …", "")).doesNotContain("…");
    }
  }

  @Test
  void theAnswerIsInTheFirstSixLines() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    AnswerCard card = AnswerCard.of(findings);
    List<String> head = summary(findings, 80).lines().limit(6).toList();

    assertThat(String.join(" ", head))
        .startsWith(PlainText.unbound(card.sentence()))
        .contains(PlainText.unbound(card.support()))
        .contains(DoubtWords.chip(findings.trust().level()))
        .contains("Simulated CPU 4×2: 4 cores × 2 threads");
  }

  @Test
  void aRowSaysWhatThePointSays() {
    MeasuredFindings findings = Known.quick(4, 2);
    var point = findings.curves().getFirst().at(8).orElseThrow();
    String row =
        summary(findings, 80)
            .lines()
            .filter(l -> l.matches(" +platform +8 .*"))
            .findFirst()
            .orElseThrow();
    assertThat(row.strip().split(" {2,}"))
        .containsExactly(
            "platform",
            "8",
            Unit.FACTOR.text(point.speedUp().value()),
            Unit.FACTOR.interval(point.speedUp()),
            PlainText.unbound(Unit.ELEMENTS_PER_SECOND.text(point.elementsPerSecond().value()))
                .replace("/s", ""),
            PlainText.unbound(Unit.PERCENT.text(point.efficiency().value())));
  }

  @Test
  void namesTheFilesAndQuotesCommands() {
    assertThat(summary(SimulatedRuns.quick(2, 1)))
        .contains("Report:  " + Path.of("some run", "report", "report.html"))
        .contains("Share:   java -jar analysis.jar bundle 'some run'")
        .contains("Compare: java -jar analysis.jar compare 'some run' OTHER-RUN")
        .doesNotContain("--resume");
  }

  @Test
  void aHostileNameCannotMoveTheCursorOrTakeLines() {
    String summary = summary(HostileRuns.of(SimulatedRuns.quick(4, 2)));
    assertThat(summary).doesNotContain("\u001b", "\u202e");
    assertThat(summary.lines().count()).isLessThanOrEqualTo(TerminalSummary.MAX_LINES);
    // What it is called gives way to what it is.
    assertThat(summary.lines().filter(line -> line.endsWith(": 4 cores × 2 threads")))
        .singleElement()
        .asString()
        .hasSizeLessThanOrEqualTo(80)
        .contains("…");
  }

  @Test
  void pairsAreTheTableWithTheWorkersToStart() {
    List<String> lines = summary(PairedRuns.full()).lines().toList();
    assertThat(lines).contains("What a second thread adds to a core, platform threads:");
    assertThat(row(lines, "  range-ilp"))
        .startsWith("range-ilp", "3.0 %", "2.9 to 3.2 %", "almost nothing", "4");
    assertThat(row(lines, "  array-chase")).contains("8");
  }

  private static List<String> row(List<String> lines, String start) {
    String line = lines.stream().filter(l -> l.startsWith(start)).findFirst().orElseThrow();
    return Arrays.asList(line.strip().split(" {2,}"));
  }

  @Test
  void aWideTerminalShowsWhatTheCodeDoesAndTheControls() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    assertThat(row(summary(findings, 160).lines().toList(), "  fills the integer units"))
        .startsWith("fills the integer units", "range-ilp", "3.0 %", "2.9 to 3.2 %")
        .endsWith("0.1 %", "99.0 %");
    assertThat(summary(findings, 60)).doesNotContain("fills the integer units  range-ilp");
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80, 200})
  void theReasonForLimitedTrustIsWhole(int columns) {
    MeasuredFindings findings = MeasuredFindings.of(DisturbedRuns.run(0.877));
    String reason = findings.trust().reason().map(DoubtWords::reason).orElseThrow();
    String head = String.join(" ", summary(findings, columns).lines().limit(12).toList());
    assertThat(head).contains(PlainText.unbound(reason));
  }

  @Test
  void figuresAreNotTornApart() {
    assertThat(PlainText.bound("adds 3.0 % [1.0, 5.0] (one, two), 81 % [−80, 82]"))
        .isEqualTo(
            "adds 3.0\u00a0%\u00a0[1.0,\u00a05.0] (one, two), 81\u00a0%\u00a0[−80,\u00a082]");
    assertThat(PlainText.unbound(PlainText.bound("81 % [80, 82]"))).isEqualTo("81 % [80, 82]");
  }

  @Test
  void withoutSiblingsPinnedPairsAndWorkersAreTheTables() {
    Run run =
        PairedRuns.run(SimulatedRuns.machine(2, 1), Map.of(Kernel.RANGE_ILP, 0.5), 0.01, false);
    assertThat(summary(run))
        .contains("Two pinned workers on two CPUs")
        .containsPattern("(?m)  range-ilp +1\\.98× ")
        .doesNotContain("almost nothing");
  }

  @Test
  void markdownHasTheSameFigures() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    String markdown = MarkdownSummary.of(findings);

    assertThat(markdown)
        .startsWith("**" + AnswerCard.of(findings).sentence().replace('\u00a0', ' '))
        .contains("| fills the integer units | range-ilp | 3.0 % | 2.9 to 3.2 % |")
        .endsWith("\n");
    for (String cell : row(summary(findings, 200).lines().toList(), "  fills the integer units")) {
      assertThat(markdown).contains("| " + cell + " |");
    }
  }

  @Test
  void markdownOfHostileNamesIsNoMarkup() {
    String markdown =
        MarkdownSummary.of(MeasuredFindings.of(HostileRuns.of(SimulatedRuns.quick(4, 2))));
    assertThat(markdown).doesNotContain("\u001b", "\u202e").doesNotContainPattern("(?<!\\\\)<");
  }

  @Test
  void aRunIsMadeAgainInANewDirectory() {
    assertThat(Typed.again(List.of())).isEqualTo("run");
    assertThat(Typed.again(List.of("run", "--out", "a b", "--budget", "10m")))
        .isEqualTo("run --budget 10m");
    assertThat(Typed.again(List.of("run", "--out=x", "--simulate", "a b.json")))
        .isEqualTo("run --simulate 'a b.json'");
  }
}
