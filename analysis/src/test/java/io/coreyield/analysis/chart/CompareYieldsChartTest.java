package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.comparison.ComparedRuns;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompareYieldsChartTest {

  /** The machine of 2017 is below those that were measured, in its own section. */
  @Test
  void programsOfOtherToolsFollowTheKernels() {
    CompareYieldsChart yields =
        new CompareYieldsChart(
            Comparison.of(
                List.of(
                    ComparedRuns.capture("2017", 0.15),
                    ComparedRuns.run("here", 1, 0.2, 1e9),
                    ComparedRuns.simulated(ComparedRuns.run("there", 2, 0.3, 1e9))),
                "here"));
    assertThat(yields.kind()).isEqualTo(Kind.PAIRED_YIELD);
    List<Chart> charts = yields.sections();
    assertThat(charts)
        .extracting(chart -> chart.heading().title())
        .containsExactly("waits on its own integer additions", "python, all cores");
    assertThat(charts.getFirst().y().ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("here", "there, simulated");
    assertThat(charts.getLast().y().ticks())
        .extracting(Axis.Tick::label)
        .containsExactly("2017, captured");
    assertThat(charts.getLast().layers(Series.class).flatMap(s -> s.points().stream()))
        .extracting(Point::x, Point::hasInterval)
        .containsExactly(tuple(15.0, false));
    assertThat(yields.whole().orElseThrow().heading().title())
        .isEqualTo("SMT yield, by pairs, platform threads");
  }

  @Test
  void capturesAloneAreAChart() {
    CompareYieldsChart yields =
        new CompareYieldsChart(
            Comparison.of(
                List.of(ComparedRuns.capture("a", 0.15), ComparedRuns.capture("b", 0.3)), null));
    assertThat(yields.sections()).hasSize(1);
    assertThat(yields.sections().getFirst().y().ticks()).hasSize(2);
    assertThat(yields.whole().orElseThrow().heading().title())
        .isEqualTo("SMT yield, by all cores at once");
  }
}
