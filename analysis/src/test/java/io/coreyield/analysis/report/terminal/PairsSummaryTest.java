package io.coreyield.analysis.report.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.topology.KnownPairs;
import org.junit.jupiter.api.Test;

class PairsSummaryTest {

  @Test
  void theAnswerComesFirstThenTheMatrixThenTheDeclaration() {
    assertThat(PairsSummary.of(KnownPairs.farSiblings(2, false)).lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("The 4 logical CPUs are hyperthreads of 2 cores:"),
            line -> assertThat(line).contains("hides"),
            line -> assertThat(line).isEqualTo("pairs, 12 rounds)."),
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).matches("  1 (1\\.[89]\\d|2\\.0\\d)"),
            line -> assertThat(line).matches("  2 1\\.0\\d (1\\.[89]\\d|2\\.0\\d)"),
            line -> assertThat(line).matches("  3( \\d\\.\\d\\d){3}"),
            line -> assertThat(line).isEqualTo("CPU    0    1    2"),
            line -> assertThat(line).isEmpty(),
            line -> assertThat(line).isEqualTo("Measured:  0+2, 1+3"),
            line -> assertThat(line).isEqualTo("Declared:  no two share a core"));
  }

  @Test
  void declaredSiblingsStandBesideEachOther() {
    assertThat(PairsSummary.of(KnownPairs.farSiblings(4, true)))
        .contains("CPU    0    4    1    5    2    6    3\n");
  }

  @Test
  void sixteenFitATerminalAndMoreHaveNoMatrix() {
    String sixteen = PairsSummary.of(KnownPairs.farSiblings(8, true));
    assertThat(sixteen.lines()).allMatch(line -> line.length() <= TerminalSummary.USUAL_COLUMNS);
    assertThat(sixteen.lines()).hasSizeLessThanOrEqualTo(TerminalSummary.MAX_LINES);
    assertThat(PairsSummary.of(KnownPairs.farSiblings(9, true))).doesNotContain("CPU  ");
  }

  @Test
  void whatWasNotMeasuredIsAPoint() {
    assertThat(PairsSummary.of(KnownPairs.sampled(2, 3))).contains("    ·");
    assertThat(PairsSummary.of(KnownPairs.nothing()))
        .contains("Measured:  cannot tell\n")
        .doesNotContain("CPU  ");
  }
}
