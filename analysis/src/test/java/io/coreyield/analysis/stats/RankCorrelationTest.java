package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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
        RankCorrelation.estimate(
            new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3},
            new double[] {2, 7, 1, 8, 2, 8, 1, 8, 2, 8},
            forks(10, 1),
            1);
    assertThat(rho.value()).isCloseTo(0.134715062810913, within(1e-14));
  }

  /**
   * The interval of a bootstrap of forks in R 4 with 100 000 resamples:
   *
   * <pre>{@code
   * set.seed(7)
   * k <- 12; fork <- rep(1:k, each = 3); u <- rnorm(k)[fork]
   * X <- round(u + rnorm(36) * .5, 1); Y <- round(u + rnorm(36) * .8, 1)
   * r <- replicate(100000, {
   *   i <- unlist(lapply(sample(k, k, TRUE), function(j) which(fork == j)))
   *   cor(X[i], Y[i], method = "spearman") })
   * c(cor(X, Y, method = "spearman"), quantile(r, c(.025, .975), type = 8))
   * }</pre>
   *
   * Other draws than R's: the ends agree as far as 2000 resamples tell them.
   */
  @Test
  void theIntervalIsThatOfResampledForks() {
    for (long seed = 1; seed <= 5; seed++) {
      Estimate rho = RankCorrelation.estimate(X, Y, forks(12, 3), seed);
      assertThat(rho.value()).isCloseTo(0.755433770333721, within(1e-14));
      assertThat(rho.low()).as("seed %d", seed).isCloseTo(0.4065, within(0.05));
      assertThat(rho.high()).as("seed %d", seed).isCloseTo(0.8561, within(0.01));
    }
  }

  @Test
  void iterationsOfOneForkAreNotIndependent() {
    Estimate byFork = RankCorrelation.estimate(X, Y, forks(12, 3), 1);
    Estimate pooled = RankCorrelation.estimate(X, Y, forks(36, 1), 1);
    assertThat(pooled.value()).isEqualTo(byFork.value());
    assertThat(pooled.halfWidth()).isLessThan(0.8 * byFork.halfWidth());
  }

  @Test
  void oneSeedGivesOneInterval() {
    assertThat(RankCorrelation.estimate(X, Y, forks(12, 3), 42))
        .isEqualTo(RankCorrelation.estimate(X, Y, forks(12, 3), 42))
        .isNotEqualTo(RankCorrelation.estimate(X, Y, forks(12, 3), 43));
  }

  @Test
  void forkNumbersAreNamesOnly() {
    int[] renumbered = IntStream.of(forks(12, 3)).map(fork -> 1000 - 7 * fork).toArray();
    assertThat(RankCorrelation.estimate(X, Y, renumbered, 42))
        .isEqualTo(RankCorrelation.estimate(X, Y, forks(12, 3), 42));
  }

  @Test
  void monotoneFiguresCorrelateFully() {
    double[] x = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
    double[] up = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i)).toArray();
    double[] down = IntStream.range(0, 30).mapToDouble(i -> -i * i).toArray();
    assertThat(RankCorrelation.estimate(x, up, forks(10, 3), 1)).isEqualTo(Estimate.of(1, 1, 1));
    assertThat(RankCorrelation.estimate(x, down, forks(10, 3), 1))
        .isEqualTo(Estimate.of(-1, -1, -1));
  }

  @Test
  void constantFiguresHaveNoCorrelation() {
    assertThat(RankCorrelation.estimate(X, new double[36], forks(12, 3), 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
    assertThat(RankCorrelation.estimate(new double[] {1}, new double[] {2}, new int[1], 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
  }

  @Test
  void zeroesOfEitherSignAreEqual() {
    double[] zeroes = {0.0, -0.0, 0.0, -0.0};
    assertThat(RankCorrelation.estimate(zeroes, new double[] {1, 2, 3, 4}, forks(4, 1), 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
  }

  @Test
  void oneVaryingForkIsNotEnoughForAnInterval() {
    double[] steal = new double[12];
    steal[4] = 0.1;
    double[] score = IntStream.range(0, 12).mapToDouble(i -> i % 5).toArray();
    Estimate rho = RankCorrelation.estimate(score, steal, forks(4, 3), 1);
    assertThat(rho.hasValue()).isTrue();
    assertThat(rho.hasInterval()).isFalse();
    assertThat(rho.reason()).isEqualTo("not enough variation between forks");
  }

  @Test
  void fewForksHaveNoInterval() {
    double[] x = {1, 2, 3, 4};
    double[] y = {1, 2, 4, 3};
    assertThat(RankCorrelation.estimate(x, y, forks(2, 2), 1))
        .isEqualTo(Estimate.withoutInterval(0.8, "2 forks: an interval needs 3"));
    assertThat(RankCorrelation.estimate(x, y, forks(1, 4), 1).reason())
        .isEqualTo("1 fork: an interval needs 3");
  }

  @Test
  void threeForksThatVaryEachHaveAnInterval() {
    double[] x = {1, 5, 9, 2, 6, 7, 3, 4, 8};
    double[] y = {2, 5, 8, 1, 6, 9, 4, 3, 7};
    Estimate rho = RankCorrelation.estimate(x, y, forks(3, 3), 1);
    assertThat(rho.hasInterval()).isTrue();
    assertThat(rho.value()).isBetween(rho.low(), rho.high());
  }

  /** Drawn twice, a fork adds ties: every resample of these is below the correlation itself. */
  @Test
  void theIntervalHoldsTheCorrelation() {
    double[] x = IntStream.range(0, 36).mapToDouble(i -> Math.floorDiv(i, 9)).toArray();
    double[] y = IntStream.range(0, 36).mapToDouble(i -> i).toArray();
    Estimate rho = RankCorrelation.estimate(x, y, forks(12, 3), 1);
    assertThat(rho.high()).isEqualTo(rho.value());
    assertThat(rho.low()).isLessThan(rho.value() - 0.01);
  }

  @Test
  void nothingIsUnknown() {
    assertThat(RankCorrelation.estimate(new double[0], new double[0], new int[0], 1))
        .isEqualTo(Estimate.unknown("no iteration has both figures"));
  }

  @Test
  void whatIsNotFiniteIsUnknown() {
    double[] fine = {1, 2, 3};
    double[] bad = {1, Double.NaN, 3};
    assertThat(RankCorrelation.estimate(fine, bad, forks(3, 1), 1))
        .isEqualTo(Estimate.unknown("a figure is not a finite number"));
    assertThat(RankCorrelation.estimate(bad, fine, forks(3, 1), 1).hasValue()).isFalse();
  }

  @Test
  void allThreeMustBeEquallyLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RankCorrelation.estimate(new double[2], new double[2], new int[3], 1))
        .withMessage("2 and 2 figures, 3 forks: each iteration needs all three");
  }

  private static int[] forks(int forks, int iterations) {
    return IntStream.range(0, forks * iterations).map(i -> i / iterations).toArray();
  }
}
