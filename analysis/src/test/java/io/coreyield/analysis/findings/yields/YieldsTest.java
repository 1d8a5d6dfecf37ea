package io.coreyield.analysis.findings.yields;

import static io.coreyield.analysis.findings.HandMadeRun.configuration;
import static io.coreyield.analysis.findings.HandMadeRun.placed;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static io.coreyield.analysis.findings.HandMadeRun.strong;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.trust.Ledger;
import io.coreyield.analysis.findings.trust.TaintSplit;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YieldsTest {

  private static final Topology FOUR_CORES = SimulatedRuns.machine(4, 2).topology();

  private final HandMadeRun run = new HandMadeRun(4, 2);

  @Test
  void yieldIsAllLogicalCpusOverAllCoresWithinRounds() {
    // 800 against 500 operations of 4 and 8 thousand elements; the second round half as fast.
    run.trial(0, range(4), 800)
        .trial(0, range(8), 500)
        .trial(1, range(8), 250)
        .trial(1, range(4), 400)
        .trial(2, range(8), 500);
    SmtYield yield = only(FOUR_CORES, Trust.HIGH);
    assertThat(yield.yield().value()).isCloseTo(0.25, within(1e-12));
    assertThat(yield.yield().halfWidth()).isLessThan(1e-12);
    assertThat(yield.category()).isEqualTo(Category.SOMETHING);
    assertThat(yield.estimator()).isEqualTo(Estimator.CHIP_WIDE);
    assertThat(yield.sampling().forks()).isEqualTo(2);
  }

  @Test
  void moreSiblingsShareWhatTheyAddTogether() {
    run.twice(range(1), 100).twice(range(4), 40);
    SmtYield yield = only(SimulatedRuns.machine(1, 4).topology(), Trust.HIGH);
    assertThat(yield.yield().value()).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void oneRoundHasAYieldButNoAnswer() {
    SmtYield yield =
        only(run.trial(0, range(4), 800).trial(0, range(8), 500), FOUR_CORES, Trust.HIGH);
    assertThat(yield.yield().value()).isCloseTo(0.25, within(1e-12));
    assertThat(yield.trust())
        .isEqualTo(Trust.noAnswer("an arm has one fork: an interval needs two of each"));
  }

  @Test
  void aBusyMachineHasAYieldButNoAnswer() {
    run.twice(range(4), 800).twice(range(8), 500);
    SmtYield yield = only(FOUR_CORES, Known.busy());
    assertThat(yield.yield().hasInterval()).isTrue();
    assertThat(yield.category()).isEqualTo(Category.UNKNOWN);
    assertThat(yield.trust()).isEqualTo(Known.busy());
  }

  @Test
  void aMissingWorkerCountIsNamed() {
    run.trial(0, range(4), 800);
    assertUnknown(only(FOUR_CORES, Trust.HIGH), "no result with 8 workers");
    run.failed(0, range(8), 500);
    assertUnknown(only(FOUR_CORES, Trust.HIGH), "no result with 8 workers");
    assertUnknown(
        only(run, SimulatedRuns.machine(1, 2).topology(), Trust.HIGH),
        "no result with 1 worker and 2 workers");
  }

  @Test
  void anInterruptedPlanAndOtherPlacementsAndScalingsDoNotTell() {
    run.planned(range(4), range(8));
    assertUnknown(
        only(FOUR_CORES, Trust.HIGH),
        "no result with 4 workers and 8 workers under placement os and weak scaling");
    for (int workers : new int[] {4, 8}) {
      run.trial(0, placed(workers, Placement.SPREAD), 100).trial(0, strong(workers), 100);
    }
    assertUnknown(
        only(FOUR_CORES, Trust.HIGH),
        "no result with 4 workers and 8 workers under placement os and weak scaling");
  }

  @Test
  void armsOfDifferentWorkAreNotCompared() {
    run.trial(0, range(4), 100).trial(0, Copies.with(range(8), "elements", 2000L), 100);
    assertUnknown(only(FOUR_CORES, Trust.HIGH), "no n has results with both worker counts");
  }

  @Test
  void withoutSiblingsThereIsOneUnknownPerKernelAndParallelModel() {
    for (Kernel kernel : List.of(Kernel.RANGE, Kernel.RANGE_ILP)) {
      for (ConcurrencyModel model : ConcurrencyModel.values()) {
        run.trial(0, configuration(kernel, model, 1), 10);
        run.trial(0, configuration(kernel, model, 2), 10);
      }
    }
    List<SmtYield> yields =
        Yields.of(
            SimulatedRuns.machine(2, 1).topology(),
            TaintSplit.of(run.build(), new Ledger(List.of())),
            Trust.HIGH);
    assertThat(yields).hasSize(8).allSatisfy(y -> assertUnknown(y, "no sibling pair"));
    assertThat(yields).extracting(SmtYield::model).doesNotContain(ConcurrencyModel.GLOBAL_LOCK);
  }

  @Test
  void usableCpusThatCutSiblingsApartCannotTell() {
    run.trial(0, range(4), 800).trial(0, range(8), 500).trial(0, range(5), 500);
    assertUnknown(only(usable(Set.of(0, 1, 2, 3)), Trust.HIGH), "no sibling pair");
    assertUnknown(
        only(usable(Set.of(0, 1, 2, 3, 4)), Trust.HIGH),
        "not every core has 2 logical CPUs that the run could use, so the chip-wide yield is unknown");
  }

  @Test
  void usableCpusThatKeepPairsTogetherAreTheMachine() {
    run.twice(range(1), 100).twice(range(2), 75);
    assertThat(only(usable(Set.of(0, 4)), Trust.HIGH).yield().value())
        .isCloseTo(0.5, within(1e-12));
  }

  /**
   * A 95 % interval holds the truth in 95 of 100 runs; two standard errors of the share of 1000
   * runs are 1.4 points.
   */
  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0, 0.25, 1})
  void theYieldOfASimulatedMachineIsRecovered(double truth) {
    int runs = 1000;
    long firstSeed = 1_000_000;
    List<SmtYield> yields =
        IntStream.range(0, runs)
            .mapToObj(i -> simulated(truth, firstSeed + i))
            .map(simulated -> only(simulated, FOUR_CORES, Trust.HIGH))
            .toList();
    long held =
        yields.stream().filter(y -> y.yield().low() <= truth && truth <= y.yield().high()).count();
    assertThat(held).as("of seeds %d + 0 … %d", firstSeed, runs - 1).isBetween(930L, 970L);

    Category category =
        truth < 0
            ? Category.HARMFUL
            : truth == 0
                ? Category.NOTHING
                : truth == 1 ? Category.AS_GOOD_AS_A_CORE : Category.SOMETHING;
    long right = yields.stream().filter(y -> y.category() == category).count();
    assertThat(right)
        .as("%s, of seeds %d + 0 … %d", category, firstSeed, runs - 1)
        .isGreaterThan(950);
  }

  private static Run simulated(double yield, long seed) {
    return SimulatedRuns.platform(SimulatedRuns.machine(4, 2), 6, yield, 0.005, seed);
  }

  private static void assertUnknown(SmtYield yield, String reason) {
    assertThat(yield.yield().hasValue()).isFalse();
    assertThat(yield.yield().reason()).isEqualTo(reason);
    assertThat(yield.trust()).isEqualTo(Trust.noAnswer(reason));
    assertThat(yield.sampling().forks()).isZero();
  }

  private static Topology usable(Set<Integer> ids) {
    return new Topology(
            FOUR_CORES.cpus().stream()
                .map(c -> new LogicalCpu(c.id(), c.core(), 0, 0, 0, ids.contains(c.id())))
                .toList())
        .usable();
  }

  private SmtYield only(Topology topology, Trust machine) {
    return only(run, topology, machine);
  }

  private static SmtYield only(HandMadeRun run, Topology topology, Trust machine) {
    return only(run.build(), topology, machine);
  }

  private static SmtYield only(Run run, Topology topology, Trust machine) {
    List<SmtYield> yields = Yields.of(topology, TaintSplit.of(run, new Ledger(List.of())), machine);
    assertThat(yields).hasSize(1);
    return yields.getFirst();
  }
}
