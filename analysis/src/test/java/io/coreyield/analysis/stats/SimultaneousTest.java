package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** SciPy 1.17: {@code t.isf(0.025 / 15, 5) / t.isf(0.025, 5)} = 2.0413342976288327. */
class SimultaneousTest {

  private static final Estimate FIGURE = Estimate.of(1.5, 1.4, 1.7).withError(0.05, 5);

  @Test
  void manyFiguresWidenAnIntervalByTheirQuantile() {
    Estimate wide = Simultaneous.of(FIGURE, 15);

    assertThat(wide.value()).isEqualTo(1.5);
    assertThat(wide.low()).isCloseTo(1.5 - 0.1 * 2.0413342976288327, within(1e-9));
    assertThat(wide.high()).isCloseTo(1.5 + 0.2 * 2.0413342976288327, within(1e-9));
  }

  @Test
  void oneFigureKeepsItsInterval() {
    assertThat(Simultaneous.of(FIGURE, 1)).isEqualTo(FIGURE);
    assertThatThrownBy(() -> Simultaneous.of(FIGURE, 0)).hasMessageContaining("1 or more");
  }

  @Test
  void withoutAnErrorThereIsNoInterval() {
    assertThat(Simultaneous.of(Estimate.of(1, 0, 2), 3).hasInterval()).isFalse();
    Estimate bare = Estimate.withoutInterval(1, "one fork");
    assertThat(Simultaneous.of(bare, 3)).isEqualTo(bare);
  }

  /**
   * Two figures with 4 and 9 degrees of freedom, by hand: 0.5 · 2 + 0.25 · 4 = 2, the variance 0.25
   * · 0.04 + 0.0625 · 0.16 = 0.02, and its degrees of freedom 0.0004 / (0.0001 / 4 + 0.0001 / 9) =
   * 11.0769.
   */
  @Test
  void aWeightedSumAddsVariances() {
    Estimate sum =
        WeightedMean.of(
            List.of(Estimate.of(2, 1, 3).withError(0.2, 4), Estimate.of(4, 3, 5).withError(0.4, 9)),
            List.of(0.5, 0.25));

    assertThat(sum.value()).isEqualTo(2);
    StandardError error = Objects.requireNonNull(sum.error());
    assertThat(error.value()).isCloseTo(Math.sqrt(0.02), within(1e-12));
    assertThat(error.degreesOfFreedom()).isCloseTo(11.0769, within(1e-4));
    assertThat(sum.high() - 2)
        .isCloseTo(Sample.criticalT(11.0769230769) * Math.sqrt(0.02), within(1e-9));
  }

  @Test
  void aWeightedSumOfWhatIsUnknownIsUnknown() {
    assertThat(WeightedMean.of(List.of(), List.of()).hasValue()).isFalse();
    assertThat(WeightedMean.of(List.of(Estimate.unknown("x")), List.of(1.0)).hasValue()).isFalse();
    assertThat(WeightedMean.of(List.of(Estimate.of(1, 0, 2)), List.of(1.0)).hasInterval())
        .isFalse();
    assertThatThrownBy(() -> WeightedMean.of(List.of(), List.of(1.0)))
        .hasMessageContaining("0 figures and 1 weights");
  }
}
