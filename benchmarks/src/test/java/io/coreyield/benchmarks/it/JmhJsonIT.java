package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.util.ListStatistics;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code jmh.json} is what JMH 1.37 itself would have written of the same forks. */
class JmhJsonIT {

  private static final double JMH_CONFIDENCE = 0.999;
  private static final double RELATIVE = 1e-9;

  private final SeedRun seed = SeedRun.measured();

  private JsonNode platformAlone() {
    return seed.jar().json("DIR/jmh.json").values().stream()
        .filter(result -> result.has("params"))
        .filter(result -> result.get("params").get("model").stringValue().equals("platform"))
        .filter(result -> result.get("params").get("workers").stringValue().equals("1"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void hasTheKeysTypesAndFactsOfAFileThatJmhWrote() throws Exception {
    JsonNode plan = seed.jar().json("DIR/run.json").at("/origin/plan/shape");
    String time = plan.get("iterationMs").intValue() + "ms";
    Path written = Files.createTempFile(seed.jar().temporary(), "jmh", ".json");
    String arguments =
        "SummationBenchmark -p model=platform -p workers=1 -p n=4194304 -f 2 -rf json -rff %s -wi %d -i %d -w %s -r %s"
            .formatted(
                written,
                plan.get("warmupIterations").intValue(),
                plan.get("measurementIterations").intValue(),
                time,
                time);
    seed.jar().done(arguments);
    ObjectNode theirs = (ObjectNode) JsonMapper.shared().readTree(written).get(0);
    Files.delete(written);
    ObjectNode ours = (ObjectNode) platformAlone();
    assertThat(shape("", ours.get("primaryMetric")))
        .isEqualTo(shape("", theirs.get("primaryMetric")));
    assertThat(List.copyOf(ours.propertyNames())).isEqualTo(List.copyOf(theirs.propertyNames()));
    assertThat(ours.get("secondaryMetrics").isObject()).isTrue();
    for (ObjectNode result : List.of(ours, theirs)) {
      result.remove(List.of("primaryMetric", "secondaryMetrics"));
    }
    assertThat(ours).isEqualTo(theirs);
    assertThat(shape("", ours)).isEqualTo(shape("", theirs));
  }

  /** Every path in order, with its JSON type. */
  private static List<String> shape(String path, JsonNode node) {
    List<String> shape = new ArrayList<>(List.of(path + ": " + node.getNodeType()));
    node.forEachEntry((name, child) -> shape.addAll(shape(path + "/" + name, child)));
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        shape.addAll(shape(path + "/" + i, node.get(i)));
      }
    }
    return shape;
  }

  @Test
  void hasTheFiguresThatJmhComputesOfTheRawData() {
    JsonNode results = seed.jar().json("DIR/jmh.json");
    assertThat(results).as("the idle trial has none").hasSize(6);
    for (JsonNode result : results) {
      JsonNode metric = result.get("primaryMetric");
      ListStatistics statistics = new ListStatistics();
      metric
          .get("rawData")
          .forEach(fork -> fork.forEach(s -> statistics.addValue(s.doubleValue())));
      assertThat(metric.get("rawData")).hasSize(result.get("forks").intValue());
      assertEqual(metric.get("score"), statistics.getMean());
      assertEqual(metric.get("scoreError"), statistics.getMeanErrorAt(JMH_CONFIDENCE));
      double[] interval = statistics.getConfidenceIntervalAt(JMH_CONFIDENCE);
      assertEqual(metric.get("scoreConfidence").get(0), interval[0]);
      assertEqual(metric.get("scoreConfidence").get(1), interval[1]);
      metric
          .get("scorePercentiles")
          .forEachEntry((rank, value) ->
              assertEqual(value, statistics.getPercentile(Double.parseDouble(rank))));
    }
  }

  private static void assertEqual(JsonNode value, double truth) {
    if (Double.isNaN(truth)) {
      assertThat(value.stringValue()).isEqualTo("NaN");
    } else {
      assertThat(value.doubleValue()).isCloseTo(truth, within(RELATIVE * Math.abs(truth)));
    }
  }
}
