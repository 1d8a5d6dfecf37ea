package io.coreyield.analysis.wording;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.LedgerEntry;
import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.Taint;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sentence below the answer. */
class TrustWordsTest {

  @Test
  void ofNothingNothingIsSaid() {
    assertThat(TrustWords.sentence(MeasuredFindings.of(new HandMadeRun(2, 1).build()))).isEmpty();
  }

  @Test
  void theControlComesFirst() {
    assertThat(TrustWords.sentence(MeasuredFindings.of(DisturbedRuns.run(1.002))))
        .startsWith(
            "Trust is limited, because 1 of 6 figures behind it has no answer: the same configuration twice differs by 0.2 %");
  }

  /**
   * Three logarithms of ratios 0.00105 apart: a standard error of 0.000607, times t of 97.5 % and
   * of 80 % with 2 degrees of freedom (4.303 and 1.061) is 0.33 %.
   */
  @Test
  void withoutAControlItSaysSo() {
    HandMadeRun run = new HandMadeRun(2, 1);
    for (int round = 0; round < 3; round++) {
      run.trial(round, range(1), 1000).trial(round, range(2), 950 + round);
    }
    assertThat(TrustWords.sentence(MeasuredFindings.of(run.build())))
        .isEqualTo(
            "Trust is high: no A/A control; none of 6 iterations"
                + " is tainted; smallest detectable difference of speed-ups: 0.3 %.");
  }

  /** With its reasons, the most frequent first, and what could not be left out. */
  @Test
  void whatIsTaintedIsCounted() {
    assertThat(TrustWords.sentence(MeasuredFindings.of(DisturbedRuns.run(1.002))))
        .containsPattern(
            "; \\d+ of \\d+ iterations are tainted \\(misplaced \\d+, off-cpu \\d+\\),? and left out");
  }

  /** A terminal has room for a few: the ledger names the others. */
  @Test
  void ofManyKindsThreeAreNamed() {
    MeasuredFindings findings = MeasuredFindings.of(DisturbedRuns.run(1.002));
    Taint[] all = Taint.values();
    List<LedgerEntry> some = findings.quality().ledger().entries().subList(0, all.length);
    List<LedgerEntry> entries =
        IntStream.range(0, all.length)
            .mapToObj(i -> tainted(some.get(i), EnumSet.of(all[i], Taint.MIGRATED)))
            .toList();
    TrustWords trust =
        new TrustWords(
            findings.trust(),
            findings.quality().control(),
            new Ledger(entries),
            findings.quality().forkStates(),
            findings.yields(),
            findings.curves());
    assertThat(trust.sentence())
        .contains(
            "; 8 of 8 iterations are tainted (migrated 8, off-cpu 1, misplaced 1, and 5 other kinds)");
  }

  private static LedgerEntry tainted(LedgerEntry entry, Set<Taint> taints) {
    return Copies.with(entry, "taints", taints);
  }
}
