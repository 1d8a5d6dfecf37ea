package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.stats.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Throughput against busy logical CPUs, a point per measurement iteration; hollow if tainted. */
public final class ScoreLoadChart {

  /** More points than this cannot be distinguished, and make large files. */
  private static final int MAX_POINTS = 3000;

  private final MeasuredFindings findings;
  private final List<Dot> dots;
  private final int every;

  /**
   * An iteration.
   *
   * @param oneWorker elements per second of one worker; NaN where not known
   */
  private record Dot(
      Kernel kernel,
      ConcurrencyModel model,
      double busyCpus,
      double elementsPerSecond,
      double oneWorker,
      boolean tainted) {}

  /** Of the iterations of all kernels whose load and throughput are known. */
  public ScoreLoadChart(MeasuredFindings findings) {
    record Key(int trial, int iteration) {}
    Set<Key> tainted =
        findings.quality().ledger().entries().stream()
            .filter(entry -> !entry.taints().isEmpty())
            .map(entry -> new Key(entry.trial().number(), entry.iteration().index()))
            .collect(Collectors.toSet());
    this.findings = findings;
    List<Dot> all = new ArrayList<>();
    for (IterationLoad load : findings.loads().iterations()) {
      if (load.elementsPerSecond() > 0 && Double.isFinite(load.busyCpus())) {
        Key key = new Key(load.trial().number(), load.iteration().index());
        load.trial()
            .configuration()
            .map(c ->
                new Dot(
                    c.kernel(),
                    c.model(),
                    load.busyCpus(),
                    load.elementsPerSecond(),
                    oneWorker(c),
                    tainted.contains(key)))
            .forEach(all::add);
      }
    }
    this.every = (all.size() + MAX_POINTS - 1) / MAX_POINTS;
    this.dots =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  /** What one worker does, by the same model and placement if they have it; NaN if none has. */
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

  /** What the points are. */
  public String note() {
    return every <= 1
        ? "One dot per measurement iteration; hollow ones are tainted."
        : "One iteration in %d is shown; hollow ones are tainted.".formatted(every);
  }

  /** Whose points a kernel's chart has. */
  public Stream<ConcurrencyModel> models(Kernel kernel) {
    return dots.stream().filter(dot -> dot.kernel == kernel).map(Dot::model);
  }

  /** All kernels, relative to one worker; empty where no single worker can be compared with. */
  public Optional<Chart> relative() {
    String title =
        "Throughput against load, "
            + (every <= 1 ? "each point one iteration" : "one iteration in " + every + " shown");
    return chart(
        dots.stream().filter(dot -> Double.isFinite(dot.oneWorker)).toList(),
        title,
        "Throughput / that of one worker",
        dot -> dot.elementsPerSecond / dot.oneWorker,
        1,
        Axis::plain);
  }

  /** Each kernel, in elements per second. */
  public Map<Kernel, Chart> byKernel() {
    Map<Kernel, Chart> charts = new EnumMap<>(Kernel.class);
    for (Kernel kernel : Kernel.values()) {
      List<Dot> some = dots.stream().filter(dot -> dot.kernel == kernel).toList();
      String title =
          "Throughput of the %s kernel against busy logical CPUs, %d iterations"
              .formatted(kernel.id(), some.size());
      double one =
          some.stream()
              .mapToDouble(Dot::oneWorker)
              .filter(Double::isFinite)
              .findFirst()
              .orElse(Double.NaN);
      chart(some, title, "Throughput, elements/s", Dot::elementsPerSecond, one, Axis::withPrefix)
          .ifPresent(chart -> charts.put(kernel, chart));
    }
    return charts;
  }

  private Optional<Chart> chart(
      List<Dot> some,
      String title,
      String yTitle,
      ToDoubleFunction<Dot> value,
      double oneWorker,
      DoubleFunction<String> label) {
    if (some.isEmpty()) {
      return Optional.empty();
    }
    double largest = Chart.largest(some.stream(), value, oneWorker > 0 ? oneWorker : 0);
    double busiest = Chart.largest(some.stream(), Dot::busyCpus, 1);
    Axis x = Axis.roomy("busy logical CPUs", busiest, Axis::plain);
    Axis y = Axis.roomy(yTitle, largest, label);
    List<Layer> layers = new ArrayList<>();
    if (oneWorker > 0) {
      double end = Math.min(x.max(), y.max() / oneWorker);
      List<Point> line = List.of(Point.at(0, 0), Point.at(end, end * oneWorker));
      layers.add(new Layer.Line("every busy CPU worth a worker", Look.IDEAL, true, line));
    }
    some.stream()
        .collect(Collectors.groupingBy(Dot::model, TreeMap::new, Collectors.toList()))
        .forEach((model, dots) -> {
          List<Point> points = dots.stream().map(dot -> point(dot, value)).toList();
          layers.add(new Series(model.title(), Look.of(model), Style.CLOUD, 0, points));
        });
    RunInfo info = findings.run().info();
    return Optional.of(
        new Chart(
            "score-load",
            Heading.of(title, info),
            title + ".",
            x,
            y,
            layers,
            Mark.of(info.machine().topology(), x)));
  }

  private static Point point(Dot dot, ToDoubleFunction<Dot> value) {
    double y = value.applyAsDouble(dot);
    return new Point(dot.busyCpus, y, Double.NaN, Double.NaN, dot.tainted, "");
  }
}
