package io.coreyield.analysis.report.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.chart.TimeScale;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.wording.PlainText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
