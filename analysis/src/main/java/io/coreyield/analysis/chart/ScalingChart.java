package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Throughput and efficiency against the number of workers, a line per concurrency model. */
public final class ScalingChart {

  /** The ideal line is straight on neither axis but in many short steps. */
  private static final int CURVE_STEPS = 60;

  private final RunInfo info;
  private final Topology topology;
  private final List<ScalingCurve> curves;
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
    this.workers =
        Axis.workers(
            points().map(p -> p.configuration().workers()).toList(),
            List.of(1, topology.physicalCores(), topology.logicalCpus()));
  }

  /** One for each kernel, placement and scaling that has points. */
  public static List<ScalingChart> all(MeasuredFindings findings) {
    record Group(String kernel, Placement placement, Scaling scaling) {}
    Map<Group, List<ScalingCurve>> groups = new LinkedHashMap<>();
    for (ScalingCurve curve : findings.curves()) {
      if (!curve.points().isEmpty()) {
        groups
            .computeIfAbsent(
                new Group(curve.kernel().id(), curve.placement(), curve.scaling()),
                group -> new ArrayList<>())
            .add(curve);
      }
    }
    return groups.values().stream()
        .map(curves -> new ScalingChart(findings.run().info(), curves))
        .toList();
  }

  /** Its curves, at most one per model. */
  public List<ScalingCurve> curves() {
    return curves;
  }

  /** Throughput of all workers together; empty where no point has any. */
  public Optional<Chart> throughput() {
    OptionalDouble one = oneWorker();
    return chart(THROUGHPUT, one.isPresent() ? count -> count * one.getAsDouble() : null);
  }

  /** Speed-up over workers, in percent; empty where no point has any. */
  public Optional<Chart> efficiency() {
    return chart(EFFICIENCY, count -> 100);
  }

  /** What the kernel is, and what is not the default. */
  public String heading() {
    ScalingCurve any = curves.getFirst();
    return "The "
        + any.kernel().id()
        + " kernel"
        + (any.placement() == Placement.OS ? "" : ", placement " + any.placement().id())
        + (any.scaling() == Scaling.WEAK ? "" : ", strong scaling");
  }

  private Optional<Chart> chart(Measure measure, @Nullable DoubleUnaryOperator ideal) {
    List<Layer> layers = new ArrayList<>();
    List<Point> line = ideal == null ? List.of() : curve(ideal);
    for (ScalingCurve curve : curves) {
      layers.add(series(measure, curve));
    }
    double largest =
        Chart.largest(
            Stream.concat(
                line.stream(), layers.stream().flatMap(s -> ((Series) s).points().stream())),
            p -> p.hasInterval() ? Math.max(p.high(), p.y()) : p.y(),
            measure.equals(EFFICIENCY) ? 100 : 0);
    if (!line.isEmpty()) {
      layers.addFirst(new Layer.Line("ideal", Look.IDEAL, true, line));
    }
    return new Chart(
            measure.name + "-" + suffix(),
            Heading.of(measure.title + title(), info),
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
        String detail =
            value.reason() == null ? measure.unit.interval(value) : String.valueOf(value.reason());
        known.add(
            Point.upright(
                point.configuration().workers(),
                value.times(measure.factor),
                "%s: %s (%s)"
                    .formatted(
                        point.configuration().label(), measure.unit.text(value.value()), detail)));
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

  /** From the least workers to the logical CPUs, beyond which nothing more can be had. */
  private List<Point> curve(DoubleUnaryOperator ideal) {
    List<Integer> counts = points().map(p -> p.configuration().workers()).sorted().toList();
    double from = counts.getFirst();
    double to = Math.min(counts.getLast(), topology.logicalCpus());
    List<Point> points = new ArrayList<>();
    for (int i = 0; i <= CURVE_STEPS && to > from; i++) {
      double at = from * Math.pow(to / from, (double) i / CURVE_STEPS);
      points.add(Point.at(at, ideal.applyAsDouble(at)));
    }
    return points;
  }

  /** What one worker does, by the first model that can tell; parallel ones first. */
  private OptionalDouble oneWorker() {
    return curves.stream()
        .sorted(Comparator.comparing((ScalingCurve c) -> !c.model().isParallel()))
        .flatMap(curve -> curve.at(1).stream())
        .map(ScalingPoint::elementsPerSecond)
        .filter(Estimate::hasValue)
        .mapToDouble(Estimate::value)
        .findFirst();
  }

  private Stream<ScalingPoint> points() {
    return curves.stream().flatMap(curve -> curve.points().stream());
  }

  private String suffix() {
    ScalingCurve any = curves.getFirst();
    return any.kernel().id()
        + (any.placement() == Placement.OS ? "" : "-" + any.placement().id())
        + (any.scaling() == Scaling.WEAK ? "" : "-" + any.scaling().id());
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
