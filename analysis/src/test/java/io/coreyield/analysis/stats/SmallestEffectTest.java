package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
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
    assertThat(SmallestEffect.of(Estimate.of(3, 3 - halfWidth, 3 + halfWidth), 7))
        .isCloseTo(4.89098084386, within(1e-9));
  }

  /** R 4: {@code (qt(.975, 8) + qt(.8, 8)) * sqrt((4 + 9 / 5) / 12)}: 4 cores, 3 forks of 5. */
  @Test
  void isPlannedFromComponents() {
    assertThat(planned(4, 3, 5)).isCloseTo(2.221159675185, within(1e-9));
  }

  /** Forks vary by 4, iterations by 9. */
  private static double planned(int cores, int forks, int iterations) {
    return SmallestEffect.ofStandardError(
        Math.sqrt((4 + 9.0 / iterations) / (cores * forks)), cores * (forks - 1));
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
    double effect = planned(1, forks, iterations);
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
    double effect = planned(cores, forks, 3);
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
    assertThat(SmallestEffect.of(Estimate.of(1, 1, 1), 3)).isZero();
  }

  @Test
  void withoutABoundThereIsNoEffect() {
    assertThat(SmallestEffect.of(Estimate.withoutInterval(1, "one fork"), 0)).isNaN();
    assertThat(SmallestEffect.of(Estimate.of(1, 0, 2), 0)).isNaN();
    assertThat(SmallestEffect.of(Estimate.of(1, 0, 2), Double.NaN)).isNaN();
    assertThat(SmallestEffect.of(Estimate.of(1, 0, Double.POSITIVE_INFINITY), 2)).isNaN();
  }
}
