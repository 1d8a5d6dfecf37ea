package io.coreyield.benchmarks.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.CorePair;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Plan;
import io.coreyield.analysis.model.Workload;
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
    Deadline deadline = Deadline.from(System.nanoTime(), Duration.ofHours(1));

    assertThat(deadline.holds(1)).isTrue();
    assertThat(deadline.holds(3_601)).isFalse();
    assertThat(deadline.left()).isBetween(Duration.ofMinutes(55), Duration.ofHours(1));
    assertThat(deadline.elapsed()).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void aPassedDeadlineHoldsNothingAndNoneHoldsAll() {
    long anHourAgo = System.nanoTime() - Duration.ofHours(1).toNanos();
    Deadline passed = Deadline.from(anHourAgo, Duration.ofMinutes(1));

    assertThat(passed.holds(0)).isFalse();
    assertThat(passed.left()).isZero();
    assertThat(passed.elapsed()).isGreaterThanOrEqualTo(Duration.ofHours(1));
    assertThat(Deadline.from(anHourAgo, null).holds(1e9)).isTrue();
    assertThat(Deadline.from(anHourAgo, null).left()).isEqualTo(Duration.ofDays(365));
  }
}
