package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static io.coreyield.analysis.stats.Agreement.hasError;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class IndependentDifferenceTest {

  private static final double[] A = {2.1, 2.4, 2.2, 2.6};
  private static final double[] B = {1.9, 2.0, 1.7, 2.2, 1.8, 1.6};

  /** R 4: {@code t.test(A, B, conf.level = 0.99)}: its interval, parameter and stderr. */
  @Test
  void isWelchsTest() {
    Estimate difference = IndependentDifference.of(MeanInterval.of(A), MeanInterval.of(B), 0.99);
    agrees(difference, 0.45833333333333, -0.0522074487864927, 0.96887411545316);
    hasError(difference, 0.14166666666667, 6.44860173875446);
  }

  /** Of logarithms it is exact. R 4: {@code exp(t.test(log(A), log(B))$conf.int) - 1}. */
  @Test
  void aRatioIsThatOfLogarithms() {
    Estimate ratio =
        IndependentDifference.relative(logMean(A).exp(), logMean(B).exp(), Estimate.LEVEL);
    agrees(ratio, 0.24819381680677, 0.0684929601402005, 0.45811705124404);
  }

  private static Estimate logMean(double[] figures) {
    return MeanInterval.of(Arrays.stream(figures).map(Math::log).toArray());
  }

  @Test
  void whatDoesNotVaryHasNoWidth() {
    Estimate two = MeanInterval.of(2, 2);
    assertThat(IndependentDifference.of(two, MeanInterval.of(3, 3), 0.95))
        .isEqualTo(Estimate.of(-1, -1, -1).withError(0, 2));
    Estimate half = IndependentDifference.of(two, MeanInterval.of(A), 0.95);
    assertThat(Objects.requireNonNull(half.error()).degreesOfFreedom()).isEqualTo(3);
  }

  @Test
  void withoutAnErrorOrAValueThereIsNone() {
    Estimate bare = Estimate.withoutInterval(2, "one fork");
    assertThat(IndependentDifference.of(bare, MeanInterval.of(A), 0.95).hasInterval()).isFalse();
    assertThat(IndependentDifference.of(bare, Estimate.unknown("none"), 0.95).hasValue()).isFalse();
    assertThat(IndependentDifference.relative(bare, Estimate.of(0, 0, 0), 0.95).hasValue())
        .isFalse();
  }
}
