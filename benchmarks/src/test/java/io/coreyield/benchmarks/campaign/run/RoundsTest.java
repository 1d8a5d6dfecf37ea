package io.coreyield.benchmarks.campaign.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
import org.assertj.core.data.Offset;
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
  private static final Workload ONE = new Workload.Summation(SIX.getFirst());
  private static final Workload TWO = new Workload.Summation(SIX.get(1));

  private static final Offset<Double> NEAR = Offset.offset(1e-6);

  private final TrialCost cost = new TrialCost(Machines.machine(8));

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
    double guessed = cost.seconds(ONE, PLAN);
    double guessedOther = cost.seconds(TWO, PLAN);

    cost.learn(Machines.trial(0, ONE, guessed), PLAN);
    cost.learn(Machines.trial(1, ONE, 3 * guessed), PLAN);

    assertThat(cost.seconds(ONE, PLAN)).isCloseTo(2 * guessed, NEAR);
    assertThat(cost.seconds(TWO, PLAN)).isCloseTo(2 * guessedOther, NEAR);
  }

  /** Twice as dear as guessed stays twice as dear when trials get longer. */
  @Test
  void whatWasSeenHoldsForTrialsOfAnotherLength() {
    Plan longer = PLAN.withMeasurements(8, 8);
    double guessed = cost.seconds(ONE, PLAN);
    double guessedLonger = cost.seconds(ONE, longer);
    assertThat(guessedLonger).isGreaterThan(guessed + 5 * PLAN.shape().iterationMs() / 1e3 - 1e-6);

    cost.learn(Machines.trial(0, ONE, 2 * guessed), PLAN);
    assertThat(cost.seconds(ONE, longer)).isCloseTo(2 * guessedLonger, NEAR);

    cost.learn(Machines.trial(1, ONE, 2 * guessedLonger), longer);
    assertThat(cost.seconds(ONE, longer)).isCloseTo(2 * guessedLonger, NEAR);
    assertThat(cost.seconds(ONE, PLAN)).isCloseTo(2 * guessed, NEAR);
  }

  @Test
  void aTrialThatHungCostsItsTimeAndMakesNoOtherDearer() {
    double guessed = cost.seconds(ONE, PLAN);
    double guessedOther = cost.seconds(TWO, PLAN);

    cost.learn(Machines.failed(0, ONE, 60), PLAN);

    assertThat(cost.seconds(ONE, PLAN)).isCloseTo(60, NEAR);
    assertThat(cost.secondsOfSuccess(ONE, PLAN)).isCloseTo(guessed, NEAR);
    assertThat(cost.seconds(TWO, PLAN)).isCloseTo(guessedOther, NEAR);
  }

  /** It may give a result the next time, and then takes as long as any. */
  @Test
  void aTrialThatFailedAtOnceIsNotTakenToBeCheap() {
    double guessed = cost.seconds(ONE, PLAN);

    cost.learn(Machines.failed(0, ONE, 0.1), PLAN);

    assertThat(cost.seconds(ONE, PLAN)).isCloseTo(guessed, NEAR);
  }

  @Test
  void bothNamesOfTheControlCostTheSameAndSoDoAllCores() {
    cost.learn(Machines.trial(0, ONE, 7), PLAN);
    cost.learn(Machines.trial(1, pair(0, 4, 1), 9), PLAN);

    assertThat(cost.seconds(new Workload.AaRepeat(SIX.getFirst()), PLAN)).isCloseTo(7, NEAR);
    assertThat(cost.seconds(pair(2, 6, 3), PLAN)).isCloseTo(9, NEAR);
  }

  @Test
  void aTrialIsHungAfterThreeTimesWhatIsExpected() {
    double guessed = cost.seconds(ONE, PLAN);
    assertThat(cost.limit(ONE, PLAN).toMillis() / 1e3)
        .isCloseTo(Math.max(60, 10 * guessed), within(2e-3));

    cost.learn(Machines.trial(0, ONE, 7), PLAN);
    assertThat(cost.limit(ONE, PLAN)).isEqualTo(Duration.ofSeconds(21));

    cost.learn(Machines.trial(1, pair(0, 4, 1), 2), PLAN);
    assertThat(cost.limit(pair(2, 6, 3), PLAN)).isEqualTo(Duration.ofSeconds(10));
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
          .contains(ONE, new Workload.AaRepeat(SIX.getFirst()));
    }
  }

  @Test
  void whatCannotRunAtOnceTakesTurns() {
    TrialCost ofFour = new TrialCost(Machines.machine(4));
    double one = ofFour.operationSeconds(Machines.configuration(ConcurrencyModel.PLATFORM, 1));

    assertThat(ofFour.operationSeconds(Machines.configuration(ConcurrencyModel.PLATFORM, 4)))
        .isEqualTo(one);
    assertThat(ofFour.operationSeconds(Machines.configuration(ConcurrencyModel.VIRTUAL, 5)))
        .isEqualTo(2 * one);
    assertThat(ofFour.operationSeconds(Machines.configuration(ConcurrencyModel.GLOBAL_LOCK, 4)))
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
