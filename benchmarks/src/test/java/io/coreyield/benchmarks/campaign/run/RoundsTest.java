package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.benchmarks.campaign.plan.Machines;
import io.coreyield.benchmarks.campaign.plan.RoundOrder;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of rounds, what trials cost, and when they must have ended. */
class RoundsTest {
  private static final List<Configuration> SIX =
      IntStream.rangeClosed(1, 6)
          .mapToObj(workers -> Machines.configuration(ConcurrencyModel.PLATFORM, workers))
          .toList();

  private static final Plan PLAN = Machines.plan(SIX);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, 42, Long.MAX_VALUE, Long.MIN_VALUE})
  void aRoundIsAShuffleThatTheSeedRepeats(long seed) {
    List<List<Workload>> rounds =
        IntStream.range(0, 10).mapToObj(round -> RoundOrder.of(PLAN, seed, round)).toList();

    assertThat(rounds)
        .allSatisfy(round ->
            assertThat(round)
                .containsExactlyInAnyOrderElementsOf(
                    SIX.stream().map(Workload.Summation::new).toList()));
    assertThat(rounds.stream().distinct()).hasSizeGreaterThan(5);
    for (int round = 0; round < 10; round++) {
      assertThat(RoundOrder.of(PLAN, seed, round)).isEqualTo(rounds.get(round));
    }
  }

  /** Five cores, two a round: each once before any again, and the same ones for all kernels. */
  @Test
  void everyCoreRunsBeforeOneRunsAgain() {
    List<CorePair> pairs =
        Stream.of(Kernel.RANGE, Kernel.ARRAY_CHASE)
            .flatMap(kernel ->
                IntStream.range(0, 5)
                    .mapToObj(core ->
                        new CorePair(
                            kernel, ConcurrencyModel.PLATFORM, core, core + 5, (core + 1) % 5)))
            .toList();
    Plan plan = Machines.plan(SIX, pairs);
    for (long seed = 0; seed < 50; seed++) {
      List<Integer> firsts = new ArrayList<>();
      for (int round = 0; round < 5; round++) {
        Map<Kernel, Set<Integer>> cores =
            RoundOrder.of(plan, seed, round).stream()
                .filter(Workload.Pair.class::isInstance)
                .map(w -> ((Workload.Pair) w).pair())
                .collect(
                    Collectors.groupingBy(
                        CorePair::kernel, Collectors.mapping(CorePair::first, Collectors.toSet())));
        assertThat(cores).hasSize(2);
        assertThat(Set.copyOf(cores.values())).hasSize(1);
        cores.values().stream().limit(1).forEach(firsts::addAll);
      }
      assertThat(Set.copyOf(firsts.subList(0, 4))).hasSize(4);
      assertThat(firsts.stream().collect(Collectors.groupingBy(f -> f, Collectors.counting())))
          .hasSize(5)
          .allSatisfy((core, count) -> assertThat(count).isEqualTo(2L));
    }
  }

  @Test
  void everyConfigurationComesFirstAboutAsOften() {
    long seed = 20_260_102;
    int[] first = new int[7];
    for (int round = 0; round < 6_000; round++) {
      Workload.Summation opening = (Workload.Summation) RoundOrder.of(PLAN, seed, round).getFirst();
      first[opening.configuration().workers()]++;
    }
    // Five standard deviations of a binomial of 6000 and 1/6 are 144.
    assertThat(first).startsWith(0);
    assertThat(IntStream.rangeClosed(1, 6).map(workers -> first[workers]))
        .allMatch(count -> Math.abs(count - 1_000) < 144);
  }

  @Test
  void whatWasSeenReplacesTheGuessAndCorrectsTheOthers() {
    Plan plan = Machines.plan(SIX);
    TrialCost cost = new TrialCost(8);
    Workload seen = new Workload.Summation(SIX.getFirst());
    Workload other = new Workload.Summation(SIX.get(1));
    double guessed = cost.seconds(seen, plan);
    double guessedOther = cost.seconds(other, plan);

    cost.learn(Machines.trial(0, seen, guessed), plan);
    cost.learn(Machines.trial(1, seen, 3 * guessed), plan);

    assertThat(cost.seconds(seen, plan)).isCloseTo(2 * guessed, within());
    assertThat(cost.seconds(other, plan)).isCloseTo(2 * guessedOther, within());
  }

  /** Twice as dear as guessed stays twice as dear when trials get longer. */
  @Test
  void whatWasSeenHoldsForTrialsOfAnotherLength() {
    Plan plan = Machines.plan(SIX);
    Plan longer = plan.withMeasurements(8, 8);
    TrialCost cost = new TrialCost(8);
    Workload seen = new Workload.Summation(SIX.getFirst());
    double guessed = cost.seconds(seen, plan);
    double guessedLonger = cost.seconds(seen, longer);
    assertThat(guessedLonger).isGreaterThan(guessed + 5 * plan.shape().iterationMs() / 1e3 - 1e-6);

    cost.learn(Machines.trial(0, seen, 2 * guessed), plan);
    assertThat(cost.seconds(seen, longer)).isCloseTo(2 * guessedLonger, within());

    cost.learn(Machines.trial(1, seen, 2 * guessedLonger), longer);
    assertThat(cost.seconds(seen, longer)).isCloseTo(2 * guessedLonger, within());
    assertThat(cost.seconds(seen, plan)).isCloseTo(2 * guessed, within());
  }

  @Test
  void aTrialThatHungCostsItsTimeAndMakesNoOtherDearer() {
    Plan plan = Machines.plan(SIX);
    TrialCost cost = new TrialCost(8);
    Workload hung = new Workload.Summation(SIX.getFirst());
    Workload other = new Workload.Summation(SIX.get(1));
    double guessed = cost.seconds(hung, plan);
    double guessedOther = cost.seconds(other, plan);

    cost.learn(Machines.failed(0, hung, 60), plan);

    assertThat(cost.seconds(hung, plan)).isCloseTo(60, within());
    assertThat(cost.secondsOfSuccess(hung, plan)).isCloseTo(guessed, within());
    assertThat(cost.seconds(other, plan)).isCloseTo(guessedOther, within());
  }

  /** It may give a result the next time, and then takes as long as any. */
  @Test
  void aTrialThatFailedAtOnceIsNotTakenToBeCheap() {
    Plan plan = Machines.plan(SIX);
    TrialCost cost = new TrialCost(8);
    Workload failed = new Workload.Summation(SIX.getFirst());
    double guessed = cost.seconds(failed, plan);

    cost.learn(Machines.failed(0, failed, 0.1), plan);

    assertThat(cost.seconds(failed, plan)).isCloseTo(guessed, within());
  }

  @Test
  void bothNamesOfTheControlCostTheSameAndSoDoAllCores() {
    Plan plan = Machines.plan(SIX);
    TrialCost cost = new TrialCost(8);
    cost.learn(Machines.trial(0, new Workload.Summation(SIX.getFirst()), 7), plan);
    cost.learn(Machines.trial(1, pair(0, 4, 1), 9), plan);

    assertThat(cost.seconds(new Workload.AaRepeat(SIX.getFirst()), plan)).isCloseTo(7, within());
    assertThat(cost.seconds(pair(2, 6, 3), plan)).isCloseTo(9, within());
  }

  private static Workload pair(int first, int second, int other) {
    return new Workload.Pair(
        new CorePair(Kernel.ARRAY_STREAM, ConcurrencyModel.PLATFORM, first, second, other));
  }

  @Test
  void theControlRunsTwiceARoundUnderTwoNames() {
    Plan plan = Copies.with(PLAN, "control", SIX.getFirst());
    for (int round = 0; round < 5; round++) {
      assertThat(RoundOrder.of(plan, 3, round))
          .hasSize(7)
          .contains(new Workload.Summation(SIX.getFirst()), new Workload.AaRepeat(SIX.getFirst()));
    }
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }

  @Test
  void whatCannotRunAtOnceTakesTurns() {
    TrialCost cost = new TrialCost(4);
    double one = cost.operationSeconds(Machines.configuration(ConcurrencyModel.PLATFORM, 1));

    assertThat(cost.operationSeconds(Machines.configuration(ConcurrencyModel.PLATFORM, 4)))
        .isEqualTo(one);
    assertThat(cost.operationSeconds(Machines.configuration(ConcurrencyModel.VIRTUAL, 5)))
        .isEqualTo(2 * one);
    assertThat(cost.operationSeconds(Machines.configuration(ConcurrencyModel.GLOBAL_LOCK, 4)))
        .isGreaterThanOrEqualTo(4 * one);
  }

  @Test
  void aDeadlineHoldsWhatEndsBeforeIt() {
    Deadline deadline = new Deadline(System::nanoTime, System.nanoTime(), Duration.ofHours(1));

    assertThat(deadline.holds(1)).isTrue();
    assertThat(deadline.holds(3_601)).isFalse();
    assertThat(deadline.left()).isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
    assertThat(deadline.elapsed()).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void aPassedDeadlineHoldsNothingAndNoneHoldsAll() {
    long anHourAgo = System.nanoTime() - Duration.ofHours(1).toNanos();
    Deadline passed = new Deadline(System::nanoTime, anHourAgo, Duration.ofMinutes(1));

    assertThat(passed.holds(0)).isFalse();
    assertThat(passed.left()).isZero();
    assertThat(passed.elapsed()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(new Deadline(System::nanoTime, anHourAgo, null).holds(1e9)).isTrue();
    assertThat(new Deadline(System::nanoTime, anHourAgo, null).left())
        .isEqualTo(Duration.ofDays(365));
  }
}
