package io.coreyield.benchmarks.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Kernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What no processor can do is not believed. */
class PhysicalBoundTest {

  @ParameterizedTest
  @EnumSource
  void aCostBelowTheBoundIsRejectedInWords(Kernel kernel) {
    double leastNs = kernel.leastCyclesPerElement() / PhysicalBound.HIGHEST_CLOCK_GHZ;

    assertThat(PhysicalBound.violation(kernel, leastNs * 0.999)).isPresent();
    assertThat(PhysicalBound.violation(kernel, 0)).isPresent();
    assertThat(PhysicalBound.violation(kernel, leastNs)).isEmpty();
    assertThat(PhysicalBound.violation(kernel, leastNs * 100)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "range, 0.01, 'kernel range took 0.0100 ns per element, and no processor can do it under 0.1429 ns (1.0 cycles at 7 GHz): the compiler removed work, so the figure is rejected'",
    "range-ilp, 0.001, 'kernel range-ilp took 0.0010 ns per element, and no processor can do it under 0.0179 ns (0.125 cycles at 7 GHz): the compiler removed work, so the figure is rejected'"
  })
  void theSentenceHasTheFigures(String kernel, double nsPerElement, String sentence) {
    assertThat(PhysicalBound.violation(Kernel.of(kernel), nsPerElement)).contains(sentence);
  }

  /** A clock of 4 GHz: {@code range} takes 0.25 ns. */
  @ParameterizedTest
  @CsvSource({
    "range-double, 0.75, true", "range-double, 0.5, true", "range-double, 0.46, true",
    "range-double, 0.44, false", "range-double, 0.25, false", "range-ilp, 0.0625, true",
    "range-ilp, 0.029, true", "range-ilp, 0.027, false", "range, 0.25, true",
    "range, 0.2, false"
  })
  void theRangeClockJudgesInCycles(String kernel, double nsPerElement, boolean isPossible) {
    assertThat(PhysicalBound.violation(Kernel.of(kernel), nsPerElement, 0.25).isEmpty())
        .isEqualTo(isPossible);
  }

  @Test
  void theRangeClockNamesItself() {
    assertThat(PhysicalBound.violation(Kernel.RANGE_DOUBLE, 0.25, 0.25))
        .contains(
            "kernel range-double took 1.000 cycles per element by the range clock, and its bound is 2.0: the compiler removed work, so the figure is rejected");
  }
}
