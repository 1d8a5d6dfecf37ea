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
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
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
    return write(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)), trials);
  }

  private JsonNode write(Run run, List<Trial> trials) throws IOException {
    Path file = directory.resolve("jmh.json");
    JmhJson.write(file, new Run(run.info(), trials, run.load(), List.of()));
    return JsonMapper.shared().readTree(file);
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
  void leavesOutFailedTrialsAndIdleOnes() throws IOException {
    Trial failed =
        new Trial(
            0,
            0,
            0,
            new Workload.Summation(CONFIGURATION),
            1,
            2,
            null,
            List.of(),
            "the fork ended early");
    Trial idle =
        new Trial(
            2,
            0,
            0,
            new Workload.Idle(),
            1,
            2,
            null,
            List.of(iteration(0, Phase.MEASUREMENT, 100.0)),
            null);

    assertThat(write(List.of(failed, idle))).isEmpty();
    assertThat(write(List.of(failed, idle, trial(1, 1, 2, 3)))).hasSize(1);
  }

  @Test
  void theOrderIsThatOfWhatRanAndNotOfTheTrials() throws IOException {
    Run run = PairedRuns.full();
    List<String> inOrder = names(write(run, run.trials()));
    List<Trial> shuffled = new ArrayList<>(run.trials());
    Collections.shuffle(shuffled, new Random(1));

    assertThat(names(write(run, shuffled))).isEqualTo(inOrder);
    assertThat(inOrder).hasSize(2 * 4 + 6 * 4);
    assertThat(inOrder.subList(0, 9))
        .containsExactly(
            "sum kernel=range model=platform n=67108864 placement=os scaling=weak workers=1",
            "sum kernel=range model=platform n=67108864 placement=os scaling=weak workers=2",
            "sum kernel=range model=platform n=67108864 placement=os scaling=weak workers=4",
            "sum kernel=range model=platform n=67108864 placement=os scaling=weak workers=8",
            "sum kernel=range model=global-lock n=67108864 placement=os scaling=weak workers=1",
            "sum kernel=range model=global-lock n=67108864 placement=os scaling=weak workers=2",
            "sum kernel=range model=global-lock n=67108864 placement=os scaling=weak workers=4",
            "sum kernel=range model=global-lock n=67108864 placement=os scaling=weak workers=8",
            "block first=0 kernel=range model=platform other=1 second=4 windowMs=30");
  }

  /** The file is noise-free but for 0.4 %, so means of forks are near what it was made of. */
  @Test
  void blocksHaveTheirYieldAndControlsAsSecondaryMetrics() throws IOException {
    Run run = PairedRuns.full();
    for (JsonNode result : write(run, run.trials())) {
      if (result.get("mode").asString().equals("ss")) {
        Kernel kernel = Kernel.of(result.at("/params/kernel").asString());
        JsonNode metrics = result.get("secondaryMetrics");
        assertThat(metrics.at("/yield/score").asDouble())
            .isCloseTo(PairedRuns.YIELDS.getOrDefault(kernel, Double.NaN), within(0.02));
        assertThat(metrics.at("/floor/score").asDouble()).isCloseTo(0, within(0.02));
        assertThat(metrics.at("/ceiling/score").asDouble())
            .isCloseTo(PairedRuns.CEILING, within(0.02));
        assertThat(metrics.at("/yield/rawData")).hasSize(3).allMatch(fork -> fork.size() == 1);
      }
    }
  }

  @Test
  void theLoadOfEveryForkIsASecondaryMetric() throws IOException {
    Run run = SimulatedRuns.quick(SimulatedRuns.machine(2, 2));
    for (JsonNode result : write(run, run.trials())) {
      double mostBusy = Math.min(4, result.at("/params/workers").asInt()) + 0.1;
      JsonNode busy = result.at("/secondaryMetrics/load.busy");
      assertThat(busy.get("score").asDouble()).isBetween(0.9, mostBusy);
      assertThat(busy.get("scoreUnit").asString()).isEqualTo("CPUs");
      assertThat(busy.get("rawData")).hasSize(result.get("forks").asInt());
      assertThat(result.get("secondaryMetrics").propertyNames())
          .contains("load.background", "load.cpu0", "load.cpu3", "time.real", "time.user");
    }
  }

  /**
   * What JMH visualizer relies on (functions/parse.js, models/extractor): a name has its class
   * before the last dot; the key of an entry is its method and parameters, split at blanks and
   * equals signs again, and one key twice would be two runs; all entries of a class have the same
   * parameters; scores and raw data are numbers, and only an error may be the text NaN.
   */
  @Test
  void jmhVisualizerCanReadIt() throws IOException {
    Run run = PairedRuns.full();
    JsonNode results = write(run, run.trials());

    assertThat(names(results)).doesNotHaveDuplicates();
    for (JsonNode result : results) {
      assertThat(result.get("benchmark").asString()).matches("[\\w.]+\\.[A-Z]\\w+\\.\\w+");
      assertThat(result.get("mode").asString()).isIn("avgt", "ss");
      result
          .get("params")
          .forEachEntry(
              (name, value) -> assertThat(name + value.stringValue()).doesNotContain(" ", "="));
      requireNumbers(result.get("primaryMetric"));
      assertThat(result.get("secondaryMetrics"))
          .isNotEmpty()
          .allSatisfy(JmhJsonTest::requireNumbers);
    }
    Map<String, Set<Set<String>>> parameters =
        results.values().stream()
            .collect(
                Collectors.groupingBy(
                    r -> r.get("benchmark").asString(),
                    Collectors.mapping(
                        r -> Set.copyOf(r.get("params").propertyNames()), Collectors.toSet())));
    assertThat(parameters.values()).hasSize(2).allSatisfy(sets -> assertThat(sets).hasSize(1));
  }

  private static void requireNumbers(JsonNode metric) {
    assertThat(metric.get("score").isNumber()).isTrue();
    assertThat(metric.get("scoreError").isNumber() || metric.get("scoreError").isString()).isTrue();
    assertThat(metric.get("scoreUnit").isString()).isTrue();
    assertThat(metric.get("scorePercentiles").values()).allMatch(JsonNode::isNumber);
    assertThat(metric.get("rawData").values())
        .isNotEmpty()
        .allSatisfy(fork -> assertThat(fork.values()).allMatch(JsonNode::isNumber));
  }

  /** The method and its parameters, as a viewer tells entries apart. */
  private static List<String> names(JsonNode results) {
    List<String> names = new ArrayList<>();
    for (JsonNode result : results) {
      StringBuilder name =
          new StringBuilder(result.get("benchmark").asString().replaceAll(".*\\.", ""));
      result
          .get("params")
          .forEachEntry((key, value) -> name.append(" %s=%s".formatted(key, value.stringValue())));
      names.add(name.toString());
    }
    return names;
  }
}
