package io.coreyield.analysis.model.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelCodeTest {

  @ParameterizedTest
  @CsvSource({
    "0.1.0, 1", "0.1.7, 1", "0.1.0-SNAPSHOT, 1",
    "0.2.0, 0.2.0", "'', ''", "x0.1.0, x0.1.0"
  })
  void ofAVersionThatIsNotKnownItIsTheVersionItself(String version, String code) {
    assertThat(KernelCode.of(version)).isEqualTo(code);
  }
}
