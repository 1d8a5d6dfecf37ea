package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @Test
  void workersAreMarkedWhereTheyWereMeasuredTheImportantOnesFirst() {
    Axis axis = Axis.workers(Set.of(1, 2, 4, 6, 8, 12), Set.of(6, 12));
    assertThat(axis.ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("6", "12", "1", "2", "4", "8");
    assertThat(axis.ticks().get(1).at()).isEqualTo(12);
    assertThat(axis.fraction(0)).isZero();
    assertThat(axis.fraction(12)).isBetween(0.9, 0.99);
    assertThat(axis.fraction(12)).isCloseTo(12 * axis.fraction(1), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "27.3, '0,5,10,15,20,25,30'",
    "0.6, '0,0.1,0.2,0.3,0.4,0.5,0.6'",
    "896, '0,200,400,600,800,1000'",
    "0.0123, '0,0.005,0.01,0.015'",
    "100, '0,20,40,60,80,100'"
  })
  void ticksAreRound(double max, String labels) {
    assertThat(Axis.fromZero("", max, Axis::plain).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly(labels.split(","));
  }

  @ParameterizedTest
  @CsvSource({"1,1", "0.97,1", "17.3e9,20e9", "128,150", "3e-7,3e-7"})
  void anAxisHoldsItsValues(double max, double end) {
    Axis axis = Axis.fromZero("", max, Axis::plain);
    assertThat(axis.max()).isCloseTo(end, within(1e-9 * end));
    assertThat(axis.fraction(0)).isZero();
    assertThat(axis.fraction(max)).isLessThanOrEqualTo(1);
    assertThat(axis.fraction(2 * end)).isEqualTo(1);
    assertThat(axis.fraction(Double.NaN)).isNaN();
    Axis roomy = Axis.roomy("", max, Axis::plain);
    assertThat(roomy.fraction(0)).isGreaterThan(0.02);
    assertThat(roomy.fraction(max)).isLessThan(0.98);
  }

  @Test
  @DefaultLocale("de-DE")
  void ticksDoNotSpeakTheLanguageOfTheHost() {
    assertThat(Axis.plain(0.5)).isEqualTo("0.5");
  }

  @ParameterizedTest
  @CsvSource({"1.2,1.2", "120.00000001,120", "100,100", "-0.5,−0.5", "10,10", "-0.00001,0"})
  void plainNumbersHaveNoNeedlessDigits(double value, String text) {
    assertThat(Axis.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0", "2e9,2 G", "999,999", "1000,1 k", "2e17,200 P"})
  void largeNumbersHavePrefixes(double value, String text) {
    assertThat(Axis.withPrefix(value)).isEqualTo(text.replace(' ', '\u00a0'));
  }

  @ParameterizedTest
  @CsvSource({"0,0", "0.02,20 ms", "2,2 s", "5e-6,5 µs"})
  void secondsHavePrefixes(double value, String text) {
    assertThat(Axis.seconds(value)).isEqualTo(text.replace(' ', '\u00a0'));
  }

  @Test
  void rowsRunDownwards() {
    Axis rows = Axis.rows("", List.of("first", "second"));
    assertThat(rows.fraction(rows.ticks().getFirst().at())).isEqualTo(0.75);
    assertThat(rows.fraction(rows.ticks().getLast().at())).isEqualTo(0.25);
  }
}
