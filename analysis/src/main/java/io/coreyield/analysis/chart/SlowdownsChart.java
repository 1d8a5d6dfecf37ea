package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Box;
import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.cohabitation.Cohabitation;
import io.coreyield.analysis.findings.cohabitation.Pairing;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import io.coreyield.analysis.wording.cohabitation.CohabitWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** How much longer each kernel takes beside each other on one core: a bar each. */
public final class SlowdownsChart {

  private static final double BAR = 0.36;

  private SlowdownsChart() {}

  /** Empty where no slowdown on one core is known. */
  public static Optional<Chart> of(MeasuredFindings findings) {
    Cohabitation found = findings.cohabitation();
    List<Pairing> rows = found == null ? List.of() : rows(found);
    return rows.isEmpty() ? Optional.empty() : Optional.of(chart(findings, rows));
  }

  /** Each kernel beside each, in the order of the kernels. */
  private static List<Pairing> rows(Cohabitation found) {
    List<Pairing> rows = new ArrayList<>();
    for (Kernel kernel : found.kernels()) {
      for (Kernel beside : found.kernels()) {
        found
            .pairing(kernel, beside)
            .filter(p -> p.core().kernel().hasValue())
            .ifPresent(rows::add);
      }
    }
    return rows;
  }

  private static Chart chart(MeasuredFindings findings, List<Pairing> rows) {
    List<Point> points = IntStream.range(0, rows.size()).mapToObj(i -> point(rows, i)).toList();
    double most =
        Math.max(
            Chart.largest(points.stream(), Point::x, 2),
            Chart.largest(points.stream(), Point::high, 2));
    return new Chart(
        "slowdowns",
        Heading.of("Slowdown beside other code on one core", findings.run().info()),
        CohabitWords.SLOWDOWNS,
        Axis.fromZero("times as long as alone", most, Axis::plain),
        Axis.rows("", rows.stream().map(p -> p.kernel() + " beside " + p.beside()).toList()),
        List.of(
            new Layer.Bars(
                "",
                Look.WORK,
                points.stream().map(p -> new Box(0, p.y() - BAR, p.x(), p.y() + BAR)).toList()),
            Series.points("", Look.REAL, points)),
        List.of(new Mark(1, "alone"), new Mark(2, "in turns")));
  }

  private static Point point(List<Pairing> rows, int index) {
    Pairing pairing = rows.get(index);
    Estimate slowdown = pairing.core().kernelSlowdown();
    return Point.inRow(
        rows.size() - 1.0 - index,
        slowdown,
        "%s beside %s: %s"
            .formatted(pairing.kernel(), pairing.beside(), Unit.FACTOR.textAndInterval(slowdown)));
  }
}
