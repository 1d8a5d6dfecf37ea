package io.coreyield.analysis.findings;

import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coreyield.analysis.findings.load.Results;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.AdviceWords;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdvisorTest {

  private static final Topology TOPOLOGY = SimulatedRuns.machine(4, 2).topology();

  private static Advice bySibling(double yield) {
    SmtYield smtYield =
        Known.chipWide(
            Kernel.RANGE_ILP,
            ConcurrencyModel.PLATFORM,
            Estimate.of(yield, yield - 0.01, yield + 0.01),
            3);
    return Advisor.advice(
            TOPOLOGY, List.of(smtYield), List.of(), new Results(new HandMadeRun(4, 2).build()))
        .getFirst();
  }

  private static Advice byCurve(long four, long eight) {
    HandMadeRun run = new HandMadeRun(4, 2);
    run.twice(range(1), 1000).twice(range(4), four).twice(range(8), eight);
    return MeasuredFindings.of(run.build()).advice().getFirst();
  }

  @Test
  void aSiblingThatAddsNothingIsWorthNoWorker() {
    assertThat(bySibling(0.03).workers()).isEqualTo(4);
    assertThat(bySibling(-0.1).workers()).isEqualTo(4);
    assertThat(AdviceWords.reason(bySibling(-0.1))).contains("a sibling takes away 10 %");
    assertThat(AdviceWords.reason(bySibling(0.3)))
        .isEqualTo(
            "one per logical CPU: a sibling adds 30 % [29, 31], by pairs alone; 4 instead costs 23 % [22, 24]");
  }

  @Test
  void theCurveSaysTheSame() {
    assertThat(byCurve(1000, 515).workers()).isEqualTo(4);
    assertThat(byCurve(1000, 625).workers()).isEqualTo(8);
    assertThat(AdviceWords.reason(byCurve(1000, 515)))
        .endsWith("; 1 instead costs 75.0 % [75.0, 75.0], 8 instead adds 3.0 % [3.0, 3.0]");
    assertThat(AdviceWords.reason(byCurve(1000, 500)))
        .endsWith("; 1 instead costs 75.0 % [75.0, 75.0], 8 instead costs nothing [0.0, 0.0]");
  }

  /** A speed-up of 1.6 with an interval of ± 1 is no evidence for two workers. */
  @Test
  void whatGivesNoAnswerGivesNoAdvice() {
    HandMadeRun run = new HandMadeRun(2, 1);
    run.trial(0, range(1), 1000).trial(0, range(2), 1000);
    run.trial(1, range(1), 1000).trial(1, range(2), 300);
    assertThat(MeasuredFindings.of(run.build()).advice()).isEmpty();
  }

  @Test
  void everyModelHasItsOwnAdvice() {
    HandMadeRun run = new HandMadeRun(2, 1);
    for (ConcurrencyModel model :
        List.of(ConcurrencyModel.PLATFORM, ConcurrencyModel.GLOBAL_LOCK)) {
      run.twice(configuration(Kernel.RANGE, model, 1), 1000);
      run.twice(configuration(Kernel.RANGE, model, 2), model.isParallel() ? 1000 : 300);
    }
    assertThat(MeasuredFindings.of(run.build()).advice())
        .extracting(Advice::model, Advice::workers)
        .containsExactly(
            tuple(ConcurrencyModel.PLATFORM, 2), tuple(ConcurrencyModel.GLOBAL_LOCK, 1));
  }

  /** Of four cores one has a sibling, so all siblings together add less than 30 %. */
  @Test
  void coresThatDifferHaveNoCostByPairs() {
    Topology cut =
        new Topology(
                TOPOLOGY.cpus().stream()
                    .map(c -> new LogicalCpu(c.id(), c.core(), 0, 0, 0, c.id() < 5))
                    .toList())
            .usable();
    SmtYield smtYield =
        Known.chipWide(
            Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, Estimate.of(0.3, 0.29, 0.31), 3);
    assertThat(
            Advisor.advice(
                    cut, List.of(smtYield), List.of(), new Results(new HandMadeRun(4, 2).build()))
                .getFirst()
                .alternatives())
        .isEmpty();
  }

  @Test
  void aGainWhoseIntervalHoldsZeroIsStillAGain() {
    assertThat(AdviceWords.cost(Estimate.of(-0.04, -0.09, 0.01)))
        .isEqualTo("adds 4.0 % [−1.0, 9.0]");
    assertThat(AdviceWords.cost(Estimate.of(0.005, -0.01, 0.02)))
        .isEqualTo("costs nothing [−1.0, 2.0]");
  }

  private static Advice advice(Kernel kernel, int workers) {
    return new Advice(
        kernel,
        ConcurrencyModel.PLATFORM,
        workers,
        Advice.Each.NEITHER,
        new Advice.Pairs(Estimate.of(0.3, 0.2, 0.4)),
        List.of());
  }

  @Test
  void theSameAdviceIsGivenOnce() {
    List<Advice> advice =
        List.of(
            advice(Kernel.RANGE, 8), advice(Kernel.RANGE_ILP, 4), advice(Kernel.ARRAY_CHASE, 8));
    assertThat(AdviceWords.brief(advice))
        .isEqualTo(
            "Start 8 workers for code bound by integer-add latency and memory latency; 4 for"
                + " code bound by integer ports.");
    assertThat(AdviceWords.brief(List.of(advice(Kernel.RANGE_ILP, 1))))
        .isEqualTo("Start 1 worker for code bound by integer ports.");
    assertThat(AdviceWords.brief(List.of())).isEmpty();
  }
}
