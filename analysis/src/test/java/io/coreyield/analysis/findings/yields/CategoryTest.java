package io.coreyield.analysis.findings.yields;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.trust.Doubt;
import io.coreyield.analysis.findings.trust.TaintCheck;
import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CategoryTest {

  @ParameterizedTest
  @CsvSource({
    "-0.05, 0.05, NOTHING",
    "0, 0, NOTHING",
    "0.025, 0.04, NOTHING",
    "-0.04, -0.03, NOTHING",
    "-0.051, 0.05, UNKNOWN",
    "-0.05, 0.051, UNKNOWN",
    "0.01, 0.06, SOMETHING",
    "0.95, 1.05, AS_GOOD_AS_A_CORE",
    "0.95, 1.3, AS_GOOD_AS_A_CORE",
    "0.949, 1.05, SOMETHING",
    "0.2, 0.3, SOMETHING",
    "-0.2, -0.1, HARMFUL",
    "-0.06, -0.01, HARMFUL",
    "0.25, 0.75, SOMETHING",
    "0.25, 0.76, UNKNOWN",
  })
  void theIntervalOfThePlaceDecides(double low, double high, Category category) {
    assertThat(Category.of(Estimate.of((low + high) / 2, low, high))).isEqualTo(category);
  }

  /** 94.3 % [92.6, 96.1] where a core adds 95 % is as good as a core there. */
  @Test
  void aYieldIsPlacedBetweenItsControls() {
    Controls controls = controls(Estimate.of(0.95, 0.94, 0.96), Estimate.of(0.9925, 0.975, 1.012));
    assertThat(judge(Estimate.of(0.943, 0.926, 0.961), controls))
        .isEqualTo(new Judgement(Category.AS_GOOD_AS_A_CORE, Trust.HIGH));
  }

  /** Where a core adds no more than 5 % either, a place says nothing. */
  @Test
  void withoutRoomBetweenTheControlsTheYieldCounts() {
    Controls controls = controls(Estimate.of(0.05, 0.04, 0.06), Estimate.of(0.6, 0.2, 1.1));
    assertThat(judge(Estimate.of(0.03, 0.02, 0.04), controls).category())
        .isEqualTo(Category.NOTHING);
  }

  /** Two workers on one logical CPU can lose more than two siblings do. */
  @Test
  void aLossIsHarmfulWhateverItsPlace() {
    Controls controls =
        new Controls(
            Estimate.of(-0.2, -0.21, -0.19),
            Estimate.of(1, 0.99, 1.01),
            Estimate.of(0.083, 0.067, 0.1));
    assertThat(judge(Estimate.of(-0.1, -0.12, -0.08), controls).category())
        .isEqualTo(Category.HARMFUL);
  }

  /** Half of the points of a place are few of a yield, where a core adds little. */
  @Test
  void aPlaceThatIsTooWideSaysSo() {
    Controls controls = controls(Estimate.of(0.4, 0.39, 0.41), Estimate.of(0.5, 0.22, 0.78));
    assertThat(judge(Estimate.of(0.2, 0.09, 0.31), controls).trust())
        .isEqualTo(
            Trust.noAnswer(
                "the interval is too wide: ± 28 points of the way from floor to ceiling"));
  }

  @Test
  void whatIsUnknownSaysWhy() {
    assertThat(reason(Estimate.of(0.3, 0, 0.6))).isEqualTo("the interval is too wide: ± 30 points");
    assertThat(reason(Estimate.of(0.04, -0.02, 0.1)))
        .isEqualTo("the interval reaches from a loss to a gain");
    assertThat(reason(Estimate.withoutInterval(0.3, "one round"))).isEqualTo("one round");
  }

  @Test
  void whatWasFoundOfTheMachineTakesTheCategoryAway() {
    Trust busy = Trust.noAnswer(new Doubt.Busy(Doubt.User.PROGRAMS, 1, 4));
    TaintCheck taints = TaintCheck.untaintedOnly(Estimate.of(0.3, 0.29, 0.31), 9);
    assertThat(Judgement.of(taints, Controls.unknown("none"), busy))
        .isEqualTo(new Judgement(Category.UNKNOWN, busy));
  }

  @Test
  void taintedIterationsThatCouldNotBeLeftOutLimitTrust() {
    Estimate yield = Estimate.of(0.3, 0.29, 0.31);
    TaintCheck taints = new TaintCheck(yield, Estimate.unknown("none is left"), 9, 9, false, false);
    assertThat(Judgement.of(taints, Controls.unknown("none"), Trust.HIGH))
        .isEqualTo(new Judgement(Category.SOMETHING, Trust.limited(new Doubt.Tainted(9, 9))));
  }

  private static Controls controls(Estimate ceiling, Estimate place) {
    return new Controls(Estimate.of(0, -0.01, 0.01), ceiling, place);
  }

  private static Judgement judge(Estimate yield, Controls controls) {
    return Judgement.of(TaintCheck.untaintedOnly(yield, 9), controls, Trust.HIGH);
  }

  private static String reason(Estimate yield) {
    return judge(yield, Controls.unknown("none")).trust().doubt()
            instanceof Doubt.Unanswered(String reason)
        ? reason
        : "";
  }
}
