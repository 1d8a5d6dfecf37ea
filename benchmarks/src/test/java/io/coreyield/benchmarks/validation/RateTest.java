package io.coreyield.benchmarks.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateTest {

  /** R: {@code prop.test(hits, of, correct = FALSE)$conf.int}. */
  @ParameterizedTest
  @CsvSource({
    "950, 1000, '95.0 % [93.5, 96.2]'",
    "1, 30, '3.3 % [0.6, 16.7]'",
    "0, 20, '0.0 % [0.0, 16.1]'",
    "20, 20, '100.0 % [83.9, 100.0]'"
  })
  void hasWilsonsInterval(long hits, long of, String words) {
    assertThat(new Rate(hits, of)).hasToString(words);
  }

  @Test
  void ofNoneIsNotKnown() {
    assertThat(Rate.of(List.of(), _ -> true).share()).isNaN();
    assertThat(Rate.of(List.of(), _ -> true)).hasToString("none");
  }
}
