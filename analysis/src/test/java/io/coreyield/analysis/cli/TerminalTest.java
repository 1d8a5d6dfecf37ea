package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {

  @ParameterizedTest
  @CsvSource({"100, 100", "20, 20", "'', 132", "0, 132", "-1, 132", "many, 132", "999999, 132"})
  void theEnvironmentSaysTheWidthOrElseTheTerminal(String given, int columns) {
    assertThat(Terminal.columns(Map.of("COLUMNS", given), () -> OptionalInt.of(132)))
        .isEqualTo(columns);
  }

  @Test
  void whereNothingSaysItTheWidthIsTheUsualOne() {
    assertThat(Terminal.columns(Map.of(), OptionalInt::empty)).isEqualTo(80);
  }

  @Test
  void sttySaysRowsAndColumns() {
    assertThat(Terminal.columnsIn("24 211\n")).hasValue(211);
    assertThat(Terminal.columnsIn("0 0\n")).isEmpty();
    assertThat(Terminal.columnsIn("")).isEmpty();
  }
}
