package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.wording.Phrases;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.stream.Stream;

/** Speed-up against workers, as another tool measured it. */
public final class CurveChart {

  private CurveChart() {}

  /** One for each curve with a speed-up of more than one worker, in order. */
  public static List<Chart> all(CapturedFindings findings) {
    RunInfo info = findings.run().info();
    return findings.scalings().stream()
        .filter(CapturedScaling::isCurve)
        .filter(curve -> Double.isFinite(curve.points().getLast().speedUp()))
        .filter(curve -> curve.points().getLast().workers() > 1)
        .map(curve -> of(curve, info))
        .toList();
  }

  private static Chart of(CapturedScaling curve, RunInfo info) {
    Topology topology = info.machine().topology();
    int cores = topology.physicalCores();
    Axis workers =
        Axis.workers(
            curve.points().stream().map(CapturedPoint::workers).toList(),
            List.of(1, cores, topology.logicalCpus()));
    double ideal = Math.min(topology.logicalCpus(), workers.max());
    List<Point> points = curve.points().stream().map(CurveChart::point).toList();
    double largest = Chart.largest(points.stream(), Point::y, ideal);
    String title = "Speed-up of " + curve.what();
    return new Chart(
        "curve",
        Heading.of(title, info),
        "%s against workers; the figures are in the table below it.".formatted(title),
        workers,
        Axis.fromZero("speed-up over one worker", largest, y -> Axis.plain(y) + "×"),
        List.of(
            new Layer.Band("a core for each worker", 0, Math.min(cores, workers.max())),
            new Layer.Line(
                "ideal",
                Look.IDEAL,
                true,
                Stream.of(0.0, ideal, workers.max())
                    .distinct()
                    .map(at -> Point.at(at, Math.min(at, ideal)))
                    .toList()),
            Series.points(curve.what(), Look.WORK, points)),
        Mark.of(topology, workers));
  }

  private static Point point(CapturedPoint point) {
    return new Point(
        point.workers(),
        point.speedUp(),
        Double.NaN,
        Double.NaN,
        true,
        "%s: %s"
            .formatted(
                Phrases.count(point.workers(), "worker"), Unit.FACTOR.text(point.speedUp())));
  }
}
