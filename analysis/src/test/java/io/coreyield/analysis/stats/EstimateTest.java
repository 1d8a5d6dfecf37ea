package io.coreyield.analysis.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class EstimateTest {

  @Test
  void widthIsToldInUnitsAndAsAShare() {
    Estimate estimate = Estimate.of(-4, -5, -2);
    assertThat(estimate.halfWidth()).isEqualTo(1.5);
    assertThat(estimate.relativeHalfWidth()).isCloseTo(0.375, within(1e-12));
    assertThat(Estimate.withoutInterval(4, "one fork").relativeHalfWidth()).isNaN();
  }

  @Test
  void unitsAndConstantsCarryTheIntervalAlong() {
    assertThat(Estimate.of(2, 1, 4).times(10).plus(-1)).isEqualTo(Estimate.of(19, 9, 39));
    assertThat(Estimate.unknown("no fork").times(10).plus(-1))
        .isEqualTo(Estimate.unknown("no fork"));
  }

  @Test
  void aReasonStandsWhereSomethingIsMissingAndOnlyThere() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Estimate(1, Double.NaN, Double.NaN, null));
    assertThatIllegalArgumentException().isThrownBy(() -> new Estimate(1, 0, 2, "why"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Estimate.of(1, 3, 2))
        .withMessage("low 3.0 is above high 2.0");
  }
}
