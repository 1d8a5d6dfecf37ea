package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Throughput and efficiency against the number of workers, a line per concurrency model. */
public final class ScalingChart {

  /** The ideal line is straight on neither axis but in many short steps. */
  private static final int CURVE_STEPS = 60;

  private final RunInfo info;
  private final Topology topology;
  private final List<ScalingCurve> curves;
  private final ScalingCurve any;
  private final Axis workers;

  /** What one of the two charts shows. */
  private record Measure(
      String name,
      String title,
      String axis,
      Function<ScalingPoint, Estimate> value,
      double factor,
      Unit unit,
      DoubleFunction<String> label) {}

  private static final Measure THROUGHPUT =
      new Measure(
          "scaling",
          "Throughput",
          "Throughput, elements/s",
          ScalingPoint::elementsPerSecond,
          1,
          Unit.ELEMENTS_PER_SECOND,
          Axis::withPrefix);

  private static final Measure EFFICIENCY =
      new Measure(
          "efficiency",
          "Efficiency",
          "Efficiency, speed-up per worker",
          ScalingPoint::efficiency,
          100,
          Unit.PERCENT,
          Axis::percent);

  private ScalingChart(RunInfo info, List<ScalingCurve> curves) {
    this.info = info;
    this.topology = info.machine().topology();
    this.curves = curves.stream().sorted(Comparator.comparing(ScalingCurve::model)).toList();
    this.any = curves.getFirst();
    this.workers =
        Axis.workers(
            points().map(p -> p.configuration().workers()).toList(),
            List.of(1, topology.physicalCores(), topology.logicalCpus()));
  }

  /** One for each kernel, placement and scaling that has points. */
  public static List<ScalingChart> all(MeasuredFindings findings) {
    record Group(Kernel kernel, Placement placement, Scaling scaling) {}
    return findings.curves().stream()
        .filter(curve -> !curve.points().isEmpty())
        .collect(
            Collectors.groupingBy(
                curve -> new Group(curve.kernel(), curve.placement(), curve.scaling()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .map(curves -> new ScalingChart(findings.run().info(), curves))
        .toList();
  }

  /** Its curves, at most one per model. */
  public List<ScalingCurve> curves() {
    return curves;
  }

  /** Throughput of all workers together; empty where no point has any. */
  public Optional<Chart> throughput() {
    double one =
        oneWorker(
            curves.stream().sorted(Comparator.comparing(curve -> !curve.model().isParallel())));
    return chart(THROUGHPUT, count -> count * one);
  }

  /** Speed-up over workers, in percent; empty where no point has any. */
  public Optional<Chart> efficiency() {
    return chart(EFFICIENCY, count -> 100);
  }

  /** What the kernel is, and what is not the default. */
  public String heading() {
    return "The " + any.kernel().id() + " kernel" + variant();
  }

  private String variant() {
    return (any.placement() == Placement.OS ? "" : ", placement " + any.placement().id())
        + (any.scaling() == Scaling.WEAK ? "" : ", strong scaling");
  }

  private Optional<Chart> chart(Measure measure, DoubleUnaryOperator ideal) {
    List<Point> line = curve(ideal);
    List<Series> series = curves.stream().map(curve -> series(measure, curve)).toList();
    double largest =
        Chart.largest(
            Stream.concat(line.stream(), series.stream().flatMap(s -> s.points().stream())),
            p -> p.hasInterval() ? Math.max(p.high(), p.y()) : p.y(),
            measure.equals(EFFICIENCY) ? 100 : 0);
    List<Layer> layers = new ArrayList<>(series);
    if (!line.isEmpty()) {
      layers.addFirst(new Layer.Line("ideal", Look.IDEAL, true, line));
    }
    String title =
        "%s of kernel %s (%s)%s"
            .formatted(measure.title, any.kernel().id(), any.kernel().boundBy(), variant());
    return new Chart(
            measure.name
                + "-"
                + any.kernel().id()
                + (any.placement() == Placement.OS ? "" : "-" + any.placement().id())
                + (any.scaling() == Scaling.WEAK ? "" : "-" + any.scaling().id()),
            Heading.of(title, info),
            "%s against workers, %s; the figures are in the table below it."
                .formatted(measure.title, heading()),
            workers,
            Axis.roomy(measure.axis, largest > 0 ? largest : 1, measure.label),
            layers,
            Mark.of(topology, workers))
        .ifAny();
  }

  private Series series(Measure measure, ScalingCurve curve) {
    List<Point> known = new ArrayList<>();
    for (ScalingPoint point : curve.points()) {
      Estimate value = measure.value.apply(point);
      if (value.hasValue()) {
        String words =
            "%s: %s (%s)"
                .formatted(
                    point.configuration().label(),
                    measure.unit.text(value.value()),
                    Objects.requireNonNullElse(value.reason(), measure.unit.interval(value)));
        known.add(
            Point.upright(point.configuration().workers(), value.times(measure.factor), words));
      }
    }
    double shift = curves.indexOf(curve) - (curves.size() - 1) / 2.0;
    return new Series(
        known.isEmpty() ? "" : curve.model().title(),
        Look.of(curve.model()),
        Style.LINE,
        shift,
        known);
  }

  /** From the fewest workers to the logical CPUs, beyond which nothing can be gained. */
  private List<Point> curve(DoubleUnaryOperator ideal) {
    List<Integer> counts = points().map(p -> p.configuration().workers()).sorted().toList();
    double from = counts.getFirst();
    double to = Math.min(counts.getLast(), topology.logicalCpus());
    List<Point> points = new ArrayList<>();
    boolean known = Double.isFinite(ideal.applyAsDouble(from));
    for (int i = 0; i <= CURVE_STEPS && to > from && known; i++) {
      double at = from * Math.pow(to / from, (double) i / CURVE_STEPS);
      points.add(Point.at(at, ideal.applyAsDouble(at)));
    }
    return points;
  }

  /** What one worker does by the first curve that has it; NaN where none has. */
  static double oneWorker(Stream<ScalingCurve> curves) {
    return curves
        .flatMap(curve -> curve.at(1).stream())
        .map(ScalingPoint::elementsPerSecond)
        .filter(Estimate::hasValue)
        .mapToDouble(Estimate::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  private Stream<ScalingPoint> points() {
    return curves.stream().flatMap(curve -> curve.points().stream());
  }
}
