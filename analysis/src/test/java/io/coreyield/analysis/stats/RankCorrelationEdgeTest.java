package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.RankCorrelationTest.forks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Perfect, constant, few and impossible figures. */
class RankCorrelationEdgeTest {

  @Test
  void monotoneFiguresCorrelateFully() {
    double[] x = IntStream.range(0, 30).mapToDouble(i -> i).toArray();
    double[] up = IntStream.range(0, 30).mapToDouble(i -> Math.exp(i)).toArray();
    double[] down = IntStream.range(0, 30).mapToDouble(i -> -i * i).toArray();
    assertThat(OneCorrelation.estimate(x, up, forks(10, 3), 1)).isEqualTo(Estimate.of(1, 1, 1));
    assertThat(OneCorrelation.estimate(x, down, forks(10, 3), 1))
        .isEqualTo(Estimate.of(-1, -1, -1));
  }

  @Test
  void constantFiguresHaveNoCorrelation() {
    double[] rising = IntStream.range(0, 36).mapToDouble(i -> i).toArray();
    assertThat(OneCorrelation.estimate(rising, new double[36], forks(12, 3), 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
    assertThat(OneCorrelation.estimate(new double[] {1}, new double[] {2}, new int[1], 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
    double[] zeroes = {0.0, -0.0, 0.0, -0.0};
    assertThat(OneCorrelation.estimate(zeroes, new double[] {1, 2, 3, 4}, forks(4, 1), 1))
        .isEqualTo(Estimate.unknown("not enough variation: all figures are equal"));
  }

  @Test
  void oneVaryingForkIsNotEnoughForAnInterval() {
    double[] steal = new double[12];
    steal[4] = 0.1;
    double[] score = IntStream.range(0, 12).mapToDouble(i -> i % 5).toArray();
    Estimate rho = OneCorrelation.estimate(score, steal, forks(4, 3), 1);
    assertThat(rho.hasValue()).isTrue();
    assertThat(rho.hasInterval()).isFalse();
    assertThat(rho.reason()).isEqualTo("not enough variation between forks");
  }

  @Test
  void fewForksHaveNoInterval() {
    double[] x = {1, 2, 3, 4};
    double[] y = {1, 2, 4, 3};
    assertThat(OneCorrelation.estimate(x, y, forks(2, 2), 1))
        .isEqualTo(Estimate.withoutInterval(0.8, "2 forks: an interval needs 3"));
    assertThat(OneCorrelation.estimate(x, y, forks(1, 4), 1).reason())
        .isEqualTo("1 fork: an interval needs 3");
  }

  @Test
  void threeForksThatVaryEachHaveAnInterval() {
    double[] x = {1, 5, 9, 2, 6, 7, 3, 4, 8};
    double[] y = {2, 5, 8, 1, 6, 9, 4, 3, 7};
    Estimate rho = OneCorrelation.estimate(x, y, forks(3, 3), 1);
    assertThat(rho.hasInterval()).isTrue();
    assertThat(rho.value()).isBetween(rho.low(), rho.high());
  }

  /** Drawn twice, a fork adds ties: nearly every resample of these is below the correlation. */
  @Test
  void theIntervalHoldsTheCorrelation() {
    double[] x = IntStream.range(0, 36).mapToDouble(i -> Math.floorDiv(i, 9)).toArray();
    double[] y = IntStream.range(0, 36).mapToDouble(i -> i).toArray();
    Estimate rho = OneCorrelation.estimate(x, y, forks(12, 3), 1);
    assertThat(rho.high()).isBetween(rho.value(), 0.99);
    assertThat(rho.low()).isLessThan(rho.value() - 0.01);
  }

  @Test
  void nothingAndWhatIsNotFiniteIsUnknown() {
    assertThat(OneCorrelation.estimate(new double[0], new double[0], new int[0], 1))
        .isEqualTo(Estimate.unknown("no iteration has both figures"));
    double[] fine = {1, 2, 3};
    double[] bad = {1, Double.NaN, 3};
    assertThat(OneCorrelation.estimate(fine, bad, forks(3, 1), 1))
        .isEqualTo(Estimate.unknown("a figure is not a finite number"));
    assertThat(OneCorrelation.estimate(bad, fine, forks(3, 1), 1).hasValue()).isFalse();
  }

  @Test
  void allThreeMustBeEquallyLong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OneCorrelation.estimate(new double[2], new double[2], new int[3], 1))
        .withMessage("2 and 2 figures, 3 forks: each iteration needs all three");
  }
}
