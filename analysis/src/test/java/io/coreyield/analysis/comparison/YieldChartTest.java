package io.coreyield.analysis.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YieldChartTest {

  private static final Row PROGRAM = Row.ofProgram(Kind.CHIP_WIDE_YIELD, "python");

  private static ComparedRun capture(String name, double yield) {
    Estimate estimate = Estimate.withoutInterval(yield, "one timing each");
    return ComparedRuns.captured(
        ComparedRuns.run(
            name, 0, Map.of(PROGRAM, new Reading(estimate, Setting.UNKNOWN, 1, false))));
  }

  /** The machine of 2017 stands below those that were measured, in its own section. */
  @Test
  void programsOfOtherToolsFollowTheKernels() {
    YieldChart chart =
        YieldChart.of(
            Comparison.of(
                List.of(
                    capture("2017", 0.15),
                    ComparedRuns.run("here", 1, 0.2, 1e9),
                    ComparedRuns.simulated(ComparedRuns.run("there", 2, 0.3, 1e9))),
                "here"));
    assertThat(chart.kind()).isEqualTo(Kind.PAIRED_YIELD);
    assertThat(chart.sections())
        .extracting(chart::heading)
        .containsExactly("integer-add latency", "python, all cores");
    assertThat(chart.sections().getFirst().marks())
        .extracting(YieldChart.Mark::label)
        .containsExactly("here", "there, simulated");
    assertThat(chart.sections().getLast().marks())
        .singleElement()
        .satisfies(mark -> {
          assertThat(mark.label()).isEqualTo("2017, captured");
          assertThat(mark.estimate().value()).isEqualTo(0.15);
          assertThat(mark.estimate().hasInterval()).isFalse();
        });
    assertThat(chart.model()).hasValue("platform threads");
  }

  @Test
  void capturesAloneAreAChart() {
    YieldChart chart =
        YieldChart.of(Comparison.of(List.of(capture("a", 0.15), capture("b", 0.3)), null));
    assertThat(chart.sections()).hasSize(1);
    assertThat(chart.sections().getFirst().marks()).hasSize(2);
    assertThat(chart.model()).isEmpty();
  }
}
