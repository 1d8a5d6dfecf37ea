package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.yields.ForkYield;
import io.coreyield.analysis.findings.yields.Sampling;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForksChartTest {

  private static List<Point> dots(Chart chart) {
    return chart
        .layers(Series.class)
        .filter(series -> series.style() == Style.CLOUD)
        .flatMap(series -> series.points().stream())
        .toList();
  }

  /** Half of the forks shared a core, half did not: their mean is true of none. */
  @Test
  void mixedPairsAreTwoClouds() {
    List<ForkYield> forks =
        List.of(
            new ForkYield(1, 0, Double.NaN, 0.25),
            new ForkYield(2, 1, Double.NaN, 1.0),
            new ForkYield(3, 0, Double.NaN, 0.25),
            new ForkYield(4, 1, Double.NaN, 1.0));
    Estimate none = Estimate.unknown("no pair");
    SmtYield mixed =
        Copies.with(
            Known.paired(
                Kernel.RANGE, ConcurrencyModel.PLATFORM, none, none, Estimate.of(0.58, 0.2, 1.0)),
            "sampling",
            new Sampling(4, forks, 2, 2, Double.NaN));
    MeasuredFindings findings =
        Copies.with(MeasuredFindings.of(SimulatedRuns.quick(2, 1)), "yields", List.of(mixed));
    Chart chart = ForksChart.yields(findings).orElseThrow();
    assertThat(dots(chart)).extracting(Point::x).containsExactly(25.0, 25.0, 100.0, 100.0);
    assertThat(dots(chart)).extracting(dot -> Math.round(dot.y())).containsOnly(0L);
    assertThat(dots(chart)).extracting(Point::y).containsExactly(0.0, 0.3, 0.0, 0.3);
    assertThat(dots(chart).getFirst().words()).isEqualTo("trial 1, core of CPU 0: 25.0\u00a0%");
    assertThat(chart.y().ticks()).extracting(Axis.Tick::label).containsExactly("range, other core");
  }

  @Test
  void everyForkOfEveryPairIsADotAtItsOwnYield() {
    MeasuredFindings findings = MeasuredFindings.of(PairedRuns.full());
    Chart chart = ForksChart.yields(findings).orElseThrow();
    assertThat(chart.y().ticks()).hasSize(2 * 6);
    assertThat(dots(chart)).hasSize(2 * 6 * 4 * 3);
    for (SmtYield yield : findings.leadingYields()) {
      double mean =
          yield.sampling().each().stream()
              .mapToDouble(fork -> Math.log1p(fork.yield()))
              .average()
              .orElseThrow();
      assertThat(Math.expm1(mean)).isCloseTo(yield.yield().value(), within(1e-9));
    }
  }

  @Test
  void throughputsOfForksStandAroundTheirMean() {
    MeasuredFindings findings = MeasuredFindings.of(SimulatedRuns.quarter(2, 3, 11, Kernel.RANGE));
    Chart chart = ForksChart.throughput(findings).values().iterator().next();
    assertThat(dots(chart)).hasSize(2 * 3 * 3);
    assertThat(dots(chart).stream().mapToDouble(Point::x).sum()).isCloseTo(0, within(1e-9));
    assertThat(chart.y().ticks())
        .extracting(Axis.Tick::label)
        .startsWith("platform ×1", "platform ×2", "platform ×4");
    assertThat(chart.x().min()).isEqualTo(-chart.x().max());
  }

  @Test
  void withoutAResultThereIsNothingToDraw() {
    MeasuredFindings findings = MeasuredFindings.of(SimulatedRuns.quick(1, 1));
    assertThat(ForksChart.yields(findings)).isEmpty();
    assertThat(ForksChart.throughput(Known.withCurves(findings, List.of()))).isEmpty();
  }
}
