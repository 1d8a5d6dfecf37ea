package io.coreyield.analysis.wording;

import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.placed;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static io.coreyield.analysis.findings.HandMadeRun.strong;
import static io.coreyield.analysis.wording.AnswerWordsTest.answer;
import static io.coreyield.analysis.wording.AnswerWordsTest.twoCores;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What another worker is worth, where there is no sibling to value. */
class WorkerAnswerTest {

  @Test
  void withoutSiblingsTheNextCoreIsValued() {
    assertThat(answer(twoCores(1000, 985)))
        .isEqualTo(
            "This machine declares no SMT siblings (2 logical CPUs on 2 cores), so no SMT yield can"
                + " be measured (the command topology shows whether some are hidden); for code bound by"
                + " integer-add latency, 2 workers do 1.97× [1.97, 1.97] the work of one.");
  }

  @Test
  void strongScalingIsTheSameWorkFaster() {
    assertThat(answer(new HandMadeRun(2, 1).twice(strong(1), 1000).twice(strong(2), 1900)))
        .endsWith("2 workers do the same work 1.90× [1.90, 1.90] as fast as one.");
  }

  @Test
  void oneLogicalCpuHasOneWorker() {
    assertThat(answer(new HandMadeRun(1, 1).twice(range(1), 3_500_000)))
        .isEqualTo(
            "This run could use one logical CPU, so no SMT yield can be measured; for code bound by"
                + " integer-add latency, one worker sums 3.50 billion elements a second"
                + " [3.50, 3.50].");
  }

  @Test
  void oneWorkerOfManyKernelsIsOneClause() {
    HandMadeRun run = new HandMadeRun(1, 1);
    run.twice(range(1), 3_500_000)
        .twice(configuration(Kernel.RANGE_ILP, ConcurrencyModel.PLATFORM, 1), 14_000_000)
        .twice(configuration(Kernel.ARRAY_CHASE, ConcurrencyModel.PLATFORM, 1), 9500);
    assertThat(answer(run))
        .endsWith(
            "be measured; one worker sums this many elements a second:"
                + " 3.50 G [3.50, 3.50] (integer-add latency), 14.00 G [14.00, 14.00] (integer"
                + " ports) and 9.50 M [9.50, 9.50] (memory latency).");
  }

  @Test
  void kernelsOfAsManyWorkersStandTogether() {
    HandMadeRun run = new HandMadeRun(2, 1);
    for (Kernel kernel : List.of(Kernel.RANGE, Kernel.RANGE_ILP, Kernel.ARRAY_PORTS)) {
      run.twice(configuration(kernel, ConcurrencyModel.PLATFORM, 1), 1000)
          .twice(configuration(kernel, ConcurrencyModel.PLATFORM, 2), 950);
    }
    run.twice(configuration(Kernel.ARRAY_CHASE, ConcurrencyModel.PLATFORM, 1), 9500);
    assertThat(answer(run))
        .endsWith(
            "2 workers do this many times the work of one: 1.90× [1.90,"
                + " 1.90] (integer-add latency), 1.90× [1.90, 1.90] (integer ports) and 1.90×"
                + " [1.90, 1.90] (load ports); for code bound by memory latency, one worker sums"
                + " 9.50 million elements a second [9.50, 9.50].");
  }

  @Test
  void platformThreadsSpeakForAllModels() {
    HandMadeRun run = new HandMadeRun(2, 1);
    run.twice(configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 1), 1000)
        .twice(configuration(Kernel.RANGE, ConcurrencyModel.VIRTUAL, 2), 500)
        .twice(range(1), 1000)
        .twice(range(2), 985);
    assertThat(answer(run))
        .endsWith(
            "are hidden); for code bound by integer-add latency, 2 workers do"
                + " 1.97× [1.97, 1.97] the work of one.");
  }

  @Test
  void theSchedulersPlacementAndWeakScalingSpeakForAKernel() {
    HandMadeRun run = new HandMadeRun(2, 1);
    run.twice(strong(1), 1000)
        .twice(strong(2), 1100)
        .twice(placed(1, Placement.SPREAD), 1000)
        .twice(placed(2, Placement.SPREAD), 600)
        .twice(range(1), 1000)
        .twice(range(2), 985);
    assertThat(answer(run)).endsWith("2 workers do 1.97× [1.97, 1.97] the work of one.");
  }

  @Test
  void withoutOneWorkerTheOthersCannotBeValued() {
    assertThat(answer(new HandMadeRun(2, 1).trial(0, range(2), 100)))
        .endsWith("what 2 workers are worth is unknown: the run has no result with one worker.");
  }
}
