package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.hasError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClusteredBootstrapTest {

  /** Two cores, three and two forks, blocks of unequal number. */
  private static final List<Block> UNEVEN =
      List.of(
          Block.of("0", 0, 1),
          Block.of("0", 0, 3),
          Block.of("0", 1, 4),
          Block.of("0", 2, 6),
          Block.of("1", 0, 10),
          Block.of("1", 1, 11),
          Block.of("1", 1, 12),
          Block.of("1", 1, 13));

  private static List<Block> blocks(int count, IntFunction<Block> block) {
    return IntStream.range(0, count).mapToObj(block).toList();
  }

  @Nested
  class Mean {

    @Test
    void everyCoreCountsTheSameAndInItEveryFork() {
      // Core 0: mean of 2, 4, 6; core 1: mean of 10, 12.
      assertThat(ClusteredBootstrap.mean(UNEVEN, Cores.ALL, 1).value())
          .isCloseTo(7.5, within(1e-14));
    }

    /**
     * For a mean the interval is that of t, as far as draws tell it. R 4:
     *
     * <pre>{@code
     * v <- (var(c(2, 4, 6)) / 3 + var(c(10, 12)) / 2) / 4
     * 7.5 + c(-1, 1) * qt(.975, 3) * sqrt(v)
     * }</pre>
     */
    @Test
    void forksOfAllCoresGiveTheIntervalOfStrata() {
      Estimate mean = ClusteredBootstrap.mean(UNEVEN, Cores.ALL, 1);
      assertThat(mean.low()).isCloseTo(5.069, within(0.3));
      assertThat(mean.high()).isCloseTo(9.931, within(0.3));
      // sqrt(v), exact: the draws have no part in it.
      hasError(mean, 0.763762615825973, 3);
    }

    /** R 4: {@code t.test(c(1, 2, 4, 5, 7, 9, 3, 6))}, of which each is a core's mean. */
    @Test
    void drawnCoresGiveTheIntervalOfTheirMeans() {
      double[] cores = {1, 2, 4, 5, 7, 9, 3, 6};
      List<Block> blocks =
          blocks(16, i -> Block.of("core " + i / 2, i % 2, cores[i / 2] + (i % 2 == 0 ? -10 : 10)));
      Estimate mean = ClusteredBootstrap.mean(blocks, Cores.SAMPLED, 1);
      assertThat(mean.value()).isCloseTo(4.625, within(1e-14));
      assertThat(mean.low()).isCloseTo(2.393, within(0.15));
      assertThat(mean.high()).isCloseTo(6.857, within(0.15));
      hasError(mean, 0.943729304408844, 7);
    }

    @Test
    void coresThatDifferWidenTheIntervalOfASampleOnly() {
      List<Block> blocks =
          blocks(10, i -> Block.of("core " + i / 2, i % 2, Math.floorDiv(i, 2) + i % 2 * 0.01));
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 1).halfWidth()).isLessThan(0.02);
      assertThat(ClusteredBootstrap.mean(blocks, Cores.SAMPLED, 1).halfWidth()).isGreaterThan(1.5);
    }

    /** The blocks' noise is in their mean already. */
    @Test
    void blocksThatDifferDoNotWidenIt() {
      List<Block> blocks =
          blocks(12, i -> Block.of("core " + i / 4, i / 2 % 2, i % 2 == 0 ? -8 : 8));
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 1))
          .isEqualTo(Estimate.of(0, 0, 0).withError(0, 3));
    }

    @Test
    void oneSeedGivesOneIntervalInWhateverOrderTheBlocksCome() {
      List<Block> blocks =
          new ArrayList<>(blocks(60, i -> Block.of("core " + i % 5, i / 20, Math.sin(i))));
      Estimate mean = ClusteredBootstrap.mean(blocks, Cores.ALL, 42);
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 42)).isEqualTo(mean);
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 43)).isNotEqualTo(mean);
      Collections.shuffle(blocks, new Random(5));
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 42).halfWidth())
          .isCloseTo(mean.halfWidth(), within(1e-12));
    }

    @Test
    void whereACoreHasOneForkCoresAreDrawn() {
      List<Block> blocks = new ArrayList<>(UNEVEN);
      blocks.add(Block.of("2", 0, 20));
      assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 7))
          .isEqualTo(ClusteredBootstrap.mean(blocks, Cores.SAMPLED, 7));
    }

    /** R 4: {@code t.test(c(4, 7))}: 5.5 ± 19.06, of two units for which draws are three. */
    @Test
    void twoUnitsHaveTheIntervalOfT() {
      List<Block> cores = List.of(Block.of("0", 0, 4), Block.of("1", 0, 7));
      List<Block> forks = List.of(Block.of("0", 0, 4), Block.of("0", 1, 7));
      assertThat(ClusteredBootstrap.mean(cores, Cores.ALL, 1).halfWidth())
          .isCloseTo(19.0593070, within(1e-6));
      assertThat(ClusteredBootstrap.mean(forks, Cores.ALL, 1).halfWidth())
          .isCloseTo(19.0593070, within(1e-6));
    }

    @Test
    void oneCoreHasNoIntervalIfItHasOneForkOrIsASample() {
      List<Block> oneFork = List.of(Block.of("0", 0, 4), Block.of("0", 0, 6));
      List<Block> twoForks = List.of(Block.of("0", 0, 4), Block.of("0", 1, 6));
      String reason = "one core: an interval needs two cores, or two forks on each of all cores";
      for (Cores cores : Cores.values()) {
        assertThat(ClusteredBootstrap.mean(oneFork, cores, 1))
            .isEqualTo(Estimate.withoutInterval(5, reason));
        assertThat(ClusteredBootstrap.mean(twoForks, cores, 1).hasInterval())
            .isEqualTo(cores == Cores.ALL);
      }
    }

    @Test
    void equalFiguresHaveAnIntervalWithoutWidth() {
      List<Block> blocks = blocks(27, i -> Block.of("core " + i % 3, i / 9, 0.1));
      for (Cores cores : Cores.values()) {
        assertThat(ClusteredBootstrap.mean(blocks, cores, 1))
            .isEqualTo(Estimate.of(0.1, 0.1, 0.1).withError(0, cores == Cores.ALL ? 6 : 2));
      }
    }

    @Test
    void nothingAndWhatIsNotFiniteIsUnknown() {
      assertThat(ClusteredBootstrap.mean(List.of(), Cores.ALL, 1))
          .isEqualTo(Estimate.unknown("no block gave a result"));
      for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
        List<Block> blocks = List.of(Block.of("0", 0, 4), Block.of("0", 1, bad));
        assertThat(ClusteredBootstrap.mean(blocks, Cores.ALL, 1))
            .isEqualTo(Estimate.unknown("a figure is not a finite number"));
      }
    }
  }

  @Nested
  class Joint {

    /** y = 0.3 · c in every block, however much c varies from fork to fork. */
    @Test
    void whatVariesTogetherCancels() {
      List<Block> blocks =
          blocks(
              12,
              i -> {
                double ceiling = 0.5 + 0.25 * (i % 5);
                return Block.of("core " + i % 4, i / 4, 0.25 * ceiling, 0, ceiling);
              });
      Estimate place =
          ClusteredBootstrap.of(blocks, Cores.ALL, m -> (m[0] - m[1]) / (m[2] - m[1]), 1);
      assertThat(place.value()).isCloseTo(0.25, within(1e-12));
      assertThat(place.halfWidth()).isLessThan(1e-12);
      assertThat(ClusteredBootstrap.of(blocks, Cores.ALL, m -> m[0], 1).halfWidth())
          .isGreaterThan(0.01);
    }

    @Test
    void aStatisticThatDrawsLeaveUndefinedHasNoBound() {
      List<Block> blocks =
          List.of(Block.of("0", 0, 1), Block.of("1", 0, -0.5), Block.of("2", 0, 1));
      assertThat(ClusteredBootstrap.of(blocks, Cores.SAMPLED, m -> Math.log(m[0]), 1).reason())
          .isEqualTo("the figures vary so much that it has no bound");
      assertThat(ClusteredBootstrap.of(blocks, Cores.SAMPLED, _ -> Double.NaN, 1).hasValue())
          .isFalse();
    }

    @Test
    void allBlocksHaveTheSameFigures() {
      List<Block> blocks = List.of(Block.of("0", 0, 1, 2), Block.of("0", 1, 3));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClusteredBootstrap.of(blocks, Cores.ALL, m -> m[1], 1))
          .withMessage("a block of core 0, fork 1 has 1 figures, not 2");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ClusteredBootstrap.mean(blocks, Cores.ALL, 1));
      assertThatIllegalArgumentException().isThrownBy(() -> Block.of("0", 1));
    }
  }

  @Nested
  class Difference {

    @Test
    void whatCoresHaveInCommonCancels() {
      List<Block> left = new ArrayList<>();
      List<Block> right = new ArrayList<>();
      for (int core = 0; core < 4; core++) {
        left.add(Block.of("core " + core, 0, core * core + 0.5));
        right.add(Block.of("core " + core, 0, core * core));
      }
      assertThat(ClusteredBootstrap.difference(left, right, Cores.SAMPLED, 1))
          .isEqualTo(Estimate.of(0.5, 0.5, 0.5).withError(0, 3));
    }

    @Test
    void onlyCoresOfBothArmsCount() {
      List<Block> left = List.of(Block.of("0", 0, 5), Block.of("1", 0, 7), Block.of("2", 0, 99));
      List<Block> right = List.of(Block.of("0", 0, 4), Block.of("1", 0, 4), Block.of("3", 0, -99));
      assertThat(ClusteredBootstrap.difference(left, right, Cores.SAMPLED, 1).value()).isEqualTo(2);
    }

    /** R 4: {@code t.test(c(2, 4, 6), c(10, 10.5, 11, 12))}, Welch's; one core, all there is. */
    @Test
    void forksOfEachArmAreDrawnByThemselves() {
      List<Block> left = List.of(Block.of("0", 0, 2), Block.of("0", 1, 4), Block.of("0", 2, 6));
      List<Block> right =
          List.of(
              Block.of("0", 0, 10),
              Block.of("0", 1, 10.5),
              Block.of("0", 2, 11),
              Block.of("0", 3, 12));
      Estimate difference = ClusteredBootstrap.difference(left, right, Cores.ALL, 1);
      assertThat(difference.value()).isCloseTo(-6.875, within(1e-12));
      assertThat(difference.low()).isCloseTo(-11.212, within(0.4));
      assertThat(difference.high()).isCloseTo(-2.538, within(0.4));
    }

    @Test
    void equalArmsDifferByNothing() {
      List<Block> arm = blocks(6, i -> Block.of("core " + i % 2, i / 2, 0.1));

      assertThat(ClusteredBootstrap.difference(arm, arm, Cores.ALL, 1))
          .isEqualTo(Estimate.of(0, 0, 0).withError(0, 4));
    }

    @Test
    void whatCannotBeToldSaysWhy() {
      List<Block> one = List.of(Block.of("0", 0, 5));
      assertThat(ClusteredBootstrap.difference(one, List.of(), Cores.ALL, 1))
          .isEqualTo(Estimate.unknown("no core was measured in both arms"));
      assertThat(ClusteredBootstrap.difference(one, List.of(Block.of("0", 0, 3)), Cores.ALL, 1))
          .satisfies(d -> assertThat(d.value()).isEqualTo(2))
          .satisfies(d -> assertThat(d.hasInterval()).isFalse());
      List<Block> bad = List.of(Block.of("0", 0, Double.NaN));
      assertThat(ClusteredBootstrap.difference(one, bad, Cores.ALL, 1))
          .isEqualTo(Estimate.unknown("a figure is not a finite number"));
    }
  }
}
