package io.coreyield.analysis.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.stats.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingChartTest {

  private static final Machine MACHINE = SimulatedRuns.machine(4, 2);

  /** A curve that is perfect at these numbers of workers. */
  private static ScalingCurve curve(ConcurrencyModel model, int... workers) {
    return Known.curve(
        Kernel.RANGE,
        model,
        Placement.OS,
        Scaling.WEAK,
        IntStream.of(workers).mapToObj(w -> point(model, w)).toList());
  }

  private static ScalingPoint point(ConcurrencyModel model, int workers) {
    Configuration configuration =
        new Configuration(Kernel.RANGE, model, workers, 1 << 20, Scaling.WEAK, Placement.OS);
    return Known.point(
        configuration,
        3,
        Estimate.of(1e9 * workers, 0.9e9 * workers, 1.1e9 * workers),
        Estimate.of(workers, 0.9 * workers, 1.1 * workers),
        Estimate.of(1, 0.9, 1.1));
  }

  private static Chart chart(Machine machine, ScalingCurve... curves) {
    return speedUp(machine, curves).orElseThrow();
  }

  private static Optional<Chart> speedUp(Machine machine, ScalingCurve... curves) {
    MeasuredFindings known = MeasuredFindings.of(SimulatedRuns.quick(machine));
    return ScalingChart.all(Known.withCurves(known, List.of(curves))).getFirst().speedUp();
  }

  @Test
  void oneWorkerAloneMakesNoChart() {
    assertThat(speedUp(MACHINE, curve(ConcurrencyModel.PLATFORM, 1))).isEmpty();
    assertThat(speedUp(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 2))).isPresent();
  }

  private static List<List<Double>> stretches(Chart chart) {
    return chart
        .layers(Series.class)
        .map(series -> series.points().stream().map(Point::x).toList())
        .toList();
  }

  @Test
  void aLineJoinsMarksOfWhichOneIsAtMostTwiceTheOther() {
    assertThat(stretches(chart(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 2, 3, 4, 8))))
        .containsExactly(List.of(1.0, 2.0, 3.0, 4.0, 8.0));
    assertThat(stretches(chart(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 8))))
        .containsExactly(List.of(1.0), List.of(8.0));
    assertThat(stretches(chart(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 4, 8))))
        .containsExactly(List.of(1.0), List.of(4.0, 8.0));
  }

  @Test
  void aLineDoesNotPassANumberThatAnotherModelWasMeasuredWith() {
    Chart chart =
        chart(
            MACHINE,
            curve(ConcurrencyModel.PLATFORM, 1, 2, 3, 4),
            curve(ConcurrencyModel.PROCESS, 1, 2, 4));
    assertThat(stretches(chart))
        .containsExactly(List.of(1.0, 2.0, 3.0, 4.0), List.of(1.0, 2.0), List.of(4.0));
    assertThat(chart.legend())
        .extracting(Layer::name)
        .containsExactly(
            ConcurrencyModel.PLATFORM.title(),
            ConcurrencyModel.PROCESS.title(),
            "a core for each worker",
            "ideal");
  }

  @Test
  void bothAxesBeginAtZeroAndAreLinear() {
    Chart chart = chart(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 2, 4, 8));
    assertThat(chart.x().fraction(8)).isEqualTo(8 * chart.x().fraction(1));
    assertThat(chart.y().fraction(8)).isEqualTo(8 * chart.y().fraction(1));
    assertThat(chart.layers(Layer.Band.class))
        .extracting(Layer.Band::from, Layer.Band::to)
        .containsExactly(tuple(0.0, 4.0));
    assertThat(chart.marks())
        .extracting(Mark::at, Mark::label)
        .containsExactly(tuple(8.0, "8 with their siblings"), tuple(4.0, "4 physical cores"));
  }

  @Test
  void theIdealBendsWhereTheQuotaOrTheCpusEnd() {
    Machine limited = MACHINE.withQuota(new CpuQuota(1.5, 100_000));
    assertThat(ideal(chart(limited, curve(ConcurrencyModel.PLATFORM, 1, 2, 4))))
        .extracting(Point::x, Point::y)
        .containsExactly(tuple(0.0, 0.0), tuple(1.5, 1.5), tuple(4 * 1.06, 1.5));
    assertThat(ideal(chart(MACHINE, curve(ConcurrencyModel.PLATFORM, 1, 2, 4, 8, 16))))
        .extracting(Point::x, Point::y)
        .containsExactly(tuple(0.0, 0.0), tuple(8.0, 8.0), tuple(16 * 1.06, 8.0));
  }

  private static List<Point> ideal(Chart chart) {
    return chart.layers(Layer.Line.class).findFirst().orElseThrow().points();
  }

  @Test
  void withoutASpeedUpThereIsNoChart() {
    Estimate unknown = Estimate.unknown("the run has no result with one worker");
    ScalingPoint two = point(ConcurrencyModel.PLATFORM, 2);
    ScalingCurve curve =
        Known.curve(
            Kernel.RANGE,
            ConcurrencyModel.PLATFORM,
            Placement.OS,
            Scaling.WEAK,
            List.of(
                Known.point(two.configuration(), 3, two.elementsPerSecond(), unknown, unknown)));
    MeasuredFindings known = MeasuredFindings.of(SimulatedRuns.quick(MACHINE));
    assertThat(ScalingChart.all(Known.withCurves(known, List.of(curve))).getFirst().speedUp())
        .isEmpty();
  }
}
