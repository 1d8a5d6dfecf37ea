package io.coreyield.analysis.findings.trust;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Caveats;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaintSplitTest {

  private final HandMadeRun run = new HandMadeRun(2, 1);

  @ParameterizedTest(name = "{0} forks, {1} of them tainted: untainted leads {2}")
  @CsvSource({
    "1, 0, true", "1, 1, false", "2, 0, true", "2, 1, false", "3, 0, true",
    "3, 1, false", "4, 1, true", "6, 3, true", "7, 4, false", "8, 5, false"
  })
  void whenTheUntaintedLead(int forks, int tainted, boolean leads) {
    for (int round = 0; round < forks; round++) {
      run.trial(round, range(1), 100, 100);
    }
    Run built = run.build();

    TaintSplit evidence = TaintSplit.of(built, tainting(built, forks - tainted));

    TaintSplit.Counts counts = evidence.of(range(1));
    assertThat(counts)
        .isEqualTo(new TaintSplit.Counts(2 * forks, 2 * tainted, forks, forks - tainted));
    assertThat(counts.areEnoughUntainted()).isEqualTo(leads);
    assertThat(evidence.headline().trials()).hasSize(leads ? forks - tainted : forks);
    assertThat(evidence.all()).isEqualTo(built);
  }

  @Test
  void aForkKeepsItsOtherIterations() {
    for (int round = 0; round < 4; round++) {
      run.trial(round, range(1), 50, 100);
    }
    Run built = run.build();
    // The first measurement of each is tainted: index 1, for 0 is the warm-up.
    Ledger ledger = ledger(built, built.trials(), Set.of(1));

    Run headline = TaintSplit.of(built, ledger).headline();

    assertThat(headline.trials()).hasSize(4);
    assertThat(headline.trials())
        .allSatisfy(trial -> {
          assertThat(trial.measurements()).extracting(Iteration::operations).containsExactly(100L);
          assertThat(trial.iterations()).hasSize(2);
        });
  }

  @Test
  void eachArmIsJudgedByItself() {
    for (int round = 0; round < 4; round++) {
      run.trial(round, range(1), 100).trial(round, range(2), 100);
    }
    Run built = run.build();
    Ledger ledger =
        ledger(
            built,
            built.trials().stream()
                .filter(t -> t.configuration().anyMatch(range(2)::equals))
                .toList(),
            Set.of(1));

    TaintSplit evidence = TaintSplit.of(built, ledger);

    assertThat(evidence.of(range(1)).areEnoughUntainted()).isTrue();
    assertThat(evidence.of(range(2)).areEnoughUntainted()).isFalse();
    assertThat(evidence.headline().trials()).hasSize(8);
    assertThat(evidence.untainted().trials()).hasSize(4);
  }

  @Test
  void twoFiguresThatDifferByMoreThanTheIntervalAreSaidTo() {
    Estimate all = Estimate.of(0.10, 0.05, 0.15);
    Estimate untainted = Estimate.of(0.25, 0.22, 0.28);
    TaintSplit.Counts counts = new TaintSplit.Counts(36, 6, 12, 11);

    TaintCheck check = TaintCheck.of(all, untainted, counts, true);

    assertThat(check.headline()).isEqualTo(untainted);
    assertThat(Caveats.disagreement(check, Unit.PERCENT))
        .contains(
            "25 % [22, 28] without tainted iterations, 10 % [5, 15] with them: they differ by more than the interval");
    assertThat(TaintCheck.of(all, Estimate.of(0.13, 0.1, 0.16), counts, true).disagrees())
        .isFalse();
  }

  @Test
  void tooFewUntaintedDoNotLead() {
    Estimate all = Estimate.of(0.10, 0.05, 0.15);
    TaintSplit.Counts counts = new TaintSplit.Counts(36, 30, 12, 2);

    assertThat(TaintCheck.of(all, Estimate.of(0.25, 0.2, 0.3), counts, false).headline())
        .isEqualTo(all);
    assertThat(TaintCheck.of(all, Estimate.unknown("no block"), counts, true).headline())
        .isEqualTo(all);
    assertThat(
            TaintCheck.of(all, Estimate.withoutInterval(0.2, "one fork"), counts, true).headline())
        .isEqualTo(all);
  }

  /** Taints every measurement of the trials from that number on. */
  private static Ledger tainting(Run run, int fromTrial) {
    List<Trial> trials = run.trials().stream().filter(t -> t.number() >= fromTrial).toList();
    return ledger(run, trials, Set.of(1, 2));
  }

  private static Ledger ledger(Run run, List<Trial> tainted, Set<Integer> indexes) {
    Ledger judged = Ledger.of(run);
    return new Ledger(
        judged.entries().stream()
            .map(e -> {
              boolean is = tainted.contains(e.trial()) && indexes.contains(e.iteration().index());
              return Copies.with(e, "taints", is ? Set.of(Taint.OFF_CPU) : Set.of());
            })
            .toList());
  }
}
