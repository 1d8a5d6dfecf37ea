package io.coreyield.analysis.findings.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.BlockRatios;
import io.coreyield.analysis.model.trial.WindowWorker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClocksTest {

  private static final long NS = 25_000_000;

  @Test
  void aYieldAtAnEqualClock() {
    // Alone 3 GHz and 3 units, both together 3.6 units at 2.7 GHz: 20 % more, 33 % per cycle.
    BlockRatios ratios =
        BlockRatios.of(
            List.of(
                window(PairArm.FIRST, 3, 3.0),
                window(PairArm.SECOND, 3, 3.0),
                window(PairArm.BOTH, 3.6, 2.7)));

    assertThat(ratios.both()).isCloseTo(1.2, within(1e-12));
    assertThat(ratios.bothAtEqualClock()).isCloseTo(4.0 / 3, within(1e-12));
    assertThat(ratios.clocks().alone()).isEqualTo(3);
    assertThat(ratios.clocks().both()).isEqualTo(2.7);
    assertThat(ratios.clocks().separate()).isNaN();
  }

  @Test
  void whereNoClockWasReadThereIsNone() {
    BlockRatios ratios =
        BlockRatios.of(
            List.of(
                window(PairArm.FIRST, 3, null),
                window(PairArm.SECOND, 3, 3.0),
                window(PairArm.BOTH, 3.6, 2.7)));

    assertThat(ratios.both()).isCloseTo(1.2, within(1e-12));
    assertThat(ratios.bothAtEqualClock()).isNaN();
  }

  @Test
  void aCurveOfSimulatedCoresWhoseClockStays() {
    MeasuredFindings findings = Known.quick(4, 2);

    assertThat(findings.allCoreClock().value()).isCloseTo(1, within(0.05));
  }

  private static ArmWindow window(PairArm arm, double elements, @Nullable Double clockGHz) {
    return new ArmWindow(
        arm, 0, NS, List.of(new WindowWorker(0, elements, NS, NS, 0, 0, clockGHz)));
  }
}
