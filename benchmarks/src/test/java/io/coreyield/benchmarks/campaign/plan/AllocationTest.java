package io.coreyield.benchmarks.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.GaussianSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forks against iterations, on data whose components are known. */
class AllocationTest {

  private static final double FORK_SECONDS = 1.2;
  private static final double ITERATION_SECONDS = 0.2;

  /** Groups of forks with normal deviations about a mean that each group has of its own. */
  private static List<ForkFigures> simulated(
      int groups, int forks, int iterations, double betweenSd, double withinSd, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    SharedStateContinuousSampler normal =
        GaussianSampler.of(ZigguratSampler.NormalizedGaussian.of(random), 0, 1);
    List<ForkFigures> figures = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      double mean = 20 + group;
      for (int fork = 0; fork < forks; fork++) {
        double ofFork = mean + betweenSd * normal.sample();
        List<Double> logs =
            DoubleStream.generate(() -> ofFork + withinSd * normal.sample())
                .limit(iterations)
                .boxed()
                .toList();
        figures.add(new ForkFigures("group " + group, "", logs, FORK_SECONDS, ITERATION_SECONDS));
      }
    }
    return figures;
  }

  /** The optimum is √(1.2/0.2 · within²/between²), rounded up. */
  @ParameterizedTest
  @CsvSource({
    "0.01, 0.01, 3, 3", "0.01, 0.01, 8, 3", "0.01, 0.018, 3, 5", "0.01, 0.025, 3, 7",
    "0.01, 0.10, 3, 8", "0.02, 0.01, 5, 2", "0.05, 0.001, 3, 2", "0.05, 0.001, 4, 2"
  })
  void theOptimumOfKnownComponentsIsFound(double between, double within, int now, int next) {
    long seed = 20_260_401;
    Allocation found = Allocation.of(simulated(400, 3, 4, between, within, seed)).orElseThrow();

    assertThat(found.forkSeconds()).isCloseTo(FORK_SECONDS, within(1e-9));
    assertThat(found.iterationSeconds()).isCloseTo(ITERATION_SECONDS, within(1e-9));
    assertThat(Math.sqrt(found.withinForks())).isCloseTo(within, within(0.05 * within));
    assertThat(found.betweenForks())
        .isCloseTo(between * between, within(0.12 * (between * between + within * within / 4)));
    assertThat(found.next(now)).isEqualTo(next);
  }

  /** √(1.2/0.2 · 0.02²/0.01²) = 4.9; the optimum is flat, so this may be off by a factor. */
  @Test
  void aFewRoundsFindItRoughly() {
    long seed = 7_700;
    System.out.printf("seeds %d to %d%n", seed, seed + 199);
    int[] next =
        IntStream.range(0, 200)
            .map(
                i -> Allocation.of(simulated(10, 2, 3, 0.01, 0.02, seed + i)).orElseThrow().next(3))
            .sorted()
            .toArray();

    assertThat(next[100]).isBetween(4, 6);
    assertThat(next[20]).isGreaterThanOrEqualTo(3);
  }

  @Test
  void fourDegreesOfFreedomAreNeeded() {
    assertThat(Allocation.of(List.of())).isEmpty();
    assertThat(Allocation.of(simulated(50, 1, 3, 0.01, 0.01, 1))).isEmpty();
    assertThat(Allocation.of(simulated(3, 2, 3, 0.01, 0.01, 1))).isEmpty();
    assertThat(Allocation.of(simulated(4, 2, 3, 0.01, 0.01, 1))).isPresent();
    assertThat(Allocation.of(simulated(1, 5, 3, 0.01, 0.01, 1))).isPresent();
    assertThat(Allocation.of(simulated(4, 2, 1, 0.01, 0.01, 1)))
        .as("one iteration does not vary")
        .isEmpty();
  }

  /** What cores differ by is none of a fork's doing, once each core has had two forks. */
  @Test
  void forksAreComparedWithThoseOfTheirCore() {
    List<ForkFigures> figures = new ArrayList<>();
    for (int core = 0; core < 4; core++) {
      for (ForkFigures fork : simulated(1, 6, 3, 0.01, 0.02, 90 + core)) {
        double shift = core;
        figures.add(
            new ForkFigures(
                "range platform",
                "core " + core,
                fork.logs().stream().map(log -> log + shift).toList(),
                FORK_SECONDS,
                ITERATION_SECONDS));
      }
    }

    assertThat(Math.sqrt(Allocation.of(figures).orElseThrow().betweenForks())).isLessThan(0.05);
    figures.removeIf(f -> f.core().equals("core 3") && !f.equals(figures.getLast()));
    assertThat(Math.sqrt(Allocation.of(figures).orElseThrow().betweenForks()))
        .as("a core with one fork: all cores are one group")
        .isGreaterThan(0.5);
  }

  @Test
  void whatDoesNotVaryChangesNothing() {
    Allocation still = Allocation.of(simulated(4, 2, 3, 0, 0, 1)).orElseThrow();
    Allocation alike = new Allocation(1.2, 0.2, -1e-6, 1e-4);

    assertThat(still.next(5)).isEqualTo(5);
    assertThat(alike.next(3)).as("forks do not differ").isEqualTo(Allocation.MAX);
  }

  @Test
  void itSaysWhy() {
    assertThat(new Allocation(1.13, 0.204, 6.4e-5, 3.61e-4).reason("blocks"))
        .isEqualTo("forks cost 1.1 s and vary by 0.8 %, blocks cost 0.20 s and vary by 1.9 %");
    assertThat(new Allocation(12.4, 0.204, -1e-6, 3.61e-4).reason("iterations"))
        .isEqualTo(
            "forks cost 12 s and show no variance of their own, iterations cost 0.20 s and vary by 1.9 %");
  }
}
