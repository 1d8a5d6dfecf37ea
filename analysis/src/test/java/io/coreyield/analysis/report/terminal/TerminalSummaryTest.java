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
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.wording.TrustWords;
import io.coreyield.analysis.wording.Unit;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalSummaryTest {

  private static final RunDirectory DIRECTORY = new RunDirectory(Path.of("some run"));

  private static String summary(Run run) {
    return TerminalSummary.of(MeasuredFindings.of(run), DIRECTORY, "java -jar analysis.jar");
  }

  @ParameterizedTest
  @CsvSource({"1,1", "1,2", "2,1", "4,2", "6,2", "8,4", "32,2", "128,2"})
  void fitsATerminal(int cores, int threadsPerCore) {
    Machine machine = SimulatedRuns.machine(cores, threadsPerCore);
    Run run = SimulatedRuns.everything(machine, 0.25, 0.01, 3);
    String summary = summary(run);
    assertThat(summary.lines().count()).isBetween(12L, (long) TerminalSummary.MAX_LINES);
    assertThat(summary.lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TerminalSummary.MAX_COLUMNS));
    assertThat(summary).contains("platform", "global-lock", machine.topology().summary());
  }

  @Test
  void aRowSaysWhatThePointSays() {
    MeasuredFindings findings = Known.quick(4, 2);
    String summary = TerminalSummary.of(findings, DIRECTORY, "java -jar analysis.jar");
    var point = findings.curves().getFirst().at(8).orElseThrow();
    String row =
        summary.lines().filter(l -> l.matches(" +platform +8 .*")).findFirst().orElseThrow();
    assertThat(row.strip().split(" {2,}"))
        .containsExactly(
            "platform",
            "8",
            Unit.ELEMENTS_PER_SECOND
                .text(point.elementsPerSecond().value())
                .replace('\u00a0', ' ')
                .replace("/s", ""),
            Unit.ELEMENTS_PER_SECOND
                .interval(point.elementsPerSecond())
                .replace('\u00a0', ' ')
                .replace("/s", ""),
            Unit.FACTOR.text(point.speedUp().value()),
            Unit.PERCENT.text(point.efficiency().value()).replace('\u00a0', ' '));
  }

  @Test
  void namesTheFilesAndQuotesCommands() {
    String summary = summary(SimulatedRuns.quick(2, 1));
    assertThat(summary)
        .contains("Report:  " + Path.of("some run", "report", "report.html"))
        .contains("java -jar analysis.jar bundle 'some run'")
        .doesNotContain("--resume");
  }

  @Test
  void aHostileNameCannotMoveTheCursorOrTakeLines() {
    Run run = HostileRuns.of(SimulatedRuns.quick(4, 2));
    String summary = summary(run);
    assertThat(summary).doesNotContain("\u001b", "\u202e");
    assertThat(summary.lines().count()).isLessThanOrEqualTo(TerminalSummary.MAX_LINES);
    // What it is called gives way to what it is.
    assertThat(summary.lines().findFirst().orElseThrow())
        .hasSizeLessThanOrEqualTo(80)
        .contains("…")
        .endsWith(": 4 cores × 2 threads");
  }

  @Test
  void pairsAreTheTableAndAdviceStandsAboveIt() {
    List<String> lines = summary(PairedRuns.full()).lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(TerminalSummary.MAX_LINES);
    assertThat(lines)
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(TerminalSummary.MAX_COLUMNS));
    assertThat(lines.getFirst())
        .isEqualTo("Simulated, nothing was measured: Simulated CPU 4×2: 4 cores × 2 threads");
    assertThat(String.join(" ", lines))
        .contains(
            "Start 8 workers for code bound by integer-add latency, FP-add latency"
                + " and memory latency; 4 for code bound by integer ports, load"
                + " ports and memory bandwidth.")
        .doesNotContain("…");
    assertThat(lines.stream().filter(l -> l.startsWith("  range-ilp")).findFirst().orElseThrow())
        .matches(" +range-ilp +3\\.0 % +2\\.9 to 3\\.2 % +0\\.1 % +99\\.0 % +almost nothing");
  }

  /** It is what a reader needs in order to believe the answer, so its end is not cut off. */
  @Test
  void theSentenceOnTrustIsWhole() {
    Run run = DisturbedRuns.run(0.877);
    List<String> lines = summary(run).lines().toList();
    assertThat(lines).hasSizeLessThanOrEqualTo(TerminalSummary.MAX_LINES);
    assertThat(String.join(" ", lines)).contains(TrustWords.sentence(MeasuredFindings.of(run)));
  }

  @Test
  void figuresAreNotTornApart() {
    assertThat(PlainText.bound("adds 3.0 % [1.0, 5.0] (one, two), 81 % [−80, 82]"))
        .isEqualTo(
            "adds 3.0\u00a0%\u00a0[1.0,\u00a05.0] (one, two), 81\u00a0%\u00a0[−80,\u00a082]");
    assertThat(PlainText.unbound(PlainText.bound("81 % [80, 82]"))).isEqualTo("81 % [80, 82]");
  }

  @Test
  void withoutSiblingsWorkersAreTheTable() {
    Run run =
        PairedRuns.run(SimulatedRuns.machine(2, 1), Map.of(Kernel.RANGE_ILP, 0.5), 0.01, false);
    assertThat(summary(run))
        .contains("This machine declares no SMT siblings", "The range kernel", "Start 2 workers")
        .doesNotContain("almost nothing");
  }
}
