package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

  @ParameterizedTest
  @CsvSource({
    "ELEMENTS_PER_SECOND, 3.5149e9, 3.51 G/s", "ELEMENTS_PER_SECOND, 999.6e6, 1.00 G/s",
    "ELEMENTS_PER_SECOND, 999.4e6, 999 M/s", "ELEMENTS_PER_SECOND, 1e20, 100000 P/s",
    "SECONDS, 0.01926, 19.3 ms", "SECONDS, 0, 0.00 s",
    "SECONDS, 12.34, 12.3 s", "SECONDS, 88e-6, 88.0 µs",
    "FACTOR, 3.97449, 3.97×", "PERCENT, 0.2534, 25.3 %",
    "PERCENT, -0.0534, −5.3 %", "PERCENT, -0.0001, 0.0 %",
    "CPUS, 0.004, 0.00", "CORRELATION, -0.876, −0.88",
    "PERCENT, NaN, –", "SECONDS, NaN, –"
  })
  void rounds(Unit unit, double value, String text) {
    assertThat(unit.text(value).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "ELEMENTS_PER_SECOND, 3.5149e9, 3.5 G/s", "ELEMENTS_PER_SECOND, 123e6, 120 M/s",
    "ELEMENTS_PER_SECOND, 999.4e6, 1.0 G/s", "ELEMENTS_PER_SECOND, 994e6, 990 M/s",
    "SECONDS, 0.01926, 19 ms", "FACTOR, 1.974, 2.0×",
    "PERCENT, 0.2534, 25 %", "PERCENT, 0.0999, 10 %",
    "PERCENT, -0.0534, −5.3 %", "PERCENT, 0.0042, 0.4 %",
    "POINTS, 1.234, 120", "POINTS, -0.00001, 0.0",
    "PERCENT, NaN, –"
  })
  void roundsToTwoDigits(Unit unit, double value, String text) {
    assertThat(unit.brief(value).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @Test
  void anIntervalHasThePrefixOfItsFigure() {
    Estimate estimate = Estimate.of(1.02e9, 0.9e9, 1.2e9);
    assertThat(Unit.ELEMENTS_PER_SECOND.interval(estimate).replace('\u00a0', ' '))
        .isEqualTo("0.90 to 1.20 G/s");
    assertThat(Unit.PERCENT.interval(Estimate.withoutInterval(0.5, "one fork"))).isEmpty();
  }
}
