package io.coreyield.analysis.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmhJsonTest {

  private static final List<String> RANKS =
      List.of("0.0", "50.0", "90.0", "95.0", "99.0", "99.9", "99.99", "99.999", "99.9999", "100.0");
  private static final Configuration CONFIGURATION =
      new Configuration(
          Kernel.RANGE_DOUBLE, ConcurrencyModel.FORK_JOIN, 3, 1000, Scaling.STRONG, Placement.SAME);

  @TempDir Path directory;

  private JsonNode write(List<Trial> trials) throws IOException {
    Run quick = SimulatedRuns.quick(SimulatedRuns.machine(2, 2));
    Path file = directory.resolve("jmh.json");
    JmhJson.write(file, new Run(quick.info(), trials, quick.load(), List.of()));
    return new JsonMapper().readTree(file);
  }

  private static Trial trial(int number, double... scores) {
    List<Iteration> iterations = new ArrayList<>();
    iterations.add(iteration(0, Phase.WARMUP, null));
    for (double score : scores) {
      iterations.add(iteration(iterations.size(), Phase.MEASUREMENT, score));
    }
    return new Trial(
        number,
        number,
        number,
        new Workload.Summation(CONFIGURATION),
        1,
        2,
        null,
        iterations,
        null);
  }

  private static Iteration iteration(int index, Phase phase, @Nullable Double score) {
    return new Iteration(index, phase, 1, 2, 1, score, 0, List.of(), null, Set.of());
  }

  private static List<Double> percentiles(JsonNode metric) {
    return RANKS.stream().map(rank -> metric.get("scorePercentiles").get(rank).asDouble()).toList();
  }

  /**
   * R 4: {@code x <- c(12.5, 12.75, 12.6, 13.4, 12.55, 12.9, 12.65, 12.45, 14.2); m <- mean(x); e
   * <- qt(0.9995, length(x)-1)*sd(x)/sqrt(length(x)); quantile(x, c(0,.5,.9,.95,.99,.999,.9999,
   * .99999,.999999,1), type=6)}. Type 6 is the rule that JMH follows.
   */
  @Test
  void statisticsOfThreeForks() throws IOException {
    JsonNode metric =
        write(
                List.of(
                    trial(0, 12.5, 12.75, 12.6),
                    trial(1, 13.4, 12.55, 12.9),
                    trial(2, 12.65, 12.45, 14.2)))
            .get(0)
            .get("primaryMetric");

    assertThat(metric.get("score").asDouble()).isCloseTo(12.88888888888889, within(1e-13));
    assertThat(metric.get("scoreError").asDouble()).isCloseTo(0.9577907058398524, within(1e-11));
    assertThat(metric.get("scoreConfidence").get(0).asDouble())
        .isCloseTo(11.931098183049038, within(1e-11));
    assertThat(metric.get("scoreConfidence").get(1).asDouble())
        .isCloseTo(13.84667959472874, within(1e-11));
    assertThat(percentiles(metric))
        .containsExactly(12.45, 12.65, 14.2, 14.2, 14.2, 14.2, 14.2, 14.2, 14.2, 14.2);
    assertThat(metric.get("rawData").toString())
        .isEqualTo("[[12.5,12.75,12.6],[13.4,12.55,12.9],[12.65,12.45,14.2]]");
  }

  /** R 4: the same, with {@code x <- 10 + (((1:40)*37) %% 41)/8}. */
  @Test
  void statisticsOfFortyIterations() throws IOException {
    double[] scores =
        IntStream.rangeClosed(1, 40).mapToDouble(i -> 10 + i * 37 % 41 / 8.0).toArray();
    JsonNode metric = write(List.of(trial(0, scores))).get(0).get("primaryMetric");

    assertThat(metric.get("score").asDouble()).isEqualTo(12.5625);
    assertThat(metric.get("scoreError").asDouble()).isCloseTo(0.822113763671032, within(1e-11));
    List<Double> expected =
        List.of(10.125, 12.5625, 14.6125, 14.86875, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0);
    List<Double> actual = percentiles(metric);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).as(RANKS.get(i)).isCloseTo(expected.get(i), within(1e-12));
    }
  }

  @Test
  void belowThreeIterationsThereIsNoError() throws IOException {
    JsonNode metric = write(List.of(trial(0, 3.5), trial(1, 4.5))).get(0).get("primaryMetric");

    assertThat(metric.get("score").asDouble()).isEqualTo(4.0);
    assertThat(metric.get("scoreError").asString()).isEqualTo("NaN");
    assertThat(metric.get("scoreConfidence").toString()).isEqualTo("[\"NaN\",\"NaN\"]");
  }

  @Test
  void describesTheConfiguration() throws IOException {
    JsonNode result = write(List.of(trial(0, 1, 2, 3), trial(1, 1, 2, 3))).get(0);

    assertThat(result.propertyNames())
        .containsExactly(
            ("jmhVersion benchmark mode threads forks jvm jvmArgs jdkVersion vmName vmVersion"
                    + " warmupIterations warmupTime warmupBatchSize measurementIterations"
                    + " measurementTime measurementBatchSize params primaryMetric secondaryMetrics")
                .split(" ", -1));
    assertThat(result.get("benchmark").asString())
        .isEqualTo("io.coreyield.benchmarks.SummationBenchmark.sum");
    assertThat(result.get("forks").asInt()).isEqualTo(2);
    assertThat(result.get("params").toString())
        .isEqualTo(
            "{\"kernel\":\"range-double\",\"model\":\"fork-join\",\"n\":\"1000\","
                + "\"placement\":\"same\",\"scaling\":\"strong\",\"workers\":\"3\"}");
  }

  @Test
  void leavesOutFailedTrials() throws IOException {
    Trial failed =
        new Trial(0, 0, 0, new Workload.Idle(), 1, 2, null, List.of(), "the fork ended early");

    assertThat(write(List.of(failed))).isEmpty();
    assertThat(write(List.of(failed, trial(1, 1, 2, 3)))).hasSize(1);
  }
}
