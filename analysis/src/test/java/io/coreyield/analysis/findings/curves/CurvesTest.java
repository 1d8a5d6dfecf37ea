package io.coreyield.analysis.findings.curves;

import static io.coreyield.analysis.findings.HandMadeRun.placed;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static io.coreyield.analysis.findings.HandMadeRun.strong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import io.coreyield.analysis.stats.RatioInterval;
import java.util.List;
import org.junit.jupiter.api.Test;

class CurvesTest {

  private static final Machine MACHINE = SimulatedRuns.machine(4, 2);

  @Test
  void throughputCountsTheElementsOfAllWorkers() {
    HandMadeRun run = run().trial(0, range(2), 100).trial(1, range(2), 110);
    assertThat(only(run).at(2).orElseThrow().elementsPerSecond())
        .isEqualTo(MeanInterval.of(200_000, 220_000));
  }

  @Test
  void aForkCountsOnceHoweverManyIterationsItHas() {
    HandMadeRun run = run().trial(0, range(1), 100, 200, 300).trial(1, range(1), 210);
    ScalingPoint point = only(run).at(1).orElseThrow();
    assertThat(point.forks()).isEqualTo(2);
    assertThat(point.elementsPerSecond()).isEqualTo(MeanInterval.of(200_000, 210_000));
  }

  @Test
  void speedUpIsTakenWithinRounds() {
    // The second round is half as fast, for both.
    HandMadeRun run = run().trial(0, range(1), 200).trial(0, range(2), 190);
    run.trial(1, range(2), 95).trial(1, range(1), 100);
    ScalingPoint one = only(run).at(1).orElseThrow();
    ScalingPoint two = only(run).at(2).orElseThrow();

    assertThat(one.speedUp()).isEqualTo(Estimate.of(1, 1, 1));
    assertThat(one.efficiency()).isEqualTo(Estimate.of(1, 1, 1));
    assertThat(two.speedUp().value()).isCloseTo(1.9, within(1e-12));
    assertThat(two.speedUp().halfWidth()).isLessThan(1e-12);
    assertThat(two.efficiency().value()).isCloseTo(0.95, within(1e-12));
    assertThat(two.elementsPerSecond().halfWidth()).isGreaterThan(100_000);
  }

  @Test
  void armsThatShareNoTwoRoundsAreIndependent() {
    HandMadeRun run = run().trial(0, range(1), 100).trial(1, range(1), 102);
    run.trial(1, range(2), 96).trial(2, range(2), 97);

    assertThat(only(run).at(2).orElseThrow().speedUp())
        .isEqualTo(
            RatioInterval.independent(
                new double[] {192_000, 194_000}, new double[] {100_000, 102_000}));
  }

  @Test
  void oneRoundGivesASpeedUpWithoutInterval() {
    HandMadeRun run = run().trial(0, range(1), 100).trial(0, range(2), 95);
    Estimate speedUp = only(run).at(2).orElseThrow().speedUp();
    assertThat(speedUp.value()).isCloseTo(1.9, within(1e-12));
    assertThat(speedUp.hasInterval()).isFalse();
    assertThat(speedUp.reason()).isNotBlank();
  }

  @Test
  void withoutOneWorkerThereIsNoSpeedUp() {
    HandMadeRun run = run().twice(range(2), 100);
    ScalingPoint two = only(run).at(2).orElseThrow();
    Estimate none = Estimate.unknown("the run has no result with one worker");
    assertThat(two.speedUp()).isEqualTo(none);
    assertThat(two.efficiency()).isEqualTo(none);
    assertThat(two.elementsPerSecond().hasInterval()).isTrue();
  }

  @Test
  void strongScalingDividesTheSameWork() {
    HandMadeRun run = run().twice(strong(1), 100).twice(strong(2), 180);
    ScalingPoint point = only(run).at(2).orElseThrow();
    assertThat(point.elementsPerSecond().value()).isCloseTo(180_000, within(1e-6));
    assertThat(point.speedUp().value()).isCloseTo(1.8, within(1e-12));
  }

  @Test
  void failedTrialsNeverCount() {
    HandMadeRun run = run().twice(range(1), 100).failed(0, range(2), 100).failed(1, range(1), 900);
    ScalingCurve curve = only(run);
    assertThat(curve.at(2)).isEmpty();
    assertThat(curve.at(1).orElseThrow().forks()).isEqualTo(2);
    assertThat(curve.at(1).orElseThrow().elementsPerSecond())
        .isEqualTo(Estimate.of(100_000, 100_000, 100_000).withError(0, 1));
  }

  @Test
  void pointsAscendWhateverTheOrderOfThePlan() {
    HandMadeRun run = run().trial(0, range(8), 10).trial(0, range(1), 10).trial(0, range(4), 10);
    assertThat(only(run).points())
        .extracting(point -> point.configuration().workers())
        .containsExactly(1, 4, 8);
  }

  @Test
  void whateverElseDiffersHasItsOwnCurve() {
    List<Configuration> configurations =
        List.of(
            range(1),
            HandMadeRun.configuration(Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, 1),
            HandMadeRun.configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 1),
            strong(1),
            placed(1, Placement.SPREAD),
            Copies.with(range(1), "elements", 5L));
    HandMadeRun run = run();
    configurations.forEach(configuration -> run.trial(0, configuration, 10));
    assertThat(
            Curves.of(
                TaintSplit.of(run.build(), new Ledger(List.of())),
                MACHINE.topology(),
                Trust.HIGH,
                0))
        .extracting(curve -> curve.points().getFirst().configuration())
        .containsExactlyElementsOf(configurations);
  }

  private static HandMadeRun run() {
    return new HandMadeRun(MACHINE);
  }

  private static ScalingCurve only(HandMadeRun run) {
    List<ScalingCurve> curves =
        Curves.of(
            TaintSplit.of(run.build(), new Ledger(List.of())), MACHINE.topology(), Trust.HIGH, 0);
    assertThat(curves).hasSize(1);
    return curves.getFirst();
  }
}
