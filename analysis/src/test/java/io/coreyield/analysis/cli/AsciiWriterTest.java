package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.topology.KnownPairs;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.report.compare.CompareSummary;
import io.coreyield.analysis.report.page.HostileRuns;
import io.coreyield.analysis.report.terminal.PairsSummary;
import io.coreyield.analysis.report.terminal.Programs;
import io.coreyield.analysis.report.terminal.TerminalSummary;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AsciiWriterTest {

  private static String ascii(String text) {
    StringWriter out = new StringWriter();
    try (PrintWriter writer = new PrintWriter(new AsciiWriter(out))) {
      writer.print(text);
    }
    return out.toString();
  }

  @Test
  void ourOwnSignsHaveTheirLikeAndOthersAQuestionMark() {
    assertThat(ascii("4 cores × 2 – 3\u00a0µs ± 1 · −2 …"))
        .isEqualTo("4 cores x 2 - 3 us +- 1 . -2 ...");
    assertThat(ascii("naïve 本")).isEqualTo("na?ve ?");
  }

  @Test
  void singleCharactersAndPartsOfTextAreHandedOnLikewise() throws IOException {
    StringWriter out = new StringWriter();
    try (AsciiWriter writer = new AsciiWriter(out)) {
      writer.write('×');
      writer.write("a×b", 1, 1);
      writer.write("c−d".toCharArray(), 1, 2);
    }
    assertThat(out).hasToString("xx-d");
  }

  @Test
  void everySummaryIsAscii() {
    MeasuredFindings findings =
        MeasuredFindings.of(SimulatedRuns.quick(SimulatedRuns.machine(4, 2)));
    RunDirectory directory = new RunDirectory(Path.of("run"));
    assertThat(
            ascii(
                TerminalSummary.of(
                    findings, directory, Programs.one("java -jar analysis.jar"), 80)))
        .isASCII()
        .contains("4 cores x 2 threads");
    assertThat(ascii(PairsSummary.of(KnownPairs.sampled(2, 3)))).contains("    .");
    Comparison comparison =
        Comparison.of(
            List.of(
                ComparedRun.of("a", findings),
                ComparedRun.of(
                    HostileRuns.NAME,
                    MeasuredFindings.of(
                        HostileRuns.of(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)))))),
            null);
    assertThat(ascii(CompareSummary.of(comparison, Path.of("out"), null))).isASCII();
  }
}
