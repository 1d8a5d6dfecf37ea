package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Mark;
import io.coreyield.analysis.chart.xchart.AxesFigure.Overlay;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.scaling.Findings;
import io.coreyield.analysis.scaling.IterationLoad;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Each measurement iteration: its throughput relative to one core against busy logical CPUs. */
final class ScoreLoadFigure {

  private static final int PLOT_PX = 270;
  private static final int RIGHT_PX = 20;
  private static final int OPACITY = 130;

  /** More points than these cannot be told apart, and make large files. */
  private static final int MOST_POINTS = 3000;

  private final Findings findings;
  private final FigureSize size;

  /** One point of the cloud. */
  private record Point(ConcurrencyModel model, double busyCpus, double relative) {}

  ScoreLoadFigure(Findings findings, FigureSize size) {
    this.size = size;
    this.findings = findings;
  }

  /** Empty where no iteration has a throughput, a load and a single worker to compare with. */
  Optional<Figure> figure() {
    List<Point> all =
        findings.iterationLoads().stream().flatMap(load -> point(load).stream()).toList();
    if (all.isEmpty()) {
      return Optional.empty();
    }
    int every = (all.size() + MOST_POINTS - 1) / MOST_POINTS;
    Axis x = Axis.around("busy logical CPUs", max(all.stream().mapToDouble(Point::busyCpus).max()));
    Axis y =
        Axis.roomy(
            "throughput / that of one worker",
            max(all.stream().mapToDouble(Point::relative).max()));
    List<Mark> marks = Machines.marks(findings.run().info().machine().topology(), x);
    Drawing drawing = new Drawing(x, y, ChartStyle.POINT_PX);
    marks.forEach(
        m -> drawing.line(ChartStyle.MARK, ChartStyle.THIN, m.at(), y.min(), m.at(), y.max()));
    double diagonal = Math.min(x.max(), y.max());
    drawing.line(ChartStyle.REFERENCE, ChartStyle.DASHED, 0, 0, diagonal, diagonal);
    List<Legend.Entry> legend = drawPoints(drawing, all, every);
    legend.add(
        new Legend.Entry(
            "every busy CPU worth a worker", ChartStyle.REFERENCE, ChartStyle.DASHED, null));
    return Optional.of(
        new AxesFigure(
            size,
            "score-load",
            Machines.heading(title(every), findings.run().info()),
            PLOT_PX,
            RIGHT_PX,
            new Legend(legend),
            marks,
            drawing,
            Overlay.NONE));
  }

  private static String title(int every) {
    String points =
        every == 1 ? "each point one iteration" : "one iteration in " + every + " shown";
    return "Throughput against load, " + points;
  }

  private static List<Legend.Entry> drawPoints(Drawing drawing, List<Point> all, int every) {
    Map<ConcurrencyModel, List<Point>> byModel = new EnumMap<>(ConcurrencyModel.class);
    for (int i = 0; i < all.size(); i += every) {
      byModel.computeIfAbsent(all.get(i).model(), model -> new ArrayList<>()).add(all.get(i));
    }
    List<Legend.Entry> legend = new ArrayList<>();
    byModel.forEach((model, points) -> {
      drawing.points(
          ChartStyle.translucent(ChartStyle.color(model), OPACITY),
          ChartStyle.marker(model),
          points.stream().mapToDouble(Point::busyCpus).toArray(),
          points.stream().mapToDouble(Point::relative).toArray());
      legend.add(Legend.Entry.point(model));
    });
    return legend;
  }

  private Optional<Point> point(IterationLoad load) {
    return load.trial()
        .configuration()
        .map(c -> new Point(c.model(), load.busyCpus(), load.elementsPerSecond() / oneWorker(c)))
        .filter(p -> Double.isFinite(p.busyCpus()) && Double.isFinite(p.relative()))
        .findFirst();
  }

  /** What one worker does, by the same model if it can tell; NaN if none can. */
  private double oneWorker(Configuration c) {
    return findings.curves().stream()
        .filter(curve -> curve.kernel() == c.kernel() && curve.scaling() == c.scaling())
        .sorted(
            Comparator.comparing((ScalingCurve curve) -> curve.model() != c.model())
                .thenComparing(curve -> curve.placement() != c.placement()))
        .flatMap(curve -> curve.at(1).stream())
        .map(ScalingPoint::elementsPerSecond)
        .filter(Estimate::hasValue)
        .mapToDouble(Estimate::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private static double max(OptionalDouble max) {
    return Math.max(1, max.orElse(1));
  }
}
