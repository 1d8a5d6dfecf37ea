package io.coreyield.analysis.report;

import io.coreyield.analysis.chart.svg.Marker;
import io.coreyield.analysis.chart.svg.ModelStyle;
import io.coreyield.analysis.chart.svg.Svg;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.scaling.ScalingCurve;
import io.coreyield.analysis.scaling.ScalingPoint;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One panel of a scaling figure: a figure with its interval against the number of workers. */
final class ScalingPanel {

  /** How far above the figures the ideal line may push the axis. */
  private static final double MOST_HEADROOM = 2.5;

  /**
   * Between two models at one worker count, so that none hides another; not where curves rise, for
   * there a place to the left would look like a place above.
   */
  private static final double DODGE = 4;

  private final List<ScalingCurve> curves;
  private final Function<ScalingPoint, Estimate> figure;
  private final Axis x;
  private final Axis y;
  private final Svg svg;

  private ScalingPanel(
      List<ScalingCurve> curves, Function<ScalingPoint, Estimate> figure, Axis x, Axis y, Svg svg) {
    this.curves = curves;
    this.figure = figure;
    this.x = x;
    this.y = y;
    this.svg = svg;
  }

  /**
   * Throughput of all workers together, both axes logarithmic: ideal scaling is a straight line.
   */
  static String throughput(List<ScalingCurve> curves, Topology topology, String description) {
    Axis x = workerAxis(curves, topology);
    Function<ScalingPoint, Estimate> figure = ScalingPoint::elementsPerSecond;
    double one = ideal(curves);
    double low = ends(curves, figure).min(Double::compare).orElse(1.0);
    double high = ends(curves, figure).max(Double::compare).orElse(1.0);
    double idealHigh = Double.isNaN(one) ? high : one * x.ticks().getLast().value();
    double top = Math.max(2 * low, Math.clamp(idealHigh, high, MOST_HEADROOM * high));
    Axis y = Axis.log(low, top, Frame.BOTTOM, Frame.TOP, Axis::withPrefix);
    Svg svg = Frame.open(description, "Throughput, elements/s", x, "workers", y);
    ScalingPanel panel = new ScalingPanel(curves, figure, x, y, svg);
    return panel.draw(topology, workers -> workers * one);
  }

  /** Speed-up over the number of workers, from 0. */
  static String efficiency(List<ScalingCurve> curves, Topology topology, String description) {
    Axis x = workerAxis(curves, topology);
    Function<ScalingPoint, Estimate> figure = ScalingPoint::efficiency;
    double high = ends(curves, figure).max(Double::compare).orElse(1.0);
    Axis y =
        Axis.fromZero(
            Math.max(1, high), Frame.BOTTOM, Frame.TOP, 6, v -> Axis.plain(100 * v) + "\u00a0%");
    Svg svg = Frame.open(description, "Efficiency, speed-up per worker", x, "workers", y);
    ScalingPanel panel = new ScalingPanel(curves, figure, x, y, svg);
    return panel.draw(topology, workers -> 1);
  }

  private static Axis workerAxis(List<ScalingCurve> curves, Topology topology) {
    List<Integer> counts =
        curves.stream()
            .flatMap(c -> c.points().stream())
            .map(p -> p.configuration().workers())
            .distinct()
            .sorted()
            .toList();
    List<Integer> important = List.of(topology.physicalCores(), topology.logicalCpus());
    return Axis.workers(counts, important, Frame.LEFT, Frame.RIGHT);
  }

  private static Stream<Double> ends(
      List<ScalingCurve> curves, Function<ScalingPoint, Estimate> figure) {
    return curves.stream()
        .flatMap(c -> c.points().stream())
        .map(figure)
        .flatMap(e -> Stream.of(e.value(), e.low(), e.high()))
        .filter(v -> v > 0);
  }

  /** What one worker does: of the first model whose workers can run at once; NaN if none has it. */
  private static double ideal(List<ScalingCurve> curves) {
    return curves.stream()
        .filter(c -> c.model().isParallel())
        .flatMap(c -> c.at(1).stream())
        .mapToDouble(p -> p.elementsPerSecond().value())
        .filter(v -> v > 0)
        .findFirst()
        .orElse(Double.NaN);
  }

  private String draw(Topology topology, DoubleUnaryOperator ideal) {
    mark(topology.physicalCores(), topology.physicalCores() == 1 ? "core" : "cores", 26.0);
    if (topology.hasSiblings()) {
      mark(topology.logicalCpus(), "logical CPUs", 38.0);
    }
    idealLine(ideal);
    curves.forEach(this::band);
    curves.forEach(this::line);
    curves.forEach(this::points);
    return svg.close().finish();
  }

  private void mark(int workers, String what, double labelY) {
    if (workers < x.low() || workers > x.high()) {
      return;
    }
    double at = x.at(workers);
    svg.line("mark", at, labelY + 3, at, Frame.BOTTOM);
    boolean left = at > (Frame.LEFT + Frame.RIGHT) / 2;
    String label = workers + " " + what;
    svg.label(label, "tick", at + (left ? 4 : -4), labelY, left ? "end" : "start");
  }

  private void idealLine(DoubleUnaryOperator ideal) {
    double first = x.ticks().getFirst().value();
    double last = x.ticks().getLast().value();
    double high = ideal.applyAsDouble(last);
    if (Double.isNaN(high) || first == last) {
      return;
    }
    // Beyond the top of the panel the line would cross the marks' labels.
    if (high > y.high()) {
      last *= y.high() / high;
      high = y.high();
    }
    svg.line("ideal", x.at(first), y.at(ideal.applyAsDouble(first)), x.at(last), y.at(high));
  }

  private void band(ScalingCurve curve) {
    List<ScalingPoint> known =
        curve.points().stream().filter(p -> figure.apply(p).hasInterval()).toList();
    if (known.isEmpty()) {
      return;
    }
    Stream<String> upper = known.stream().map(p -> corner(curve, p, figure.apply(p).high()));
    Stream<String> lower =
        known.reversed().stream().map(p -> corner(curve, p, figure.apply(p).low()));
    String points = Stream.concat(upper, lower).collect(Collectors.joining(" "));
    svg.open("polygon")
        .attr("class", "band " + ModelStyle.cssClass(curve.model()))
        .attr("points", points)
        .close();
  }

  private void line(ScalingCurve curve) {
    String points =
        curve.points().stream()
            .filter(p -> figure.apply(p).hasValue())
            .map(p -> corner(curve, p, figure.apply(p).value()))
            .collect(Collectors.joining(" "));
    svg.open("polyline")
        .attr("class", "line " + ModelStyle.cssClass(curve.model()))
        .attr("points", points)
        .close();
  }

  private void points(ScalingCurve curve) {
    for (ScalingPoint point : curve.points()) {
      Estimate estimate = figure.apply(point);
      if (estimate.hasValue()) {
        svg.open("g").attr("class", ModelStyle.cssClass(curve.model()));
        whisker(curve, point, estimate);
        dot(curve, point, estimate);
        svg.close();
      }
    }
  }

  private void whisker(ScalingCurve curve, ScalingPoint point, Estimate estimate) {
    if (estimate.hasInterval()) {
      double at = place(curve, point);
      svg.line("whisker", at, height(estimate.low()), at, height(estimate.high()));
    }
  }

  private void dot(ScalingCurve curve, ScalingPoint point, Estimate estimate) {
    double at = place(curve, point);
    String path = Marker.path(curve.model(), at, height(estimate.value()));
    svg.open("path").attr("class", estimate.hasInterval() ? "dot" : "dot bare").attr("d", path);
    svg.title(point.configuration().label() + ": " + words(estimate)).close();
  }

  private String words(Estimate estimate) {
    Unit unit = y.logarithmic() ? Unit.ELEMENTS_PER_SECOND : Unit.PERCENT;
    Cell cell = new Cell.Measured(estimate, unit);
    return "%s (%s)".formatted(cell.text(), cell.detail());
  }

  private String corner(ScalingCurve curve, ScalingPoint point, double value) {
    return Svg.number(place(curve, point)) + "," + Svg.number(height(value));
  }

  private double place(ScalingCurve curve, ScalingPoint point) {
    if (y.logarithmic()) {
      return x.at(point.configuration().workers());
    }
    double rank = curves.indexOf(curve) - (curves.size() - 1) / 2.0;
    return x.at(point.configuration().workers()) + DODGE * rank;
  }

  /** An interval of few forks may reach below 0, where a logarithm has no place. */
  private double height(double value) {
    return y.at(Math.clamp(value, y.low(), y.high()));
  }
}
