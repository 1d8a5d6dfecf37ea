package io.coreyield.analysis.recording;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.TDistribution;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The scores of one metric as JMH writes them, with JMH's statistics of all forks pooled.
 *
 * @param forks the scores of each fork, finite; at least one score in all
 */
record JmhScores(List<double[]> forks, String unit) {

  private static final double[] PERCENTILES = {
    0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0
  };
  private static final double CONFIDENCE = 0.999;

  void write(ObjectNode metric) {
    double[] scores = forks.stream().flatMapToDouble(Arrays::stream).toArray();
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
    metric.put("scoreUnit", unit);
    ArrayNode rawData = metric.putArray("rawData");
    for (double[] fork : forks) {
      Arrays.stream(fork).forEach(rawData.addArray()::add);
    }
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
            .inverseCumulativeProbability(1 - (1 - CONFIDENCE) / 2);
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
