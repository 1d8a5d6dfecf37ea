package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.stats.RankCorrelation.Asked;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RankCorrelationTest {

  /** Twelve forks of three iterations; made by the R code below. */
  private static final double[] X = {
    3.4, 2.4, 3.2, -1, -1.6, -1.4, -0.7, -0.2, -0.3, -0.1, 0.2, -1.1, -0.3, -0.9, -0.6, -0.7, -1.4,
    -1.1, 0.3, 1.1, 0.8, -0.2, -0.3, -0.4, 0.7, -0.4, 0.1, 2.3, 2.8, 1.8, 0.2, -0.3, 0.2, 2.5, 3.4,
    3
  };

  private static final double[] Y = {
    2.4, 3, 2.1, -1.2, -0.9, 0.2, -0.1, -0.3, -1.9, -0.2, -0.3, -1.1, -0.9, -0.8, -0.5, -0.4, -0.7,
    -0.1, 1.4, 1.7, 1.8, 0.4, 0.2, -0.9, -0.3, -0.5, -1.2, 1.1, 1.5, 1.7, 0.3, 2.3, 0.6, 2.7, 2.7,
    2.4
  };

  /**
   * R 4: {@code cor(c(3,1,4,1,5,9,2,6,5,3), c(2,7,1,8,2,8,1,8,2,8), method = "spearman")}, where
   * nearly every value is tied.
   */
  @Test
  void tiesShareTheMeanOfTheirRanks() {
    Estimate rho =
        OneCorrelation.estimate(
            new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
            new double[] {2, 7, 1, 8, 2, 8, 1, 8, 2, 8},
            forks(10, 1),
            1);
    assertThat(rho.value()).isCloseTo(0.134715062810913, within(1e-14));
  }

  /** From the same draws, so to the last bit, whatever else is asked. */
  @Test
  void togetherEachIsWhatItIsAlone() {
    double[] x = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
    double[] y = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5};
    double[] z = {1, 1, 2, 3, 5, 8, 1, 3, 2, 1, 3, 4};
    double[] same = new double[12];
    int[] forks = forks(6, 2);
    List<Estimate> together =
        RankCorrelation.together(
            List.of(x, y, z, same),
            List.of(Asked.of(0, 1), Asked.of(0, 2), Asked.of(0, 1, 2), Asked.of(0, 1, 3)),
            forks,
            5,
            7);
    assertThat(together)
        .containsExactly(
            OneCorrelation.estimate(x, y, forks, 5, 7),
            OneCorrelation.estimate(x, z, forks, 5, 7),
            OneCorrelation.partial(x, y, z, forks, 5, 7),
            OneCorrelation.partial(x, y, same, forks, 5, 7));
    assertThat(together).extracting(Estimate::hasInterval).containsExactly(true, true, true, false);
    assertThat(together.getLast().hasValue()).isFalse();
  }

  /**
   * The interval of a bootstrap of forks in R 4.2.2 with package boot 1.3-28.1 and 40 000
   * resamples; k comparisons lie at 1 − 0.05/k:
   *
   * <pre>{@code
   * library(boot); set.seed(7)
   * n <- 12; fork <- rep(1:n, each = 3); u <- rnorm(n)[fork]
   * X <- round(u + rnorm(36) * .5, 1); Y <- round(u + rnorm(36) * .8, 1)
   * Z <- rep(c(-1, 0, 1), 12) + round(X / 3, 1)
   * rows <- split(1:36, fork)
   * f <- function(d, i) { j <- unlist(rows[d[i]]); cor(X[j], Y[j], method = "spearman") }
   * g <- function(d, i) {
   *   r <- cor(cbind(X, Y, Z)[unlist(rows[d[i]]), ], method = "spearman")
   *   (r[1, 2] - r[1, 3] * r[2, 3]) / sqrt((1 - r[1, 3]^2) * (1 - r[2, 3]^2)) }
   * for (h in list(f, g)) {
   *   b <- boot(1:n, h, R = 40000)
   *   jack <- sapply(1:n, function(j) h((1:n)[-j], 1:(n - 1)))
   *   for (k in c(1, 5)) {
   *     ends <- boot.ci(b, 1 - .05 / k, type = "bca", L = mean(jack) - jack)$bca[4:5]
   *     stretch <- qt(1 - .025 / k, n - 1) / qnorm(1 - .025 / k) * sqrt(n / (n - 1))
   *     print(c(b$t0, tanh(atanh(b$t0) + stretch * (atanh(ends) - atanh(b$t0)))))
   *   }
   * }
   * }</pre>
   *
   * Other draws than R's: the ends agree as far as the resamples tell them.
   */
  @ParameterizedTest
  @CsvSource({"1, 0.4643, 0.8935, 0.4600, 0.8743, 0.05", "5, 0.2541, 0.9286, 0.2819, 0.9150, 0.1"})
  void theIntervalIsThatOfResampledForks(
      int comparisons, double low, double high, double ofZLow, double ofZHigh, double far) {
    int[] forks = forks(12, 3);
    double[] z =
        IntStream.range(0, 36).mapToDouble(i -> i % 3 - 1 + Math.rint(X[i] / 0.3) / 10).toArray();
    for (long seed = 1; seed <= 5; seed++) {
      Estimate rho = OneCorrelation.estimate(X, Y, forks, comparisons, seed);
      Estimate partial = OneCorrelation.partial(X, Y, z, forks, comparisons, seed);
      assertThat(rho.value()).isCloseTo(0.755433770333721, within(1e-14));
      assertThat(partial.value()).isCloseTo(0.720946812156631, within(1e-12));
      assertThat(rho.low()).as("seed %d", seed).isCloseTo(low, within(far));
      assertThat(rho.high()).as("seed %d", seed).isCloseTo(high, within(0.02));
      assertThat(partial.low()).as("seed %d", seed).isCloseTo(ofZLow, within(far));
      assertThat(partial.high()).as("seed %d", seed).isCloseTo(ofZHigh, within(0.04));
    }
  }

  /** R 4 and ranks by hand: what is left of x and y after a line on z, correlated. */
  @Test
  void aPartialCorrelationIsThatOfResiduals() {
    Estimate rho =
        OneCorrelation.partial(
            new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
            new double[] {2, 7, 1, 8, 2, 8, 1, 8, 2, 8},
            new double[] {1, 4, 1, 4, 2, 1, 3, 5, 6, 2},
            forks(10, 1),
            1,
            1);
    assertThat(rho.value()).isCloseTo(0.168326248467027, within(1e-12));
  }

  /** x and y follow z, each with noise of its own: they go together, but not beyond z. */
  @Test
  void whatGoesTogetherByAThirdFigureIsNotPartlyCorrelated() {
    Random random = new Random(11);
    double[] z = random.doubles(60).toArray();
    double[] x = Arrays.stream(z).map(v -> v + 0.1 * random.nextGaussian()).toArray();
    double[] y = Arrays.stream(z).map(v -> v + 0.1 * random.nextGaussian()).toArray();
    assertThat(OneCorrelation.estimate(x, y, forks(20, 3), 1).low()).isGreaterThan(0.6);
    Estimate partial = OneCorrelation.partial(x, y, z, forks(20, 3), 1, 1);
    assertThat(partial.low()).isLessThan(0);
    assertThat(partial.high()).isGreaterThan(0);
  }

  @Test
  void whatIsExplainedWhollyHasNoPartialCorrelation() {
    double[] twice = Arrays.stream(X).map(x -> 2 * x).toArray();
    Estimate unknown =
        Estimate.unknown("not enough variation: what is held fixed explains a figure wholly");
    assertThat(OneCorrelation.partial(X, Y, twice, forks(12, 3), 1, 1)).isEqualTo(unknown);
    assertThat(OneCorrelation.partial(Y, X, twice, forks(12, 3), 1, 1)).isEqualTo(unknown);
    assertThat(OneCorrelation.partial(X, Y, new double[36], forks(12, 3), 1, 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
  }

  @Test
  void moreComparisonsWidenTheInterval() {
    Estimate one = OneCorrelation.estimate(X, Y, forks(12, 3), 1, 1);
    assertThat(one).isEqualTo(OneCorrelation.estimate(X, Y, forks(12, 3), 1));
    Estimate ten = OneCorrelation.estimate(X, Y, forks(12, 3), 10, 1);
    assertThat(ten.value()).isEqualTo(one.value());
    assertThat(ten.low()).isLessThan(one.low());
    assertThat(ten.high()).isGreaterThan(one.high());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneCorrelation.estimate(X, Y, forks(12, 3), 0, 1))
        .withMessage("0 comparisons: there is one at least");
  }

  /**
   * Normal figures that correlate by r within forks and between them, which has Spearman's 6/π
   * arcsin(r/2). The share of 1000 campaigns has a standard error of 0.7 points. Few forks err to
   * the safe side.
   */
  @ParameterizedTest
  @CsvSource({"4, 0", "4, 0.5", "6, 0.9", "12, 0", "12, 0.5", "12, 0.9"})
  void theIntervalHoldsTheTruth(int forks, double r) {
    long seed = 20_260_920L + forks;
    Random random = new Random(seed);
    double truth = 6 / Math.PI * Math.asin(r / 2);
    int held = 0;
    for (int campaign = 0; campaign < 1000; campaign++) {
      double[] x = new double[3 * forks];
      double[] y = new double[3 * forks];
      for (int fork = 0; fork < forks; fork++) {
        double u = random.nextGaussian();
        double v = r * u + Math.sqrt(1 - r * r) * random.nextGaussian();
        for (int i = 3 * fork; i < 3 * fork + 3; i++) {
          double e = random.nextGaussian();
          x[i] = u + e;
          y[i] = v + r * e + Math.sqrt(1 - r * r) * random.nextGaussian();
        }
      }
      Estimate rho = OneCorrelation.estimate(x, y, forks(forks, 3), random.nextLong());
      held += Agreement.holds(rho, truth) ? 1 : 0;
    }
    System.out.printf("correlation %s: %d forks, seed %d: %d held%n", r, forks, seed, held);
    assertThat(held / 1000.0).as("seed %d", seed).isBetween(0.93, 0.99);
  }

  @Test
  void iterationsOfOneForkAreNotIndependent() {
    Estimate byFork = OneCorrelation.estimate(X, Y, forks(12, 3), 1);
    Estimate pooled = OneCorrelation.estimate(X, Y, forks(36, 1), 1);
    assertThat(pooled.value()).isEqualTo(byFork.value());
    assertThat(pooled.halfWidth()).isLessThan(0.8 * byFork.halfWidth());
  }

  @Test
  void oneSeedGivesOneIntervalWhateverTheForksAreCalled() {
    int[] renumbered = IntStream.of(forks(12, 3)).map(fork -> 1000 - 7 * fork).toArray();

    assertThat(OneCorrelation.estimate(X, Y, forks(12, 3), 42))
        .isEqualTo(OneCorrelation.estimate(X, Y, forks(12, 3), 42))
        .isEqualTo(OneCorrelation.estimate(X, Y, renumbered, 42))
        .isNotEqualTo(OneCorrelation.estimate(X, Y, forks(12, 3), 43));
  }

  static int[] forks(int forks, int iterations) {
    return IntStream.range(0, forks * iterations).map(i -> i / iterations).toArray();
  }
}
