package io.coreyield.analysis.findings.yields;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.stats.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({
    "-0.05, 0.05, fake", "0, 0, fake", "-0.051, 0.05, partial", "-0.05, 0.051, partial",
    "0.95, 1.05, real", "0.949, 1.05, partial", "0.95, 1.051, partial", "0.2, 0.3, partial",
    "-0.2, -0.1, partial", "0.25, 0.75, partial", "0.25, 0.76, unknown",
  })
  void theIntervalDecides(double low, double high, String answer) {
    assertThat(Verdict.of(Estimate.of((low + high) / 2, low, high)).answer()).isEqualTo(answer);
  }

  @Test
  void whatIsUnknownSaysWhy() {
    assertThat(Verdict.of(Estimate.of(0.3, 0, 0.6)))
        .isEqualTo(new Verdict.Unknown("the interval is too wide: ± 30 points"));
    assertThat(Verdict.of(Estimate.withoutInterval(0.3, "one round")))
        .isEqualTo(new Verdict.Unknown("one round"));
  }
}
