package io.coreyield.analysis.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {

  @ParameterizedTest
  @CsvSource({
    "1, 1 B",
    "999, 999 B",
    // 1000 B and 1023 B have four digits.
    "1000, 0.977 KiB",
    "1023, 0.999 KiB",
    "1024, 1 KiB",
    "1536, 1.5 KiB",
    "49152, 48 KiB",
    "1310720, 1.25 MiB",
    "33554432, 32 MiB",
    "1023410176, 976 MiB",
    "1048051712, 0.976 GiB",
    "25213382656, 23.5 GiB",
    "269935149056, 251 GiB",
    "1099511627776, 1 TiB",
    "9223372036854775807, 8190 PiB",
    "0, size not known",
    "-1, size not known"
  })
  void sizesHaveThreeDigits(long bytes, String text) {
    assertThat(Quantities.bytes(bytes)).isEqualTo(text);
  }
}
