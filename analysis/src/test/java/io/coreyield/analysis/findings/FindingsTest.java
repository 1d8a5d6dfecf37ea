package io.coreyield.analysis.findings;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.wording.DoubtWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FindingsTest {

  @Test
  void aQuickRunIsToldWhole() {
    MeasuredFindings findings = Known.quick(4, 2);

    assertThat(findings.trust().isAnswer()).isTrue();
    assertThat(findings.curves())
        .extracting(ScalingCurve::model)
        .containsExactly(ConcurrencyModel.PLATFORM, ConcurrencyModel.GLOBAL_LOCK);
    assertThat(speedUp(findings, 0, 4)).isCloseTo(4, within(0.1));
    assertThat(speedUp(findings, 0, 8)).isCloseTo(5, within(0.15));
    assertThat(speedUp(findings, 1, 8)).isCloseTo(1 / 1.5, within(0.02));
    assertThat(findings.yields())
        .singleElement()
        .satisfies(y -> assertThat(y.category()).isEqualTo(Category.SOMETHING));
    assertThat(findings.timeRows()).hasSize(8);
    // Eight configurations in three rounds and the idle baseline, three iterations each.
    assertThat(findings.loads().trials()).hasSize(25);
    assertThat(findings.loads().iterations()).hasSize(75);
    assertThat(findings.correlations()).hasSize(8);
    // The load follows the workers.
    assertThat(findings.loads().trials())
        .allSatisfy(load ->
            assertThat(load.busyCpus())
                .isCloseTo(busyWorkers(load.trial().workload()), within(0.02)));
  }

  @Test
  void oneRunGivesOneAnswer() {
    Run run = SimulatedRuns.quick(4, 2);
    assertThat(MeasuredFindings.of(run)).isEqualTo(MeasuredFindings.of(run));
  }

  @Test
  void failedTrialsCountForNothing() {
    Run run = SimulatedRuns.quick(2, 2);
    List<Trial> more = new ArrayList<>(run.trials());
    run.trials().stream().map(FindingsTest::failedCopy).forEach(more::add);
    Run withFailures = run.withTrials(more);

    MeasuredFindings expected = MeasuredFindings.of(run);
    MeasuredFindings findings = MeasuredFindings.of(withFailures);
    assertThat(findings.answer()).isEqualTo(expected.answer());
    assertThat(findings.yields()).isEqualTo(expected.yields());
    assertThat(findings.curves()).isEqualTo(expected.curves());
    assertThat(findings.timeRows()).isEqualTo(expected.timeRows());
    assertThat(findings.loads().iterations()).isEqualTo(expected.loads().iterations());
    assertThat(findings.loads().trials()).isEqualTo(expected.loads().trials());
    assertThat(findings.correlations()).isEqualTo(expected.correlations());
  }

  @Test
  void aMachineOfOneCpuIsToldToo() {
    MeasuredFindings findings = Known.quick(1, 1);
    assertThat(findings.curves()).hasSize(2);
    assertThat(findings.curves().getFirst().points()).hasSize(1);
    assertThat(findings.yields())
        .extracting(SmtYield::trust)
        .containsExactly(Trust.noAnswer("no sibling pair"));
    assertThat(findings.trust()).isEqualTo(Trust.HIGH);
  }

  @Test
  void aRunOfTheIdleTrialAloneHasItsLoad() {
    Run run =
        new HandMadeRun(2, 2)
            .planned(range(2), range(4))
            .idle()
            .sample(0, new long[4], new long[4], new long[4])
            .sample(2, new long[4], new long[4], new long[4])
            .build();
    MeasuredFindings findings = MeasuredFindings.of(run);
    assertThat(findings.curves()).isEmpty();
    assertThat(findings.timeRows()).isEmpty();
    assertThat(findings.correlations()).isEmpty();
    assertThat(findings.loads().trials()).hasSize(1);
    assertThat(findings.yields()).hasSize(1);
    assertThat(findings.trust()).isEqualTo(Trust.noAnswer("no worker has a result"));
  }

  @Test
  void everyKernelAndModelIsThere() {
    Run run = SimulatedRuns.everything(SimulatedRuns.machine(2, 2), 0.3, 0.01, 11);
    MeasuredFindings findings = MeasuredFindings.of(run);
    assertThat(findings.yields()).hasSize(24);
    assertThat(findings.curves()).hasSize(30);
    assertThat(findings.correlations()).hasSize(120);
  }

  @Test
  void aWarningLimitsTrust() {
    Run run =
        new HandMadeRun(1, 1).trial(0, range(1), 10).warned("unfit-made-up", "made-up").build();
    MeasuredFindings findings = MeasuredFindings.of(run);
    assertThat(findings.trust().level()).isEqualTo(Trust.Level.LIMITED);
    assertThat(DoubtWords.reasons(findings.quality().found())).containsExactly("made-up");
  }

  private static double speedUp(MeasuredFindings findings, int curve, int workers) {
    return findings.curves().get(curve).at(workers).orElseThrow().speedUp().value();
  }

  private static double busyWorkers(Workload workload) {
    return switch (workload) {
      case Workload.Idle(), Workload.AaRepeat(var _), Workload.Pair(var _), Workload.Mixed(var _) ->
          0;
      case Workload.Summation(var c) -> c.model().isParallel() ? c.workers() : 1;
    };
  }

  private static Trial failedCopy(Trial trial) {
    return Copies.with(trial, "number", 1000 + trial.number(), "failure", "it was killed");
  }
}
