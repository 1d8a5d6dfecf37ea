package io.coreyield.analysis.stats;

import static io.coreyield.analysis.stats.Agreement.agrees;
import static io.coreyield.analysis.stats.Agreement.hasError;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MeanIntervalTest {

  /** R 4: {@code x <- c(3.51e9, 3.48e9, 3.55e9, 3.50e9, 3.46e9); mean(x); t.test(x)$conf.int}. */
  @Test
  void agreesWithR() {
    Estimate mean = MeanInterval.of(3.51e9, 3.48e9, 3.55e9, 3.50e9, 3.46e9);
    assertThat(mean.value()).isCloseTo(3.5e9, within(1e-3));
    assertThat(mean.low()).isCloseTo(3457893125.18008, within(1e-2));
    assertThat(mean.high()).isCloseTo(3542106874.81992, within(1e-2));
    assertThat(mean.reason()).isNull();
  }

  /** R 4: {@code t.test(c(2, 4))$conf.int}. */
  @Test
  void twoForksGiveAWideInterval() {
    agrees(MeanInterval.of(2, 4), 3, -9.70620473617469, 15.7062047361747);
  }

  @Test
  void fewerThanTwoForksHaveNoInterval() {
    assertThat(MeanInterval.of(7))
        .isEqualTo(Estimate.withoutInterval(7, "one fork: an interval needs two"));
    assertThat(MeanInterval.of()).isEqualTo(Estimate.unknown("no fork gave a result"));
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void whatIsNotFiniteIsUnknown(double figure) {
    assertThat(MeanInterval.of(1, figure, 2))
        .isEqualTo(Estimate.unknown("a fork's figure is not a finite number"));
    assertThat(MeanInterval.of(figure).hasValue()).isFalse();
    assertThat(MeanInterval.of(1e200, -1e200, 3e200))
        .isEqualTo(Estimate.unknown("the forks' figures are too large to square"));
  }

  @Test
  void equalForksGiveAnIntervalWithoutWidth() {
    // 0.1 is not exact in binary: a sum divided by the count would miss it.
    assertThat(MeanInterval.of(0.1, 0.1, 0.1))
        .isEqualTo(Estimate.of(0.1, 0.1, 0.1).withError(0, 2));
  }

  /** R 4: {@code sd(c(2, 4, 9)) / sqrt(3)}. */
  @Test
  void tellsWhatTheIntervalIsMadeFrom() {
    hasError(MeanInterval.of(2, 4, 9), 2.08166599946613, 2);
    assertThat(MeanInterval.of(7).error()).isNull();
  }
}
