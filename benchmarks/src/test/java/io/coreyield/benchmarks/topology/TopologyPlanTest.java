package io.coreyield.benchmarks.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Topologies;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.CpuPair;
import io.coreyield.benchmarks.machine.Bursts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pairs are measured, in which order, and that it fits the time. */
class TopologyPlanTest {

  /** What the default budget leaves for rounds. */
  private static final Duration TWO_MINUTES = Duration.ofSeconds(113);

  private static final Bursts FREE = Bursts.under(null);

  private static TopologyPlan plan(Topology topology, Duration measuring, long seed) {
    List<Integer> cpus = topology.cpus().stream().map(LogicalCpu::id).toList();
    return TopologyPlan.of(topology, cpus, measuring, null, FREE, seed);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 8, 16})
  void allPairsOfUpToSixteenFitTheDefaultBudgetTwice(int cpus) {
    TopologyPlan plan = plan(Topologies.of(cpus, 1), TWO_MINUTES, 1);

    assertThat(plan.isSample()).isFalse();
    assertThat(plan.pairs()).hasSize(cpus * (cpus - 1) / 2);
    assertThat(2 * TopologyPlan.MIN_ROUNDS * plan.roundSeconds())
        .isLessThanOrEqualTo(TWO_MINUTES.toMillis() / 1e3);
    assertThat(plan.windowMs())
        .isBetween(TopologyPlan.SHORTEST_WINDOW_MS, TopologyPlan.LONGEST_WINDOW_MS)
        .isGreaterThanOrEqualTo(20);
  }

  @Test
  void whatTheUserWishesIsNotChanged() {
    Topology topology = Topologies.of(4, 1);
    assertThat(TopologyPlan.of(topology, List.of(0, 2), TWO_MINUTES, 33, FREE, 1).windowMs())
        .isEqualTo(33);
    assertThat(TopologyPlan.of(topology, List.of(0, 2), TWO_MINUTES, 33, FREE, 1).pairs())
        .containsExactly(CpuPair.of(0, 2));
  }

  /** A quota leaves room for fewer and shorter windows. */
  @Test
  void restsUnderAQuotaCount() {
    Topology topology = Topologies.of(4, 1);
    List<Integer> cpus = List.of(0, 1, 2, 3);
    Bursts bursts = Bursts.under(new CpuQuota(0.5, 100_000));
    TopologyPlan free = TopologyPlan.of(topology, cpus, TWO_MINUTES, 33, FREE, 1);
    TopologyPlan plan = TopologyPlan.of(topology, cpus, TWO_MINUTES, 33, bursts, 1);

    assertThat(plan.windowMs()).isEqualTo(16);
    int windows = free.windows(0).size();
    assertThat(plan.roundSeconds() - free.roundSeconds())
        .isCloseTo(windows * (0.1 - (33 - 16) / 1e3), within(1e-9));
  }

  @Test
  void aLargeMachineIsSampledWithEveryCpuAndEveryGuessInIt() {
    TopologyPlan plan = plan(Topologies.of(64, 2), TWO_MINUTES, 1);

    assertThat(plan.isSample()).isTrue();
    assertThat(plan.pairsInAll()).isEqualTo(8128);
    assertThat(plan.pairs()).hasSizeBetween(300, 1000).isSorted().doesNotHaveDuplicates();
    assertThat(TopologyPlan.MIN_SAMPLED_ROUNDS * plan.roundSeconds())
        .isLessThanOrEqualTo(TWO_MINUTES.toMillis() / 1e3);
    assertThat(plan.pairs().stream().flatMap(pair -> pair.cpus().stream()).distinct()).hasSize(128);
    IntStream.range(0, 127).forEach(i -> assertThat(plan.pairs()).contains(CpuPair.of(i, i + 1)));
    IntStream.range(0, 64).forEach(i -> assertThat(plan.pairs()).contains(CpuPair.of(i, i + 64)));
  }

  @Test
  void declaredSiblingsOfAnyNumberingAreInTheSample() {
    List<Integer> order = new ArrayList<>(IntStream.range(0, 128).boxed().toList());
    Collections.shuffle(order, new Random(3));
    Topology topology =
        new Topology(
            IntStream.range(0, 128)
                .mapToObj(i -> new LogicalCpu(order.get(i), i / 2, 0, 0, 0, true))
                .toList());

    TopologyPlan plan = plan(topology, TWO_MINUTES, 1);

    topology
        .siblingPairs()
        .forEach(core ->
            assertThat(plan.pairs())
                .contains(CpuPair.of(core.getFirst().id(), core.getLast().id())));
  }

  @Test
  void theSampleIsDrawnByTheSeed() {
    Topology topology = Topologies.of(64, 1);
    TopologyPlan plan = plan(topology, Duration.ofSeconds(40), 1);

    assertThat(plan).isEqualTo(plan(topology, Duration.ofSeconds(40), 1));
    assertThat(plan.pairs()).isNotEqualTo(plan(topology, Duration.ofSeconds(40), 2).pairs());
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE})
  void aRoundHasEveryPairOnceAndEveryCpuAloneSpreadOverIt(long seed) {
    TopologyPlan plan = plan(Topologies.of(8, 1), TWO_MINUTES, seed);

    List<List<Integer>> windows = plan.windows(0);

    Map<List<Integer>, Long> times =
        windows.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    assertThat(times).hasSize(28 + 8);
    times.forEach((cpus, count) ->
        assertThat(count).isEqualTo(cpus.size() == 2 ? 1 : TopologyPlan.SOLO_PASSES));
    for (int pass = 0; pass < TopologyPlan.SOLO_PASSES; pass++) {
      int from = windows.size() * pass / TopologyPlan.SOLO_PASSES;
      int to = windows.size() * (pass + 1) / TopologyPlan.SOLO_PASSES;
      assertThat(windows.subList(from, to)).contains(List.of(5));
    }
    assertThat(plan.windows(0)).isEqualTo(windows);
    assertThat(plan.windows(1)).isNotEqualTo(windows);
  }
}
