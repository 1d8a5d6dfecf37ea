package io.coreyield.analysis.findings.trust;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.analysis.wording.DoubtWords;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AaControlTest {

  private final HandMadeRun run = new HandMadeRun(2, 1).control(range(1));

  @Test
  void theSecondNameIsComparedWithinRounds() {
    // Twice as fast in the second round; within a round the second name is always 10 % ahead.
    run.trial(0, range(1), 100).again(0, range(1), 110);
    run.again(1, range(1), 220).trial(1, range(1), 200);
    run.trial(2, range(1), 100).again(2, range(1), 110);

    AaControl control = AaControl.of(run.build());

    assertThat(control.configuration()).isEqualTo(range(1));
    assertThat(control.rounds()).isEqualTo(3);
    assertThat(control.difference().value()).isCloseTo(0.1, within(1e-9));
    assertThat(control.excludesZero()).isTrue();
    assertThat(DoubtWords.reasons(control.trust().stream().toList()))
        .containsExactly("the same configuration under two names differed by 10.0 % [10.0, 10.0]");
  }

  @Test
  void aMachineThatGetsSlower() {
    for (int round = 0; round < 5; round++) {
      int lost = 20 * round;
      run.trial(round, range(1), 1001 - lost).again(round, range(1), 997 - lost);
    }

    AaControl control = AaControl.of(run.build());

    assertThat(control.drift().value()).isCloseTo(-0.09, within(0.01));
    assertThat(control.drift().high()).isNegative();
    assertThat(control.excludesZero()).isTrue();
    assertThat(control.trust()).contains(Trust.limited(new Doubt.Drifted(control.drift())));
    assertThat(control.halfDrift()).isCloseTo(0.045, within(0.005));
  }

  /** Throughputs were measured while the speed changed; ratios within rounds were not touched. */
  @Test
  void aDriftWidensThroughputsOnly() {
    for (int round = 0; round < 5; round++) {
      int lost = 20 * round;
      run.trial(round, range(1), 1001 - lost).again(round, range(1), 997 - lost);
      run.trial(round, range(2), 1000 - lost);
    }

    MeasuredFindings findings = MeasuredFindings.of(run.build());

    ScalingPoint two = findings.curves().getFirst().at(2).orElseThrow();
    assertThat(two.elementsPerSecond().relativeHalfWidth()).isGreaterThan(0.045);
    assertThat(two.speedUp().relativeHalfWidth()).isLessThan(0.005);
    assertThat(findings.trust().level()).isEqualTo(Trust.Level.LIMITED);
    assertThat(findings.advice()).isNotEmpty();
  }

  /** An interval that is beyond 1 % takes the answer away; one that only excludes 0 does not. */
  @ParameterizedTest
  @CsvSource({"1.009, false", "1.012, true", "0.991, false", "0.988, true"})
  void aDifferenceCountsByItsSize(double factor, boolean isLarge) {
    for (int round = 0; round < 4; round++) {
      long level = 100_000 + 10L * round;
      run.trial(round, range(1), level).again(round, range(1), Math.round(level * factor));
    }

    AaControl control = AaControl.of(run.build());

    assertThat(control.excludesZero()).isTrue();
    assertThat(control.trust().isPresent()).isEqualTo(isLarge);
  }

  /** The differences of two rounds, −20 % and 25 %, leave an interval that holds anything. */
  @Test
  void aControlThatShowsNothingLimitsTrust() {
    run.trial(0, range(1), 100).again(0, range(1), 80);
    run.trial(1, range(1), 100).again(1, range(1), 125);

    AaControl control = AaControl.of(run.build());

    assertThat(control.trust()).contains(Trust.limited(new Doubt.Noisy(control.difference())));
  }

  @Test
  void aRoundWithOneNameOnlyDoesNotCount() {
    run.trial(0, range(1), 100).again(0, range(1), 100).trial(1, range(1), 100);
    run.again(2, range(1), 100).failed(2, range(1), 100);

    AaControl control = AaControl.of(run.build());

    assertThat(control.rounds()).isEqualTo(1);
    assertThat(control.difference().hasValue()).isTrue();
    assertThat(control.difference().hasInterval()).isFalse();
    assertThat(control.excludesZero()).isFalse();
  }

  @Test
  void aRunWithoutControlSaysSo() {
    HandMadeRun without = new HandMadeRun(2, 1).trial(0, range(1), 100);

    AaControl control = AaControl.of(without.build());

    assertThat(control.configuration()).isNull();
    assertThat(control.difference().reason()).isEqualTo("the run has no A/A control");
    assertThat(control.trust()).isEmpty();
  }

  @Test
  void theSecondNameCountsForNothingElse() {
    run.trial(0, range(1), 100).again(0, range(1), 500);

    MeasuredFindings findings = MeasuredFindings.of(run.build());

    assertThat(findings.curves())
        .singleElement()
        .satisfies(curve -> {
          assertThat(curve.points()).hasSize(1);
          assertThat(curve.points().getFirst().forks()).isEqualTo(1);
          assertThat(curve.points().getFirst().elementsPerSecond().value())
              .isCloseTo(100.0 * HandMadeRun.ELEMENTS, within(1e-6));
        });
  }

  @Test
  void anUntrustworthyMachineIsCalledSoFirst() {
    for (int round = 0; round < 4; round++) {
      run.trial(round, range(1), 100 + round % 2).again(round, range(1), 120 + round % 2);
    }

    MeasuredFindings findings = MeasuredFindings.of(run.build());

    assertThat(findings.trust().isAnswer()).isFalse();
    assertThat(findings.advice()).isEmpty();
    assertThat(AnswerWords.sentence(findings.answer()))
        .startsWith("No answer (the same configuration under two names differed by 19.9 % [");
  }
}
