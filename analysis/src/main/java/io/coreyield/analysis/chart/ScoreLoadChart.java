package io.coreyield.analysis.chart;

import io.coreyield.analysis.chart.Layer.Point;
import io.coreyield.analysis.chart.Layer.Series;
import io.coreyield.analysis.chart.Layer.Style;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
  private final Set<Key> tainted;
  private final List<Dot> dots;
  private final int every;

  private record Key(int trial, int iteration) {}

  /** An iteration whose load and throughput are known. */
  private record Dot(Configuration configuration, IterationLoad load) {}

  /** Of the iterations of all kernels. */
  public ScoreLoadChart(MeasuredFindings findings) {
    this.findings = findings;
    this.tainted =
        findings.quality().ledger().entries().stream()
            .filter(entry -> !entry.taints().isEmpty())
            .map(entry -> new Key(entry.trial().number(), entry.iteration().index()))
            .collect(Collectors.toSet());
    List<Dot> all = new ArrayList<>();
    for (IterationLoad load : findings.loads().iterations()) {
      if (load.elementsPerSecond() > 0 && Double.isFinite(load.busyCpus())) {
        load.trial().configuration().forEach(c -> all.add(new Dot(c, load)));
      }
    }
    this.every = (all.size() + MAX_POINTS - 1) / MAX_POINTS;
    this.dots =
        IntStream.range(0, all.size()).filter(i -> i % every == 0).mapToObj(all::get).toList();
  }

  /** What the points are. */
  public String note() {
    return every <= 1
        ? "One dot per measurement iteration; hollow ones are tainted."
        : "One iteration in %d is shown; hollow ones are tainted.".formatted(every);
  }

  /** Whose points a kernel's chart has. */
  public Stream<ConcurrencyModel> models(Kernel kernel) {
    return dots.stream()
        .map(Dot::configuration)
        .filter(c -> c.kernel() == kernel)
        .map(Configuration::model);
  }

  /** All kernels, relative to one worker; empty where no single worker can be compared with. */
  public Optional<Chart> relative() {
    List<Dot> known =
        dots.stream().filter(dot -> Double.isFinite(oneWorker(dot.configuration()))).toList();
    String points =
        every <= 1 ? "each point one iteration" : "one iteration in " + every + " shown";
    return chart(
        known,
        "Throughput against load, " + points,
        "Throughput / that of one worker",
        dot -> dot.load().elementsPerSecond() / oneWorker(dot.configuration()),
        1,
        Axis::plain);
  }

  /** Each kernel, in elements per second. */
  public Map<Kernel, Chart> byKernel() {
    Map<Kernel, Chart> charts = new EnumMap<>(Kernel.class);
    for (Kernel kernel : Kernel.values()) {
      List<Dot> some = dots.stream().filter(dot -> dot.configuration().kernel() == kernel).toList();
      String title =
          "Throughput of the %s kernel against busy logical CPUs, %d iterations"
              .formatted(kernel.id(), some.size());
      double one =
          some.stream()
              .mapToDouble(dot -> oneWorker(dot.configuration()))
              .filter(Double::isFinite)
              .findFirst()
              .orElse(Double.NaN);
      chart(
              some,
              title,
              "Throughput, elements/s",
              dot -> dot.load().elementsPerSecond(),
              one,
              Axis::withPrefix)
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
    double busiest = Chart.largest(some.stream(), dot -> dot.load().busyCpus(), 1);
    double largest = Chart.largest(some.stream(), value, oneWorker > 0 ? oneWorker : 0);
    if (some.isEmpty()) {
      return Optional.empty();
    }
    Axis x = Axis.roomy("busy logical CPUs", busiest, Axis::plain);
    Axis y = Axis.roomy(yTitle, largest, label);
    List<Layer> layers = new ArrayList<>();
    if (oneWorker > 0) {
      double end = Math.min(x.max(), y.max() / oneWorker);
      List<Point> line = List.of(Point.at(0, 0), Point.at(end, end * oneWorker));
      layers.add(new Layer.Line("every busy CPU worth a worker", Look.IDEAL, true, line));
    }
    Map<ConcurrencyModel, List<Point>> byModel = new EnumMap<>(ConcurrencyModel.class);
    for (Dot dot : some) {
      byModel
          .computeIfAbsent(dot.configuration().model(), model -> new ArrayList<>())
          .add(point(dot, value.applyAsDouble(dot)));
    }
    byModel.forEach((model, points) ->
        layers.add(new Series(model.title(), Look.of(model), Style.CLOUD, 0, points)));
    return Optional.of(
        new Chart(
            "score-load",
            Heading.of(title, findings.run().info()),
            title + ".",
            x,
            y,
            layers,
            Mark.of(findings.run().info().machine().topology(), x)));
  }

  private Point point(Dot dot, double value) {
    IterationLoad load = dot.load();
    boolean hollow = tainted.contains(new Key(load.trial().number(), load.iteration().index()));
    return new Point(load.busyCpus(), value, Double.NaN, Double.NaN, hollow, "");
  }

  /** What one worker does, by the same model and placement if they have it; NaN if none has. */
  private double oneWorker(Configuration c) {
    return ScalingChart.oneWorker(
        findings.curves().stream()
            .filter(curve -> curve.kernel() == c.kernel() && curve.scaling() == c.scaling())
            .sorted(
                Comparator.comparing((ScalingCurve curve) -> curve.model() != c.model())
                    .thenComparing(curve -> curve.placement() != c.placement())));
  }
}
