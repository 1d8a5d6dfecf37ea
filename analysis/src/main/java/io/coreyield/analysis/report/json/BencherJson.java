package io.coreyield.analysis.report.json;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedPoint;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.curves.ScalingCurve;
import io.coreyield.analysis.findings.curves.ScalingPoint;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.findings.yields.SmtYield;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.Phrases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Figures of a run in Bencher's metric format: {@code {benchmark: {measure: {value, lower_value,
 * upper_value}}}}. Values are those of {@code verdict.json}, bounds are their 95 % intervals, and
 * what has no value is left out. A name says what ran, and never on which machine: that is what
 * Bencher calls the testbed.
 *
 * @see <a href="https://bencher.dev/docs/reference/bencher-metric-format/">Bencher Metric
 *     Format</a>
 */
public final class BencherJson {

  /** A measure that every Bencher project has, of operations per second. */
  private static final String THROUGHPUT = "throughput";

  private static final String SPEED_UP = "speed-up";

  private BencherJson() {}

  /** One JSON object, indented; an empty one if the run has no figure. */
  public static String text(Findings findings) {
    ObjectNode root = JsonMapper.shared().createObjectNode();
    switch (findings) {
      case MeasuredFindings measured -> {
        scaling(root, measured.curves());
        measured.yields().forEach(yield -> pairs(root, yield));
      }
      case CapturedFindings captured ->
          captured.scalings().forEach(scaling -> captured(root, scaling));
    }
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
  }

  private static void scaling(ObjectNode root, List<ScalingCurve> curves) {
    Map<String, Integer> sizes = new HashMap<>();
    points(curves).forEach(point -> sizes.merge(name(point.configuration()), 1, Integer::sum));
    points(curves)
        .forEach(point -> {
          Configuration configuration = point.configuration();
          String name = name(configuration);
          // A run of several n has all else equal.
          String unique =
              sizes.getOrDefault(name, 0) > 1 ? name + ", n " + configuration.elements() : name;
          put(root, unique, THROUGHPUT, point.elementsPerSecond());
          if (configuration.workers() > 1) {
            put(root, unique, SPEED_UP, point.speedUp());
          }
        });
  }

  private static Stream<ScalingPoint> points(List<ScalingCurve> curves) {
    return curves.stream().flatMap(curve -> curve.points().stream());
  }

  private static String name(Configuration configuration) {
    String name =
        "%s %s, %s"
            .formatted(
                configuration.kernel(),
                configuration.model(),
                Phrases.count(configuration.workers(), "worker"));
    if (configuration.placement() != Placement.OS) {
      name += ", placement " + configuration.placement();
    }
    return configuration.scaling() == Scaling.WEAK
        ? name
        : name + ", " + configuration.scaling() + " scaling";
  }

  private static void pairs(ObjectNode root, SmtYield yield) {
    String name =
        "%s %s, %s"
            .formatted(
                yield.kernel(),
                yield.model(),
                yield.estimator() == Estimator.PAIRED ? "pinned pairs" : "all logical CPUs");
    put(root, name, "yield", yield.yield());
    put(root, name, "floor", yield.controls().floor());
    put(root, name, "ceiling", yield.controls().ceiling());
  }

  /** A program may be timed several times with as many workers: then the mean. */
  private static void captured(ObjectNode root, CapturedScaling scaling) {
    Map<Integer, List<CapturedPoint>> byWorkers =
        scaling.points().stream()
            .collect(
                Collectors.groupingBy(CapturedPoint::workers, TreeMap::new, Collectors.toList()));
    byWorkers.forEach((workers, points) -> {
      String name = "%s, %s".formatted(scaling.what(), Phrases.count(workers, "worker"));
      put(root, name, THROUGHPUT, mean(points, CapturedPoint::perSecond));
      if (workers > 1) {
        put(root, name, SPEED_UP, mean(points, CapturedPoint::speedUp));
      }
    });
  }

  private static Estimate mean(List<CapturedPoint> points, ToDoubleFunction<CapturedPoint> figure) {
    return Estimate.withoutInterval(
        points.stream().mapToDouble(figure).average().orElse(Double.NaN),
        CapturedScaling.ONE_TIMING);
  }

  private static void put(ObjectNode root, String name, String measure, Estimate estimate) {
    if (Double.isFinite(estimate.value())) {
      ObjectNode metric = root.withObjectProperty(name).putObject(measure);
      metric.put("value", estimate.value());
      bound(metric, "lower_value", estimate.low());
      bound(metric, "upper_value", estimate.high());
    }
  }

  private static void bound(ObjectNode metric, String name, double bound) {
    if (Double.isFinite(bound)) {
      metric.put(name, bound);
    }
  }
}
