package io.coreyield.analysis.recording;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.file.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code jmh.json}: the scores of a run in JMH's own result format, all forks of a configuration
 * merged, for viewers of that format. Its error is JMH's, from pooled iterations; quote the
 * report's intervals, which come from forks. The idle trial has no entry, as its score is the
 * length of a sleep, and nor has the second side of the A/A control: viewers know one result of one
 * benchmark with its parameters.
 */
public final class JmhJson {

  // By what ran, whatever the order of the trials: two runs are read side by side.
  private static final Comparator<Configuration> BY_CONFIGURATION =
      Comparator.comparing(Configuration::kernel)
          .thenComparing(Configuration::model)
          .thenComparing(Configuration::placement)
          .thenComparing(Configuration::scaling)
          .thenComparingLong(Configuration::elements)
          .thenComparingInt(Configuration::workers);

  private static final Comparator<CorePair> BY_PAIR =
      Comparator.comparing(CorePair::kernel)
          .thenComparing(CorePair::model)
          .thenComparingInt(CorePair::first)
          .thenComparing(CorePair::second, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(CorePair::other, Comparator.nullsFirst(Comparator.naturalOrder()));

  private static final Comparator<MixedPair> BY_MIXED =
      Comparator.comparing(MixedPair::pair, BY_PAIR).thenComparing(MixedPair::beside);

  private JmhJson() {}

  /** Writes the file anew from the run's trials; an empty list if none gave a result. */
  public static void write(Path file, Run run) throws IOException {
    ArrayNode results = Json.MAPPER.createArrayNode();
    by(Trial::configuration, BY_CONFIGURATION, run)
        .forEach((configuration, trials) ->
            write(results.addObject(), run, summation(run, configuration), trials));
    by(Trial::pair, BY_PAIR, run)
        .forEach((pair, trials) -> write(results.addObject(), run, block(run, pair), trials));
    by(Trial::mixed, BY_MIXED, run)
        .forEach((mixed, trials) -> write(results.addObject(), run, block(run, mixed), trials));
    WholeFile.write(
        file, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n");
  }

  private static <K> Map<K, List<Trial>> by(
      Function<Trial, Stream<K>> key, Comparator<K> order, Run run) {
    Map<K, List<Trial>> sorted = new TreeMap<>(order);
    for (Trial trial : run.trials()) {
      if (trial.succeeded()) {
        key.apply(trial).forEach(k -> sorted.computeIfAbsent(k, _ -> new ArrayList<>()).add(trial));
      }
    }
    return sorted;
  }

  /** What JMH calls the parameters of a benchmark. */
  private record Benchmark(
      String name,
      String mode,
      int warmups,
      int measurements,
      String time,
      Map<String, String> params) {}

  private static Benchmark summation(Run run, Configuration configuration) {
    Plan.TrialShape shape = run.info().plan().shape();
    return new Benchmark(
        "io.coreyield.benchmarks.SummationBenchmark.sum",
        "avgt",
        shape.warmupIterations(),
        shape.measurementIterations(),
        shape.iterationMs() + " ms",
        new TreeMap<>(
            Map.of(
                "kernel", configuration.kernel().id(),
                "model", configuration.model().id(),
                "n", Long.toString(configuration.elements()),
                "placement", configuration.placement().id(),
                "scaling", configuration.scaling().id(),
                "workers", Integer.toString(configuration.workers()))));
  }

  private static Benchmark block(Run run, CorePair pair) {
    return block(run, "SiblingBenchmark", pair, Map.of());
  }

  private static Benchmark block(Run run, MixedPair mixed) {
    return block(run, "CohabitBenchmark", mixed.pair(), Map.of("beside", mixed.beside().id()));
  }

  private static Benchmark block(Run run, String name, CorePair pair, Map<String, String> more) {
    Plan.Blocks blocks = run.info().plan().shape().blocks();
    SortedMap<String, String> params = new TreeMap<>(more);
    params.putAll(
        Map.of(
            "first", Integer.toString(pair.first()),
            "kernel", pair.kernel().id(),
            "model", pair.model().id(),
            "other", CorePair.cpuText(pair.other()),
            "second", CorePair.cpuText(pair.second()),
            "windowMs", Integer.toString(blocks.windowMs())));
    return new Benchmark(
        "io.coreyield.benchmarks.%s.block".formatted(name),
        "ss",
        blocks.warmup(),
        blocks.measurement(),
        "single-shot",
        params);
  }

  private static void write(ObjectNode result, Run run, Benchmark benchmark, List<Trial> trials) {
    Environment.Jvm jvm = run.info().environment().jvm();
    result
        .put("jmhVersion", run.info().measured().jmhVersion())
        .put("benchmark", benchmark.name())
        .put("mode", benchmark.mode())
        .put("threads", 1)
        .put("forks", trials.size())
        .put("jvm", jvm.javaPath());
    jvm.arguments().forEach(result.putArray("jvmArgs")::add);
    result
        .put("jdkVersion", jvm.javaVersion())
        .put("vmName", jvm.vmName())
        .put("vmVersion", jvm.vmVersion())
        .put("warmupIterations", benchmark.warmups())
        .put("warmupTime", benchmark.time())
        .put("warmupBatchSize", 1)
        .put("measurementIterations", benchmark.measurements())
        .put("measurementTime", benchmark.time())
        .put("measurementBatchSize", 1);
    benchmark.params().forEach(result.putObject("params")::put);
    new JmhScores(trials.stream().map(JmhJson::scores).toList(), "ms/op")
        .write(result.putObject("primaryMetric"));
    secondaryMetrics(
        result.putObject("secondaryMetrics"),
        trials.stream().map(trial -> metrics(run, trial)).toList());
  }

  private static double[] scores(Trial trial) {
    return trial.measurements().stream()
        .map(Iteration::score)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static List<ForkMetric> metrics(Run run, Trial trial) {
    List<Iteration> measured = trial.measurements();
    return Stream.of(
            trial.mixed().findAny().isPresent()
                ? ForkMetric.ofMixed(measured)
                : ForkMetric.ofBlocks(measured),
            ForkMetric.of(run.load(), measured, ForkMetric.showsEachCpu(run.load())))
        .flatMap(List::stream)
        .toList();
  }

  /** One value per fork; none of a fork that lacks the metric. */
  private static void secondaryMetrics(ObjectNode node, List<List<ForkMetric>> forks) {
    Map<String, String> units = new LinkedHashMap<>();
    forks.stream().flatMap(List::stream).forEach(m -> units.putIfAbsent(m.label(), m.unit()));
    units.forEach((label, unit) ->
        new JmhScores(forks.stream().map(fork -> values(fork, label)).toList(), unit)
            .write(node.putObject(label)));
  }

  private static double[] values(List<ForkMetric> fork, String label) {
    return fork.stream()
        .filter(metric -> metric.label().equals(label))
        .mapToDouble(ForkMetric::value)
        .toArray();
  }
}
