package io.coreyield.analysis.chart.xchart;

import io.coreyield.analysis.chart.Axis;
import io.coreyield.analysis.chart.xchart.AxesFigure.Mark;
import io.coreyield.analysis.chart.xchart.AxesFigure.Overlay;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.stats.Estimate;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One line per concurrency model against the number of workers. */
final class ScalingFigure {

  private static final int PLOT_PX = 270;
  private static final int RIGHT_PX = 20;

  /** Models of equal throughput stand beside each other, not on top. */
  private static final double DODGE_PX = 4;

  private static final double BESIDE_PLOT_PX = 84;

  private final RunInfo info;
  private final FigureSize size;
  private final Machine machine;
  private final List<ScalingCurve> curves;

  /**
   * For curves of one kernel, placement and scaling.
   *
   * @param curves at least one, at most one per model
   */
  ScalingFigure(RunInfo info, List<ScalingCurve> curves, FigureSize size) {
    this.size = size;
    this.info = info;
    this.machine = info.machine();
    this.curves = curves.stream().sorted(Comparator.comparing(ScalingCurve::model)).toList();
  }

  /** Throughput of all workers together; empty where no point has any. */
  Optional<Figure> throughput() {
    OptionalDouble one = oneWorker();
    double ideal = one.isPresent() ? one.getAsDouble() * usefulWorkers(maxWorkers()) : 0;
    double largest = Math.max(ideal, largest(ScalingPoint::elementsPerSecond));
    Unit unit = Unit.of(largest);
    Axis y = Axis.roomy("throughput (" + unit.words() + "elements/s)", largest / unit.factor());
    return figure(
        "scaling",
        "Throughput",
        y,
        point -> point.elementsPerSecond().times(1 / unit.factor()),
        one.isPresent()
            ? workers -> one.getAsDouble() / unit.factor() * usefulWorkers(workers)
            : null);
  }

  /** Speed-up over workers, in percent; empty where no point has any. */
  Optional<Figure> efficiency() {
    double largest = Math.max(1, largest(ScalingPoint::efficiency));
    Axis y = Axis.roomy("efficiency: speed-up / workers (%)", 100 * largest);
    return figure(
        "efficiency",
        "Efficiency",
        y,
        point -> point.efficiency().times(100),
        workers -> 100 * usefulWorkers(workers) / workers);
  }

  private Optional<Figure> figure(
      String kind,
      String what,
      Axis y,
      Function<ScalingPoint, Estimate> measure,
      @Nullable DoubleUnaryOperator ideal) {
    if (curves.stream()
        .flatMap(c -> c.points().stream())
        .noneMatch(p -> measure.apply(p).hasValue())) {
      return Optional.empty();
    }
    Topology topology = machine.topology();
    Axis x = Axis.workers(workerCounts(), Machines.importantCounts(topology));
    List<Mark> marks = Machines.log2Marks(topology, x);
    Drawing drawing = new Drawing(x, y, ChartStyle.MARKER_PX);
    marks.forEach(
        m -> drawing.line(ChartStyle.MARK, ChartStyle.THIN, m.at(), y.min(), m.at(), y.max()));
    List<Legend.Entry> legend = new ArrayList<>();
    curves.forEach(curve -> legend.add(Legend.Entry.line(curve.model())));
    if (ideal != null && maxWorkers() > 1) {
      drawing.dashedCurve(
          ChartStyle.REFERENCE,
          x2 -> ideal.applyAsDouble(Math.pow(2, x2)),
          0,
          Axis.log2(maxWorkers()));
      legend.add(new Legend.Entry("ideal", ChartStyle.REFERENCE, ChartStyle.DASHED, null));
    }
    drawCurves(drawing, measure);
    return Optional.of(
        new AxesFigure(
            size,
            kind + "-" + suffix(curves.getFirst()),
            Machines.heading(what + title(), info),
            PLOT_PX,
            RIGHT_PX,
            new Legend(legend),
            marks,
            drawing,
            Overlay.NONE));
  }

  private void drawCurves(Drawing drawing, Function<ScalingPoint, Estimate> measure) {
    double px = (drawing.x().max() - drawing.x().min()) / (size.widthPx() - BESIDE_PLOT_PX);
    for (int i = 0; i < curves.size(); i++) {
      double dodge = (i - (curves.size() - 1) / 2.0) * DODGE_PX * px;
      ScalingCurve curve = curves.get(i);
      List<ScalingPoint> points = curve.points();
      double[] xs =
          points.stream()
              .mapToDouble(p -> Axis.log2(p.configuration().workers()) + dodge)
              .toArray();
      List<Estimate> estimates = points.stream().map(measure).toList();
      Color color = ChartStyle.color(curve.model());
      Intervals.vertical(drawing, color, xs, estimates, 2.5 * px);
      drawing.lines(
          color,
          ChartStyle.LINE,
          ChartStyle.marker(curve.model()),
          xs,
          estimates.stream().mapToDouble(Estimate::value).toArray());
    }
  }

  /** What one worker does, by the first model that can tell. */
  private OptionalDouble oneWorker() {
    return curves.stream()
        .sorted(Comparator.comparing((ScalingCurve c) -> !c.model().isParallel()))
        .flatMap(curve -> curve.at(1).stream())
        .map(ScalingPoint::elementsPerSecond)
        .filter(Estimate::hasValue)
        .mapToDouble(Estimate::value)
        .findFirst();
  }

  private double usefulWorkers(double workers) {
    return Math.min(workers, machine.topology().logicalCpus());
  }

  private int maxWorkers() {
    return workerCounts().stream().mapToInt(Integer::intValue).max().orElse(1);
  }

  private Set<Integer> workerCounts() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .map(point -> point.configuration().workers())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private double largest(Function<ScalingPoint, Estimate> measure) {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .map(measure)
        .mapToDouble(e -> e.hasInterval() ? Math.max(e.high(), e.value()) : e.value())
        .filter(Double::isFinite)
        .max()
        .orElse(1);
  }

  /** What the names of a figure's files end with: its kernel, and what is not the default. */
  static String suffix(ScalingCurve curve) {
    return curve.kernel().id()
        + (curve.placement() == Placement.OS ? "" : "-" + curve.placement().id())
        + (curve.scaling() == Scaling.WEAK ? "" : "-" + curve.scaling().id());
  }

  private String title() {
    ScalingCurve any = curves.getFirst();
    return " of kernel %s (%s)%s%s"
        .formatted(
            any.kernel().id(),
            any.kernel().boundBy(),
            any.placement() == Placement.OS ? "" : ", placement " + any.placement().id(),
            any.scaling() == Scaling.WEAK ? "" : ", " + any.scaling().id() + " scaling");
  }
}
