package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.ClusteredBootstrap.Cores;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallestEffectTest {

  /** R 4: {@code (qt(.975, 7) + qt(.8, 7)) * 1.5}. */
  @Test
  void isThatOfBloom() {
    double halfWidth = Sample.criticalT(7) * 1.5;
    SmallestEffect smallest = SmallestEffect.of(Estimate.of(3, 3 - halfWidth, 3 + halfWidth), 7);
    assertThat(smallest.effect()).isCloseTo(4.89098084386, within(1e-9));
    assertThat(smallest.reason()).isNull();
  }

  /** R 4: {@code (qt(.975, 8) + qt(.8, 8)) * sqrt((4 + 9 / 5) / 12)}: 4 cores, 3 forks of 5. */
  @Test
  void isPlannedFromComponents() {
    assertThat(SmallestEffect.planned(4, 9, 4, 3, 5).effect())
        .isCloseTo(2.221159675185, within(1e-9));
  }

  /**
   * The sum of two quantiles is near to what the power of a t-test says, and a little below it of
   * few forks: 0.766, 0.784, 0.798 and 0.800 of 3, 4, 8 and 20. R 4, of d degrees of freedom:
   * {@code 1 - pt(qt(.975, d), d, qt(.975, d) + qt(.8, d))}.
   */
  @ParameterizedTest
  @CsvSource({"3, 4, 0.766", "4, 4, 0.784", "8, 2, 0.798", "20, 5, 0.800"})
  void isFoundInFourOfFiveCampaigns(int forks, int iterations, double power) {
    long seed = 20_260_918L + forks;
    double effect = SmallestEffect.planned(4, 9, 1, forks, iterations).effect();
    double share =
        Agreement.share(
            seed,
            10_000,
            random -> MeanInterval.of(campaign(random, effect, forks, iterations)).low() > 0);
    System.out.printf("smallest effect: %d forks, seed %d: %.4f found%n", forks, seed, share);
    assertThat(share).as("seed %d", seed).isCloseTo(power, within(0.015));
  }

  private static double[] campaign(Random random, double effect, int forks, int iterations) {
    return IntStream.range(0, forks)
        .mapToDouble(_ ->
            effect + random.nextGaussian() * 2 + random.nextGaussian() * 3 / Math.sqrt(iterations))
        .toArray();
  }

  @ParameterizedTest
  @CsvSource({"4, 3", "2, 2"})
  void isFoundByTheBootstrapOfCoresAndForks(int cores, int forks) {
    long seed = 20_260_919L + forks;
    Random random = new Random(seed);
    double effect = SmallestEffect.planned(4, 9, cores, forks, 3).effect();
    int campaigns = 2000;
    int found = 0;
    for (int campaign = 0; campaign < campaigns; campaign++) {
      List<Block> blocks = new ArrayList<>();
      for (int core = 0; core < cores; core++) {
        double[] means = campaign(random, effect, forks, 3);
        for (int fork = 0; fork < forks; fork++) {
          blocks.add(Block.of("core " + core, fork, means[fork]));
        }
      }
      found += ClusteredBootstrap.mean(blocks, Cores.ALL, campaign).low() > 0 ? 1 : 0;
    }
    double share = found / (double) campaigns;
    System.out.printf(
        "smallest effect: %d cores, %d forks, seed %d: %.4f found%n", cores, forks, seed, share);
    assertThat(share).as("seed %d", seed).isBetween(0.74, 0.86);
  }

  @Test
  void forksThatDoNotVaryHideNothing() {
    assertThat(SmallestEffect.of(Estimate.of(1, 1, 1), 3)).isEqualTo(new SmallestEffect(0, null));
    assertThat(SmallestEffect.planned(0, 0, 4, 3, 5)).isEqualTo(new SmallestEffect(0, null));
  }

  @Test
  void whatCannotBeToldSaysWhy() {
    assertThat(SmallestEffect.of(Estimate.withoutInterval(1, "one fork"), 0).reason())
        .isEqualTo("one fork");
    assertThat(SmallestEffect.of(Estimate.of(1, 0, 2), 0).reason())
        .isEqualTo("there is no degree of freedom: an effect needs two forks");
    assertThat(SmallestEffect.of(Estimate.of(1, 0, 2), Double.NaN).reason()).isNotNull();
    assertThat(SmallestEffect.of(Estimate.of(1, 0, Double.POSITIVE_INFINITY), 2).reason())
        .isEqualTo("the interval has no bound");
    assertThat(SmallestEffect.planned(1, 1, 4, 1, 5).reason())
        .isEqualTo("one fork on each core: a plan needs two");
    assertThat(SmallestEffect.planned(1, 1, 0, 2, 5).reason())
        .isEqualTo("a plan without cores, forks or iterations sees nothing");
    for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, -1}) {
      assertThat(SmallestEffect.planned(bad, 1, 4, 3, 5).reason())
          .isEqualTo("how forks and iterations vary is not known");
      assertThat(SmallestEffect.planned(1, bad, 4, 3, 5).reason()).isNotNull();
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new SmallestEffect(Double.NaN, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new SmallestEffect(1, "none"));
  }
}
