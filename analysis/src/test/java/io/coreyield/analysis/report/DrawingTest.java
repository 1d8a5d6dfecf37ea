package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.wording.PlainText;
import io.coreyield.analysis.chart.TimeScale;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

  @Test
  void svgEscapesTextAndAttributes() {
    Svg svg = new Svg();
    svg.open("text").attr("class", "\"><script>").attr("x", 1.25).text("<b>&'").close();
    assertThat(svg.finish())
        .isEqualTo("<text class=\"&quot;&gt;&lt;script&gt;\" x=\"1.3\">&lt;b&gt;&amp;&#39;</text>");
  }

  @Test
  void svgRefusesToFinishHalfWay() {
    assertThatThrownBy(() -> new Svg().open("g").finish())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("g");
  }

  @Test
  void equalFactorsAreEquallyFarApartOnTheWorkerAxis() {
    Axis axis = Axis.workers(List.of(1, 2, 4, 8), List.of(4, 8), 0, 100);
    double step = axis.at(2) - axis.at(1);
    assertThat(axis.at(4) - axis.at(2)).isCloseTo(step, within(1e-9));
    assertThat(axis.at(8) - axis.at(4)).isCloseTo(step, within(1e-9));
    assertThat(axis.ticks()).extracting(Axis.Tick::value).containsExactly(1.0, 2.0, 4.0, 8.0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 128, 8192})
  void workerLabelsNeverTouchAndTheImportantOnesStay(int most) {
    List<Integer> counts = IntStream.rangeClosed(1, Math.min(most, 300)).boxed().toList();
    int last = counts.getLast();
    Axis axis = Axis.workers(counts, List.of(last), 54, 388);
    List<Axis.Tick> labelled =
        axis.ticks().stream().filter(tick -> !tick.label().isEmpty()).toList();
    assertThat(labelled).extracting(Axis.Tick::value).contains((double) last);
    for (int i = 1; i < labelled.size(); i++) {
      assertThat(axis.at(labelled.get(i).value()) - axis.at(labelled.get(i - 1).value()))
          .isGreaterThanOrEqualTo(17);
    }
    assertThat(axis.at(1)).isBetween(54.0, 388.0);
    assertThat(axis.at(last)).isBetween(54.0, 388.0);
  }

  @ParameterizedTest
  @CsvSource({"1,5", "0.97,5", "17.3e9,5", "128,8", "3e-7,4"})
  void anAxisFromZeroHoldsItsFigureInAFewRoundSteps(double high, int most) {
    Axis axis = Axis.fromZero(high, 100, 0, most, Axis::plain);
    assertThat(axis.high()).isGreaterThanOrEqualTo(high * (1 - 1e-9));
    assertThat(axis.ticks()).hasSizeBetween(2, most + 1);
    assertThat(axis.at(0)).isEqualTo(100);
    assertThat(axis.at(axis.high())).isCloseTo(0, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"3.4e9,3.6e9", "1,2", "2e9,450e9", "1,1e9", "5e-3,5e-3"})
  void aLogAxisHoldsItsFiguresAndHasTicksToReadThemBy(double low, double high) {
    Axis axis = Axis.log(low, high, 236, 44, Axis::withPrefix);
    assertThat(axis.at(low)).isBetween(44.0, 236.0);
    assertThat(axis.at(high)).isBetween(44.0, axis.at(low));
    assertThat(axis.ticks()).hasSizeBetween(2, 12);
    assertThat(axis.ticks())
        .allSatisfy(tick -> assertThat(axis.at(tick.value())).isBetween(44.0 - 1e-9, 236.0));
  }

  @ParameterizedTest
  @CsvSource({"1.2,1.2", "120.00000001,120", "100,100", "0.5,0.5", "10,10", "0,0"})
  void plainNumbersHaveNoNeedlessDigits(double value, String text) {
    assertThat(Axis.plain(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0,0:00", "59,0:59", "61,1:01", "3599,59:59", "3600,1:00:00", "86399,23:59:59"})
  void clockTimes(long seconds, String text) {
    assertThat(TimeScale.clock(seconds)).isEqualTo(text);
  }

  @Test
  void shellWords() {
    assertThat(PlainText.shellQuoted("plain.txt")).isEqualTo("plain.txt");
    assertThat(PlainText.shellQuoted("a b")).isEqualTo("'a b'");
    assertThat(PlainText.shellQuoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(PlainText.shellQuoted("$HOME")).isEqualTo("'$HOME'");
  }
}
