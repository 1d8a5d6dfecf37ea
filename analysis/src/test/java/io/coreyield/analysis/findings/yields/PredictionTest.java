package io.coreyield.analysis.findings.yields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PredictionTest {

  /** On cores that add once per cycle in a chain, and four times in {@code range-ilp}. */
  private static Prediction of(Kernel kernel, Map<Kernel, Double> yields) {
    MeasuredFindings findings =
        MeasuredFindings.of(
            PairedRuns.run(
                SimulatedRuns.machine(4, 2),
                yields,
                List.of(ConcurrencyModel.PLATFORM),
                0.01,
                false));
    return Objects.requireNonNull(
        findings.yields().stream()
            .filter(yield -> yield.kernel() == kernel)
            .findFirst()
            .orElseThrow()
            .prediction());
  }

  @Test
  void aChainLeavesWhatThePortsOfThisMachineCanDo() {
    Prediction range = of(Kernel.RANGE, Map.of(Kernel.RANGE, 0.9, Kernel.RANGE_ILP, 0.02));
    assertThat(range.cyclesPerElement()).isEqualTo(1);
    assertThat(range.use()).isCloseTo(0.25, within(0.01));
    assertThat(range.expected().value()).isCloseTo(PairedRuns.CEILING, within(0.02));
    assertThat(range.disagreement()).isNull();
  }

  @Test
  void withoutTheKernelThatFillsThemNothingIsExpected() {
    Prediction range = of(Kernel.RANGE, Map.of(Kernel.RANGE, 0.9));
    assertThat(range.use()).isNaN();
    assertThat(range.expected().reason()).contains("range-ilp", "was not measured");
    Prediction fp = of(Kernel.RANGE_DOUBLE, Map.of(Kernel.RANGE, 0.9, Kernel.RANGE_DOUBLE, 0.9));
    assertThat(fp.cyclesPerElement()).isCloseTo(3, within(0.1));
    assertThat(fp.expected().reason()).contains("floating-point units", "unknown");
  }

  @Test
  void aDividerThatOneWorkerFillsLeavesNothingAndOthersAreUnknown() {
    Prediction division = of(Kernel.RANGE_DIV, Map.of(Kernel.RANGE_DIV, 0.03));
    assertThat(division.expected().value()).isZero();
    assertThat(division.disagreement()).isNull();
    for (Kernel kernel : List.of(Kernel.ARRAY_CACHE, Kernel.ARRAY_BRANCH)) {
      assertThat(of(kernel, Map.of(kernel, 0.4)).expected().reason())
          .isEqualTo("the speed of one worker does not show what it leaves of the core");
    }
  }

  @ParameterizedTest
  @CsvSource({"0.02,", "0.1,", "0.4,ABOVE", "-0.3,BELOW"})
  void aSiblingOfAWorkerThatFillsItsUnitsAddsNothing(
      double yield, Prediction.@Nullable Disagreement disagreement) {
    Prediction ilp = of(Kernel.RANGE_ILP, Map.of(Kernel.RANGE, 0.9, Kernel.RANGE_ILP, yield));
    assertThat(ilp.use()).isEqualTo(1);
    assertThat(ilp.expected().value()).isZero();
    assertThat(ilp.disagreement()).isEqualTo(disagreement);
  }
}
