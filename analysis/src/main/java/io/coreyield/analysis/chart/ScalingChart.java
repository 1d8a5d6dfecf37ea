package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.model.machine.CpuQuota;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Speed-up against the number of workers, both from 0 and linear: marks per concurrency model. */
public final class ScalingChart {

  /**
   * Two numbers of workers are joined by a line if the larger is at most so many times the other.
   */
  private static final int MAX_STEP = 2;

  private final RunInfo info;
  private final Topology topology;
  private final List<ScalingCurve> curves;
  private final ScalingCurve any;
  private final Axis workers;

  private ScalingChart(RunInfo info, List<ScalingCurve> curves) {
    this.info = info;
    this.topology = info.machine().topology().usableOrAll();
    this.curves = curves.stream().sorted(Comparator.comparing(ScalingCurve::model)).toList();
    this.any = curves.getFirst();
    this.workers =
        Axis.workers(counts(), List.of(1, topology.physicalCores(), topology.logicalCpus()));
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

  /** What the kernel is, and what is not the default. */
  public String heading() {
    return "The " + any.kernel().id() + " kernel" + variant();
  }

  private String variant() {
    return (any.placement() == Placement.OS ? "" : ", placement " + any.placement().id())
        + (any.scaling() == Scaling.WEAK ? "" : ", strong scaling");
  }

  /**
   * The speed-up of each model over its own single worker; empty where none is known of more than
   * one worker.
   */
  public Optional<Chart> speedUp() {
    List<Series> series = curves.stream().flatMap(this::series).toList();
    if (series.stream().flatMap(s -> s.points().stream()).allMatch(p -> p.x() == 1)) {
      return Optional.empty();
    }
    List<Point> ideal = ideal();
    double largest =
        Chart.largest(
            Stream.concat(ideal.stream(), series.stream().flatMap(s -> s.points().stream())),
            p -> p.hasInterval() ? Math.max(p.high(), p.y()) : p.y(),
            1);
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Band("a core for each worker", 0, Math.min(cores(), workers.max())));
    layers.add(new Layer.Line("ideal", Look.IDEAL, true, ideal));
    layers.addAll(series);
    return Optional.of(
        new Chart(
            "scaling-"
                + any.kernel().id()
                + (any.placement() == Placement.OS ? "" : "-" + any.placement().id())
                + (any.scaling() == Scaling.WEAK ? "" : "-" + any.scaling().id()),
            Heading.of(
                "Speed-up of kernel %s (%s)%s"
                    .formatted(any.kernel().id(), any.kernel().boundBy(), variant()),
                info),
            "Speed-up against workers, %s; the figures are in the table below it."
                .formatted(heading()),
            workers,
            Axis.fromZero("speed-up over one worker", largest, y -> Axis.plain(y) + "×"),
            layers,
            Mark.of(topology, workers)));
  }

  private int cores() {
    return topology.physicalCores();
  }

  /** Every logical CPU worth a core, until there are no more or the quota is spent. */
  private List<Point> ideal() {
    double most =
        Math.min(
            topology.logicalCpus(),
            info.machine().bindingQuota().map(CpuQuota::cpus).orElse(Double.MAX_VALUE));
    double bend = Math.min(most, workers.max());
    return Stream.of(0.0, bend, workers.max())
        .distinct()
        .map(at -> Point.at(at, Math.min(at, most)))
        .toList();
  }

  /** The marks of a curve, in stretches that a line joins; the first has the name. */
  private Stream<Series> series(ScalingCurve curve) {
    List<List<Point>> stretches = new ArrayList<>();
    for (ScalingPoint point : curve.points()) {
      if (point.speedUp().hasValue()) {
        Point next = point(point);
        if (stretches.isEmpty() || !joins(stretches.getLast().getLast(), next)) {
          stretches.add(new ArrayList<>());
        }
        stretches.getLast().add(next);
      }
    }
    double shift = curves.indexOf(curve) - (curves.size() - 1) / 2.0;
    return IntStream.range(0, stretches.size())
        .mapToObj(i ->
            new Series(
                i == 0 ? curve.model().title() : "",
                Look.of(curve.model()),
                Style.LINE,
                shift,
                List.copyOf(stretches.get(i))));
  }

  /** Whether nothing that another curve shows, and no power of two, lies between them. */
  private boolean joins(Point from, Point to) {
    return to.x() <= MAX_STEP * from.x()
        && counts().stream().noneMatch(count -> count > from.x() && count < to.x());
  }

  private static Point point(ScalingPoint point) {
    Estimate speedUp = point.speedUp();
    String words =
        "%s: %s (%s)"
            .formatted(
                point.configuration().label(),
                Unit.FACTOR.text(speedUp.value()),
                Objects.requireNonNullElse(speedUp.reason(), Unit.FACTOR.interval(speedUp)));
    return Point.upright(point.configuration().workers(), speedUp, words);
  }

  private List<Integer> counts() {
    return curves.stream()
        .flatMap(curve -> curve.points().stream())
        .map(point -> point.configuration().workers())
        .toList();
  }
}
