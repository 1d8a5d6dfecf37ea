package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static io.coreyield.analysis.stats.Agreement.hasError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RatioIntervalTest {

  private static final String NO_RATIO = "a figure is not positive and finite, so it has no ratio";

  @Nested
  class Paired {

    /**
     * R 4:
     *
     * <pre>{@code
     * l <- log(c(6.9, 7.1, 6.8, 7.3) / c(3.5, 3.6, 3.4, 3.5))
     * exp(c(mean(l), t.test(l)$conf.int))
     * exp(mean(l)) * sd(l) / 2
     * }</pre>
     */
    @Test
    void agreesWithR() {
      Estimate ratio =
          RatioInterval.paired(
              new double[] {6.9, 7.1, 6.8, 7.3}, new double[] {3.5, 3.6, 3.4, 3.5});
      agrees(ratio, 2.00680616459811, 1.92373737915016, 2.09346193816128);
      hasError(ratio, 0.0266577971056524, 3);
    }

    @Test
    void slowRoundsDoNotWidenIt() {
      Estimate ratio = RatioInterval.paired(new double[] {8, 4, 2, 16}, new double[] {4, 2, 1, 8});
      assertThat(ratio.value()).isCloseTo(2, within(1e-12));
      assertThat(ratio.halfWidth()).isLessThan(1e-12);
    }

    @Test
    void swappedArmsGiveTheReciprocal() {
      double[] a = {6.9, 7.1, 6.8};
      double[] b = {3.5, 3.9, 3.4};
      Estimate ratio = RatioInterval.paired(a, b);
      Estimate swapped = RatioInterval.paired(b, a);
      assertThat(swapped.low()).isCloseTo(1 / ratio.high(), within(1e-12));
      assertThat(swapped.high()).isCloseTo(1 / ratio.low(), within(1e-12));
    }

    @Test
    void fewerThanTwoRoundsHaveNoInterval() {
      assertThat(RatioInterval.paired(new double[] {6}, new double[] {3}))
          .isEqualTo(Estimate.withoutInterval(2, "one round: an interval needs two"));
      assertThat(RatioInterval.paired(new double[0], new double[0]))
          .isEqualTo(Estimate.unknown("no round has a result of both arms"));
    }

    @Test
    void whatIsNotPositiveHasNoRatio() {
      for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
        assertThat(RatioInterval.paired(new double[] {1, bad}, new double[] {1, 1}))
            .isEqualTo(Estimate.unknown(NO_RATIO));
        assertThat(RatioInterval.paired(new double[] {1, 1}, new double[] {1, bad}))
            .isEqualTo(Estimate.unknown(NO_RATIO));
      }
    }

    @Test
    void armsMustBeEquallyLong() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> RatioInterval.paired(new double[2], new double[3]))
          .withMessage("2 numerators, 3 denominators: a pair needs both");
    }
  }

  @Nested
  class Independent {

    /**
     * R 4, by inverting the test rather than by the formula:
     *
     * <pre>{@code
     * f <- function(a, b) {
     *   va <- var(a) / length(a); vb <- var(b) / length(b); r <- mean(a) / mean(b)
     *   df <- (va + r^2 * vb)^2 / (va^2 / (length(a) - 1) + r^4 * vb^2 / (length(b) - 1))
     *   h <- function(q) abs(mean(a) - q * mean(b)) / sqrt(va + q^2 * vb) - qt(.975, df)
     *   c(r, uniroot(h, c(r / 20, r), tol = 1e-14)$root, uniroot(h, c(r, 20 * r), tol = 1e-14)$root)
     * }
     * f(c(6.9, 7.1, 6.8, 7.3, 7.0), c(3.5, 3.6, 3.4))
     * f(c(5, 7, 9), c(4.0, 5.0, 4.5, 4.2))
     * }</pre>
     */
    @Test
    void agreesWithR() {
      Estimate narrow =
          RatioInterval.independent(
              new double[] {6.9, 7.1, 6.8, 7.3, 7.0}, new double[] {3.5, 3.6, 3.4});
      assertThat(narrow.value()).isCloseTo(2.00571428571429, within(1e-12));
      assertThat(narrow.low()).isCloseTo(1.89708555251374, within(1e-8));
      assertThat(narrow.high()).isCloseTo(2.12249431542559, within(1e-8));

      Estimate wide =
          RatioInterval.independent(new double[] {5, 7, 9}, new double[] {4.0, 5.0, 4.5, 4.2});
      assertThat(wide.value()).isCloseTo(1.5819209039548, within(1e-12));
      assertThat(wide.low()).isCloseTo(0.601571354263018, within(1e-8));
      assertThat(wide.high()).isCloseTo(2.67246294620699, within(1e-8));
    }

    @Test
    void scaleDoesNotMatter() {
      double[] a = {6.9, 7.1, 6.8};
      double[] b = {3.5, 3.6, 3.4};
      Estimate plain = RatioInterval.independent(a, b);
      Estimate scaled = RatioInterval.independent(times(a, 1e150), times(b, 1e150));
      assertThat(scaled.low()).isCloseTo(plain.low(), within(1e-9));
      assertThat(scaled.high()).isCloseTo(plain.high(), within(1e-9));
    }

    @Test
    void anUncertainDenominatorHasNoBound() {
      assertThat(RatioInterval.independent(new double[] {1, 1.1}, new double[] {1, 5}))
          .isEqualTo(
              Estimate.unknown(
                  "the forks to compare with differ so much that the ratio has no bound"));
    }

    @Test
    void equalForksGiveAnIntervalWithoutWidth() {
      assertThat(RatioInterval.independent(new double[] {6, 6}, new double[] {3, 3, 3}))
          .isEqualTo(Estimate.of(2, 2, 2).withError(0, 3));
    }

    @Test
    void anArmWithoutTwoForksHasNoInterval() {
      Estimate alone =
          Estimate.withoutInterval(2, "an arm has one fork: an interval needs two of each");
      assertThat(RatioInterval.independent(new double[] {6}, new double[] {3, 3})).isEqualTo(alone);
      assertThat(RatioInterval.independent(new double[] {6, 6}, new double[] {3})).isEqualTo(alone);
      assertThat(RatioInterval.independent(new double[] {6}, new double[0]))
          .isEqualTo(Estimate.unknown("an arm has no fork with a result"));
    }

    @Test
    void whatIsNotPositiveHasNoRatio() {
      assertThat(RatioInterval.independent(new double[] {6, Double.NaN}, new double[] {3, 3}))
          .isEqualTo(Estimate.unknown(NO_RATIO));
      assertThat(RatioInterval.independent(new double[] {6, 6}, new double[] {3, 0}))
          .isEqualTo(Estimate.unknown(NO_RATIO));
    }

    private static double[] times(double[] values, double factor) {
      return Arrays.stream(values).map(v -> v * factor).toArray();
    }
  }
}
