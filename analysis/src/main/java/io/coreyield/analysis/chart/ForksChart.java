package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.ForkYield;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Strips of forks: a row per figure, a dot per fork, and the figure itself with its interval. Forks
 * in two clouds show what a mean hides.
 */
public final class ForksChart {

  /** The ends of the axis of throughputs, in percent of the mean. */
  private static final double LEAST_SPREAD = 2;

  private static final double MOST_SPREAD = 100;
  private static final double ROOM = 1.1;

  /** Dots that are nearer than this share of the axis would cover each other. */
  private static final double NEAR = 0.024;

  /** Heights within a row. */
  private static final List<Double> LEVELS = List.of(0.0, 0.3, -0.3, 0.15, -0.15);

  private static final Look FIGURE = new Look("reference", "#222222", Shape.DIAMOND);
  private static final Look OTHER_CORE = new Look("waits", "#A6A6A6", Shape.CIRCLE);

  /**
   * A row.
   *
   * @param dots one per fork, in percent
   * @param figure of all of them, in percent
   */
  private record Strip(String label, String value, Look look, List<Point> dots, Estimate figure) {}

  private ForksChart() {}

  /**
   * What a second worker adds on the sibling and on another core, as each fork of a pair has it;
   * empty where no pair gave anything.
   */
  public static Optional<Chart> yields(MeasuredFindings findings) {
    List<SmtYield> paired =
        findings.yields().stream()
            .filter(y -> y.estimator() == Estimator.PAIRED)
            .sorted(Comparator.comparing(SmtYield::kernel).thenComparing(SmtYield::model))
            .toList();
    List<Strip> strips = paired.stream().flatMap(ForksChart::strips).toList();
    List<Estimate> ends = new ArrayList<>();
    for (Strip strip : strips) {
      strip.dots.forEach(dot -> ends.add(Estimate.withoutInterval(dot.x() / 100, "a fork")));
    }
    return chart(
        "forks-yields",
        "What each fork says a second worker adds",
        YieldAxis.of(ends).titled("what a second worker adds"),
        YieldAxis.POLES,
        strips,
        findings.run().info());
  }

  private static Stream<Strip> strips(SmtYield y) {
    boolean base = y.model() == ConcurrencyModel.PLATFORM;
    String what = y.kernel().id() + (base ? "" : " " + y.model().id());
    Estimate ceiling = y.controls().ceiling();
    return Stream.of(
            strip(what + ", sibling", Look.of(y.model()), y, y.yield(), ForkYield::yield),
            strip(what + ", other core", OTHER_CORE, y, ceiling, ForkYield::ceiling))
        .filter(strip -> !strip.dots.isEmpty());
  }

  private static Strip strip(
      String label, Look look, SmtYield y, Estimate figure, ToDoubleFunction<ForkYield> value) {
    List<Point> dots = new ArrayList<>();
    for (ForkYield fork : y.sampling().each()) {
      double percent = 100 * value.applyAsDouble(fork);
      if (Double.isFinite(percent)) {
        String words =
            "trial %d, core of CPU %d: %s"
                .formatted(fork.trial(), fork.cpu(), Unit.PERCENT.text(percent / 100));
        dots.add(Point.inCloud(percent, 0, words));
      }
    }
    return new Strip(label, YieldAxis.words(figure), look, dots, figure.times(100));
  }

  /** The throughput of each fork against the mean of its configuration, by kernel. */
  public static Map<Kernel, Chart> throughput(MeasuredFindings findings) {
    Map<Kernel, Chart> charts = new TreeMap<>();
    findings.curves().stream()
        .sorted(Comparator.comparing(ScalingCurve::model))
        .collect(Collectors.groupingBy(ScalingCurve::kernel))
        .forEach((kernel, curves) ->
            throughput(kernel, curves, findings.run().info())
                .ifPresent(chart -> charts.put(kernel, chart)));
    return charts;
  }

  private static Optional<Chart> throughput(
      Kernel kernel, List<ScalingCurve> curves, RunInfo info) {
    List<Strip> strips =
        curves.stream()
            .flatMap(curve -> curve.points().stream())
            .filter(point -> point.forks() > 0 && point.elementsPerSecond().hasValue())
            .map(ForksChart::strip)
            .toList();
    double farthest =
        Chart.largest(
            strips.stream().flatMap(strip -> strip.dots.stream()),
            dot -> Math.abs(dot.x()),
            LEAST_SPREAD);
    double end = Math.min(MOST_SPREAD, ROOM * farthest);
    return chart(
        "forks-" + kernel.id(),
        "Throughput of each fork of kernel " + kernel.id(),
        Axis.exact("a fork against the mean", -end, end, Axis::percent),
        List.of(),
        strips,
        info);
  }

  private static Strip strip(ScalingPoint point) {
    Estimate all = point.elementsPerSecond();
    List<Point> dots =
        point.forkElementsPerSecond().stream()
            .map(one ->
                Point.inCloud(100 * (one / all.value() - 1), 0, Unit.ELEMENTS_PER_SECOND.text(one)))
            .toList();
    Configuration c = point.configuration();
    return new Strip(
        c.label().substring(c.kernel().id().length()).strip(),
        Unit.ELEMENTS_PER_SECOND.text(all.value()),
        Look.of(c.model()),
        dots,
        all.times(100 / all.value()).plus(-100));
  }

  private static Optional<Chart> chart(
      String name, String title, Axis x, List<Mark> marks, List<Strip> strips, RunInfo info) {
    if (strips.isEmpty()) {
      return Optional.empty();
    }
    List<Axis.Tick> ticks = new ArrayList<>();
    Map<Look, List<Point>> dots = new TreeMap<>(Comparator.comparing(Look::cssClass));
    List<Point> figures = new ArrayList<>();
    for (Strip strip : strips) {
      double row = strips.size() - 1.0 - ticks.size();
      ticks.add(new Axis.Tick(row, strip.label, strip.label, strip.value, ""));
      dots.computeIfAbsent(strip.look, _ -> new ArrayList<>()).addAll(stacked(strip.dots, row, x));
      if (strip.figure.hasValue()) {
        figures.add(Point.inRow(row, strip.figure, ""));
      }
    }
    List<Layer> layers = new ArrayList<>();
    dots.forEach((look, points) -> layers.add(new Series("", look, Style.CLOUD, 0, points)));
    layers.add(Series.points("mean with its 95 % interval", FIGURE, figures));
    return Optional.of(
        new Chart(
            name,
            Heading.of(title, info),
            title + ", a dot each; their means are in the tables.",
            x,
            Axis.rows(ticks),
            layers,
            marks));
  }

  /** Dots of one strip in its row; those that would cover each other are at other heights. */
  private static List<Point> stacked(List<Point> dots, double row, Axis x) {
    List<Double> last = new ArrayList<>(Collections.nCopies(LEVELS.size(), -1.0));
    List<Point> placed = new ArrayList<>();
    for (Point dot : dots.stream().sorted(Comparator.comparingDouble(Point::x)).toList()) {
      double place = x.fraction(dot.x());
      int level =
          IntStream.range(0, LEVELS.size())
              .filter(i -> place - last.get(i) >= NEAR)
              .findFirst()
              .orElse(last.indexOf(Collections.min(last)));
      last.set(level, place);
      placed.add(Point.inCloud(dot.x(), row + LEVELS.get(level), dot.words()));
    }
    return placed;
  }
}
