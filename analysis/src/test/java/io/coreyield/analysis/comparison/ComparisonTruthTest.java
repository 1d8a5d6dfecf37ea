package io.coreyield.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Block;
import io.coreyield.analysis.stats.ClusteredBootstrap;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.stats.MeanInterval;
import io.coreyield.analysis.stats.RatioInterval;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Campaigns whose truth is known, by the estimators of a campaign: what is equal differs in 5 % of
 * the pages at most, and what differs by 15 points is nearly always found.
 */
class ComparisonTruthTest {

  private static final int PAGES = 300;

  /** A campaign's size. */
  private record Design(int cores, int forksPerCore, int rounds) {}

  private static final double FORK_NOISE = 0.03;
  private static final double BLOCK_NOISE = 0.02;

  private static ComparedRun campaign(
      String name, int day, double yield, Design design, Random random) {
    Map<Row, Reading> readings = new TreeMap<>();
    for (Kernel kernel : Kernel.MAIN) {
      Estimate found = pairedYield(yield, design, random);
      readings.put(
          Row.of(Kind.PAIRED_YIELD, kernel, ConcurrencyModel.PLATFORM),
          new Reading(found, ComparedRuns.PAIRS, design.cores * design.forksPerCore, false));
    }
    double[] one = forks(1e9, design.rounds, random);
    double[] all = forks(4e9, design.rounds, random);
    for (Map.Entry<Kind, Estimate> entry : curve(one, all).entrySet()) {
      readings.put(
          Row.of(entry.getKey(), Kernel.RANGE, ConcurrencyModel.PLATFORM),
          new Reading(entry.getValue(), ComparedRuns.CURVE, design.rounds, false));
    }
    return ComparedRuns.run(name, day, readings);
  }

  private static Map<Kind, Estimate> curve(double[] one, double[] all) {
    Map<Kind, Estimate> curve = new EnumMap<>(Kind.class);
    curve.put(Kind.ONE_WORKER, MeanInterval.of(one));
    curve.put(Kind.ALL_CORES, MeanInterval.of(all));
    curve.put(Kind.SPEED_UP_CORES, RatioInterval.paired(all, one));
    curve.put(Kind.CHIP_WIDE_YIELD, RatioInterval.independent(all, one).plus(-1));
    return curve;
  }

  private static double[] forks(double level, int rounds, Random random) {
    return IntStream.range(0, rounds)
        .mapToDouble(_ -> level * Math.exp(FORK_NOISE * random.nextGaussian()))
        .toArray();
  }

  private static Estimate pairedYield(double yield, Design design, Random random) {
    List<Block> blocks = new ArrayList<>();
    for (int core = 0; core < design.cores; core++) {
      for (int fork = 0; fork < design.forksPerCore; fork++) {
        double level = Math.log1p(yield) + FORK_NOISE * random.nextGaussian();
        for (int block = 0; block < 4; block++) {
          blocks.add(Block.of("" + core, fork, level + BLOCK_NOISE * random.nextGaussian()));
        }
      }
    }
    return ClusteredBootstrap.mean(blocks, ClusteredBootstrap.Cores.ALL, 1).expm1();
  }

  private static Comparison page(double other, Design design, Random random) {
    return Comparison.of(
        List.of(
            campaign("first", 0, 0.25, design, random),
            campaign("second", 1, other, design, random)),
        "first");
  }

  /** The fewest forks that tell how they vary are those at which an interval goes wrong first. */
  @ParameterizedTest
  @CsvSource({"4, 2, 3, 20260105", "4, 4, 10, 20260106", "2, 2, 2, 20260107"})
  void equalTruthsDifferInFivePercentOfPagesAtMost(int cores, int forks, int rounds, long seed) {
    System.out.printf("equal truths: seed %d%n", seed);
    Random random = new Random(seed);
    int wrong = 0;
    for (int i = 0; i < PAGES; i++) {
      Comparison page = page(0.25, new Design(cores, forks, rounds), random);
      assertThat(page.family()).isEqualTo(10);
      wrong += page.count(1, Direction.LARGER) + page.count(1, Direction.SMALLER) > 0 ? 1 : 0;
    }
    int most =
        BinomialDistribution.of(PAGES, 1 - Estimate.LEVEL).inverseCumulativeProbability(0.999);
    assertThat(wrong).as("of %d pages", PAGES).isLessThanOrEqualTo(most);
  }

  @Test
  void fifteenPointsAreNearlyAlwaysFound() {
    long seed = 20260108;
    System.out.printf("truths that differ by 15 points: seed %d%n", seed);
    Random random = new Random(seed);
    int found = 0;
    int pages = 100;
    for (int i = 0; i < pages; i++) {
      Comparison page = page(0.40, new Design(4, 4, 10), random);
      found += page.count(1, Direction.LARGER) == Kernel.MAIN.size() ? 1 : 0;
      assertThat(page.count(1, Direction.SMALLER)).isLessThanOrEqualTo(1);
    }
    assertThat(found).as("of %d pages", pages).isGreaterThanOrEqualTo(95);
  }
}
