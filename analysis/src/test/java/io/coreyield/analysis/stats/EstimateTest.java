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
  void theStandardErrorIsInTheUnitOfTheFigure() {
    Estimate log = Estimate.of(Math.log(2), 0, 1).withError(0.1, 5);
    assertThat(log.exp().error()).isEqualTo(new StandardError(0.2, 5));
    assertThat(log.expm1().error()).isEqualTo(new StandardError(0.2, 5));
    assertThat(log.exp().times(10).plus(-1).negated().error()).isEqualTo(new StandardError(2, 5));
    assertThat(Estimate.of(1, 0, 2).withError(Double.NaN, 5).error()).isNull();
    assertThat(Estimate.of(1, 0, 2).withError(0.1, 0).error()).isNull();
    assertThat(Estimate.withoutInterval(1, "one fork").withError(0.1, 1).error()).isNull();
    assertThatIllegalArgumentException().isThrownBy(() -> new StandardError(-0.1, 1));
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
