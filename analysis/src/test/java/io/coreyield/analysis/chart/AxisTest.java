package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisTest {

  @Test
  void workersAreMarkedWhereTheyWereMeasuredTheImportantOnesFirst() {
    Axis axis = Axis.workers(Set.of(1, 2, 4, 6, 8, 12), Set.of(6, 12));
    assertThat(axis.ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("6", "12", "1", "2", "4", "8");
    assertThat(axis.ticks().get(1).at()).isCloseTo(Math.log(12) / Math.log(2), within(1e-12));
    assertThat(axis.fraction(0)).isBetween(0.0, 0.1);
    assertThat(axis.fraction(Axis.log2(12))).isBetween(0.9, 1.0);
  }

  @Test
  void oneWorkerCountStandsInTheMiddle() {
    assertThat(Axis.workers(Set.of(8), Set.of()).fraction(3)).isEqualTo(0.5);
  }

  @ParameterizedTest
  @CsvSource({
    "27.3, '0,5,10,15,20,25,30'",
    "0.6, '0.0,0.1,0.2,0.3,0.4,0.5,0.6'",
    "896, '0,200,400,600,800,1000'",
    "0.0123, '0.000,0.005,0.010,0.015'",
    "100, '0,20,40,60,80,100'"
  })
  void ticksAreRound(double max, String labels) {
    assertThat(Axis.fromZero("", max).ticks())
        .extracting(Axis.Tick::label)
        .containsExactly(labels.split(","));
  }

  @Test
  void ticksDoNotSpeakTheLanguageOfTheHost() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Axis.fromZero("", 1.5).ticks()).extracting(Axis.Tick::label).contains("0.5");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void rowsRunDownwards() {
    Axis rows = Axis.rows("", List.of("first", "second"));
    assertThat(rows.fraction(rows.ticks().getFirst().at())).isEqualTo(0.75);
    assertThat(rows.fraction(rows.ticks().getLast().at())).isEqualTo(0.25);
  }
}
