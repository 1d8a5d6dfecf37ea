package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.statistics.distribution.TDistribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * {@code jmh.json}: the scores of a run in JMH's own result format, all forks of a configuration
 * merged, for viewers of that format. Its error is JMH's, from pooled iterations; quote the
 * report's intervals, which come from forks.
 */
public final class JmhJson {

  private static final double[] PERCENTILES = {
    0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0
  };
  private static final double JMH_CONFIDENCE = 0.999;

  private JmhJson() {}

  /** Writes the file anew from the run's trials; an empty list if none gave a result. */
  public static void write(Path file, Run run) throws IOException {
    Map<Workload, List<Trial>> byWorkload =
        run.trials().stream()
            .filter(Trial::succeeded)
            // Viewers of JMH's files know one result of one benchmark with its parameters.
            .filter(trial -> !(trial.workload() instanceof Workload.AaRepeat))
            .collect(
                Collectors.groupingBy(
                    Trial::workload, LinkedHashMap::new, Collectors.toUnmodifiableList()));
    ArrayNode results = Json.MAPPER.createArrayNode();
    byWorkload.forEach((workload, trials) -> results.add(result(run, workload, trials)));
    WholeFile.write(
        file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
  }

  private static ObjectNode result(Run run, Workload workload, List<Trial> trials) {
    Environment.Jvm jvm = run.info().environment().jvm();
    Plan.TrialShape shape = run.info().plan().shape();
    boolean blocks = workload instanceof Workload.Pair;
    String time = blocks ? "single-shot" : shape.iterationMs() + " ms";
    ObjectNode result = Json.MAPPER.createObjectNode();
    result
        .put("jmhVersion", run.info().measured().jmhVersion())
        .put("benchmark", benchmark(workload))
        .put("mode", blocks ? "ss" : "avgt")
        .put("threads", 1)
        .put("forks", trials.size())
        .put("jvm", jvm.javaPath());
    jvm.arguments().forEach(result.putArray("jvmArgs")::add);
    result
        .put("jdkVersion", jvm.javaVersion())
        .put("vmName", jvm.vmName())
        .put("vmVersion", jvm.vmVersion())
        .put("warmupIterations", blocks ? shape.blocks().warmup() : shape.warmupIterations())
        .put("warmupTime", time)
        .put("warmupBatchSize", 1)
        .put(
            "measurementIterations",
            blocks ? shape.blocks().measurement() : shape.measurementIterations())
        .put("measurementTime", time)
        .put("measurementBatchSize", 1);
    switch (workload) {
      case Workload.Idle() -> {}
      case Workload.Summation(Configuration configuration) ->
          params(result.putObject("params"), configuration);
      case Workload.AaRepeat(Configuration configuration) ->
          params(result.putObject("params"), configuration);
      case Workload.Pair(CorePair pair) ->
          params(result.putObject("params"), pair, shape.blocks().windowMs());
    }
    primaryMetric(result.putObject("primaryMetric"), trials);
    result.putObject("secondaryMetrics");
    return result;
  }

  private static String benchmark(Workload workload) {
    return switch (workload) {
      case Workload.Idle() -> "io.coreyield.benchmarks.IdleBenchmark.idle";
      case Workload.Summation(Configuration _), Workload.AaRepeat(Configuration _) ->
          "io.coreyield.benchmarks.SummationBenchmark.sum";
      case Workload.Pair(CorePair _) -> "io.coreyield.benchmarks.SiblingBenchmark.block";
    };
  }

  private static void params(ObjectNode params, Configuration configuration) {
    params.put("kernel", configuration.kernel().id());
    params.put("model", configuration.model().id());
    params.put("n", Long.toString(configuration.elements()));
    params.put("placement", configuration.placement().id());
    params.put("scaling", configuration.scaling().id());
    params.put("workers", Integer.toString(configuration.workers()));
  }

  private static void params(ObjectNode params, CorePair pair, int windowMs) {
    params.put("first", Integer.toString(pair.first()));
    params.put("kernel", pair.kernel().id());
    params.put("model", pair.model().id());
    params.put("other", CorePair.cpuText(pair.other()));
    params.put("second", CorePair.cpuText(pair.second()));
    params.put("windowMs", Integer.toString(windowMs));
  }

  private static void primaryMetric(ObjectNode metric, List<Trial> trials) {
    double[] scores = trials.stream().flatMapToDouble(t -> Arrays.stream(scores(t))).toArray();
    double mean = Arrays.stream(scores).average().orElseThrow();
    double error = error(scores, mean);
    metric.put("score", mean);
    metric.set("scoreError", number(error));
    metric.putArray("scoreConfidence").add(number(mean - error)).add(number(mean + error));
    double[] sorted = Arrays.stream(scores).sorted().toArray();
    ObjectNode percentiles = metric.putObject("scorePercentiles");
    for (double rank : PERCENTILES) {
      percentiles.put(Double.toString(rank), percentile(sorted, rank));
    }
    metric.put("scoreUnit", "ms/op");
    ArrayNode rawData = metric.putArray("rawData");
    for (Trial trial : trials) {
      ArrayNode fork = rawData.addArray();
      Arrays.stream(scores(trial)).forEach(fork::add);
    }
  }

  private static double[] scores(Trial trial) {
    return trial.measurements().stream()
        .map(Iteration::score)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  /** JMH writes NaN as a string. */
  private static JsonNode number(double value) {
    return Double.isNaN(value) ? StringNode.valueOf("NaN") : DoubleNode.valueOf(value);
  }

  /** Half of JMH's 99.9 % interval of the mean over pooled iterations; NaN below three. */
  private static double error(double[] scores, double mean) {
    if (scores.length <= 2) {
      return Double.NaN;
    }
    double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    double deviation = Math.sqrt(squares / (scores.length - 1));
    double t =
        TDistribution.of(scores.length - 1.0)
            .inverseCumulativeProbability(1 - (1 - JMH_CONFIDENCE) / 2);
    return t * deviation / Math.sqrt(scores.length);
  }

  /** As JMH does it: linear between order statistics at rank·(n+1), clamped to the extremes. */
  private static double percentile(double[] sorted, double rank) {
    double position = rank / 100 * (sorted.length + 1);
    int below = (int) Math.floor(position);
    if (below < 1) {
      return sorted[0];
    }
    if (below >= sorted.length) {
      return sorted[sorted.length - 1];
    }
    return sorted[below - 1] + (position - below) * (sorted[below] - sorted[below - 1]);
  }
}
