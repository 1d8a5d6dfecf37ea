package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedAnswerTest {

  private static final List<ConcurrencyModel> PLATFORM = List.of(ConcurrencyModel.PLATFORM);

  private static String answer(Run run) {
    return AnswerWords.sentence(MeasuredFindings.of(run).answer());
  }

  private static Run noiseless(int threadsPerCore, Map<Kernel, Double> yields, boolean simulated) {
    return PairedRuns.run(SimulatedRuns.machine(2, threadsPerCore), yields, 0, simulated);
  }

  private static Run everyKernel(int threadsPerCore, double yield) {
    Machine machine = SimulatedRuns.machine(2, threadsPerCore);
    return SimulatedRuns.run(machine, Kernel.MAIN, PLATFORM, 2, yield, 0, 1);
  }

  @Test
  void pairsSpeakBeforeTheWholeChip() {
    assertThat(answer(noiseless(2, Map.of(Kernel.RANGE_ILP, 0.03, Kernel.RANGE, 0.81), false)))
        .isEqualTo(
            "For code bound by integer-add latency, a second sibling adds 81.0 % [81.0,"
                + " 81.0]; for code bound by integer ports, a second sibling adds 3.0 %"
                + " [3.0, 3.0]: almost nothing.");
  }

  @Test
  void manyKernelsAreGroupedByTheirAnswer() {
    assertThat(answer(noiseless(2, PairedRuns.YIELDS, false)))
        .isEqualTo(
            "A second sibling adds almost nothing for code bound by integer ports (3.0 % [3.0, 3.0])"
                + " and load ports (2.0 % [2.0, 2.0]); adds something for code bound by integer-add"
                + " latency (81.0 % [81.0, 81.0]) and memory latency (79.0 % [79.0, 79.0]); is as good"
                + " as a core for code bound by FP-add latency (98.0 % [98.0, 98.0]);"
                + " is harmful for code bound by memory bandwidth (−12.0 % [−12.0, −12.0]).");
  }

  @Test
  void withoutSiblingsNoYieldIsInvented() {
    assertThat(answer(noiseless(1, Map.of(Kernel.RANGE_ILP, 0.03), false)))
        .startsWith(
            "This machine declares no SMT siblings (2 logical CPUs on 2 cores), so no SMT yield can"
                + " be measured (the command topology shows whether some are hidden); for code bound by"
                + " integer-add latency, 2 workers do")
        .doesNotContain("sibling adds");
  }

  @Test
  void withoutSiblingsAndCurvesTheControlsAreSaid() {
    Run run = noiseless(1, Map.of(Kernel.RANGE_ILP, 0.03), false);
    Run pairsOnly =
        run.withTrials(
            run.trials().stream().filter(trial -> trial.pair().findAny().isPresent()).toList());
    assertThat(answer(pairsOnly))
        .endsWith(
            "are hidden); for code bound by integer ports, a second worker adds 0.0 %"
                + " [0.0, 0.0] on the same logical CPU and 99.0 % [99.0, 99.0] on another core.");
  }

  @Test
  void aSimulatedMachineIsNamedFirst() {
    assertThat(answer(noiseless(2, Map.of(Kernel.RANGE_ILP, 0.03), true)))
        .startsWith("Simulated machine: for code bound by integer-add");
  }

  @Test
  void aModelThatWasPairedStandsInForPlatformThreads() {
    Run run =
        PairedRuns.run(
            SimulatedRuns.machine(2, 2),
            Map.of(Kernel.RANGE_ILP, 0.03),
            List.of(ConcurrencyModel.VIRTUAL, ConcurrencyModel.PROCESS),
            0,
            false);
    assertThat(answer(run))
        .isEqualTo(
            "With virtual threads, for code bound by integer ports, a second sibling adds 3.0 %"
                + " [3.0, 3.0]: almost nothing.");
  }

  @Test
  void manyKernelsWithoutSiblingsAreOneClause() {
    assertThat(answer(everyKernel(1, 0)))
        .contains("; 2 workers do this many times the work of one: ")
        .contains(" (integer ports), ")
        .endsWith(" (memory latency).");
  }

  @Test
  void whatCannotBeToldIsGroupedByItsReason() {
    Run run = everyKernel(2, 0.3);
    List<Integer> wanted = List.of(1, 2);
    Run few =
        run.withTrials(
            run.trials().stream()
                .filter(t -> t.configuration().anyMatch(c -> wanted.contains(c.workers())))
                .toList());
    assertThat(answer(few))
        .contains("What a second sibling adds for code bound by integer-add latency, ")
        .contains(" and memory latency is unknown: no result with 4 workers; 2 workers do");
  }
}
