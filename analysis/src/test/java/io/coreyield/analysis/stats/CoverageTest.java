package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * An interval of 95 % holds the truth in 95 of 100 repetitions. Two standard errors of the share of
 * 4000 are 0.7 points, so 93 to 97 % is wide enough never to fail by chance.
 */
class CoverageTest {

  private static final int REPETITIONS = 4000;

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12})
  void ofAMean(int forks) {
    long seed = 20_260_101L + forks;
    double share = coverage(seed, 3.5, random -> MeanInterval.of(noisy(random, 3.5, 0.1, forks)));
    assertThat(share).as("%d forks, seed %d", forks, seed).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 12})
  void ofARatioWithinRounds(int rounds) {
    long seed = 20_260_201L + rounds;
    double share =
        coverage(
            seed,
            1.25,
            random -> {
              double[] drift = noisy(random, 0, 0.3, rounds);
              return RatioInterval.paired(
                  lognormal(random, 1.25, drift), lognormal(random, 1.0, drift));
            });
    assertThat(share).as("%d rounds, seed %d", rounds, seed).isBetween(0.93, 0.97);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 5, 12})
  void ofARatioOfIndependentArms(int forks) {
    long seed = 20_260_301L + forks;
    double share =
        coverage(
            seed,
            2.0,
            random ->
                RatioInterval.independent(
                    noisy(random, 7, 0.1, forks), noisy(random, 3.5, 0.1, forks)));
    // Satterthwaite's degrees of freedom are approximate, and err to the safe side with few forks.
    assertThat(share).as("%d forks, seed %d", forks, seed).isBetween(0.93, 0.98);
  }

  private static double coverage(long seed, double truth, Function<Random, Estimate> experiment) {
    return Agreement.share(
        seed, REPETITIONS, random -> Agreement.holds(experiment.apply(random), truth));
  }

  private static double[] noisy(Random random, double mean, double deviation, int forks) {
    return IntStream.range(0, forks)
        .mapToDouble(_ -> mean + deviation * random.nextGaussian())
        .toArray();
  }

  private static double[] lognormal(Random random, double median, double[] drift) {
    return Arrays.stream(drift)
        .map(slowness -> median * Math.exp(slowness + 0.02 * random.nextGaussian()))
        .toArray();
  }
}
