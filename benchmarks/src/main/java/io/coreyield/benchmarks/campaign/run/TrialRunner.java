package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.CohabitBenchmark;
import io.coreyield.benchmarks.IdleBenchmark;
import io.coreyield.benchmarks.SiblingBenchmark;
import io.coreyield.benchmarks.SummationBenchmark;
import io.coreyield.benchmarks.load.IterationReport;
import io.coreyield.benchmarks.load.LoadSink;
import io.coreyield.benchmarks.load.TrialListener;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.Oshi;
import io.coreyield.benchmarks.machine.PlacementOrder;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs each trial as a JMH fork on this machine. */
final class TrialRunner implements TrialSource {

  private final TrialListener listener;
  private final Topology topology;
  private final long runSeed;
  private final List<String> jvmArguments;
  private final CrashReports crashes;
  private final BitSet cpusAtStart;
  private @Nullable Warning cpusChanged;

  /**
   * Starts sampling the load.
   *
   * @param jvmArguments of every fork
   * @param crashes where its forks leave reports
   * @throws IOException if the temporary directory cannot hold a socket
   */
  TrialRunner(
      Oshi oshi, RunInfo info, LoadSink sink, List<String> jvmArguments, CrashReports crashes)
      throws IOException {
    this.jvmArguments = new ArrayList<>(jvmArguments);
    this.jvmArguments.addAll(crashes.jvmArguments());
    this.crashes = crashes;
    this.cpusAtStart = ThreadAffinity.allowed().orElseGet(BitSet::new);
    this.listener = TrialListener.open(oshi, sink, info.plan().sampleIntervalMs());
    this.topology = info.machine().topology();
    this.runSeed = info.measured().seed();
  }

  @Override
  public Trial run(Workload workload, Plan plan, int number, int round, int fork, Duration limit) {
    Jmh.silence();
    listener.take();
    Optional<CpuUse> before = ProcessClock.endedChildren();
    Set<String> crashesBefore = crashes.names();
    long startNs = System.nanoTime();
    Result result;
    try (Watchdog watchdog = new Watchdog(limit)) {
      result = runFork(workload, plan, runSeed + number, watchdog);
    }
    long endNs = System.nanoTime();
    lookAtCpus();
    CpuUse use = ProcessClock.endedChildren().flatMap(now -> before.map(now::since)).orElse(null);
    String failure =
        result.failure() == null ? null : crashes.named(result.failure(), crashesBefore);
    return new Trial(
        number, round, fork, workload, startNs, endNs, use, result.iterations(), failure);
  }

  @Override
  public List<Warning> warnings() {
    return Stream.of(samplesMissed(), Optional.ofNullable(cpusChanged))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Forks run on the logical CPUs of the thread that starts them. */
  private void lookAtCpus() {
    if (cpusChanged == null) {
      cpusChanged =
          ThreadAffinity.allowed()
              .flatMap(now -> FitnessCheck.ofCpus(topology, cpusAtStart, now))
              .orElse(null);
    }
  }

  private Optional<Warning> samplesMissed() {
    return listener.failures() == 0
        ? Optional.empty()
        : Optional.of(
            new Warning(
                "samples-missed",
                "%d samples of the load could not be taken or stored"
                    .formatted(listener.failures()),
                "check that no CPU went off line during the run and that the disk is not full"));
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  /** What a fork gave; the failure is null if it gave a score for every measurement iteration. */
  private record Result(List<Iteration> iterations, @Nullable String failure) {}

  private Result runFork(Workload workload, Plan plan, long seed, Watchdog watchdog) {
    List<Double> scores;
    String failure = null;
    ForkOutput output = new ForkOutput();
    try {
      scores = scores(new Runner(options(workload, plan, seed).build(), output.format()).run());
    } catch (RunnerException e) {
      scores = List.of();
      failure = watchdog.hasBarked() ? watchdog.message() : output.explain(Jmh.reason(e));
    }
    List<TrialListener.IterationEvent> events = listener.take();
    if (failure == null && events.stream().anyMatch(event -> event.report().operations() == 0)) {
      failure = "an iteration completed no operation";
    }
    long measured =
        events.stream().filter(event -> event.report().phase() == Phase.MEASUREMENT).count();
    if (failure == null && scores.size() != measured) {
      failure =
          "JMH gave %d scores and the fork reported %d iterations"
              .formatted(scores.size(), measured);
    }
    return new Result(iterations(events, scores), failure);
  }

  private static List<Iteration> iterations(
      List<TrialListener.IterationEvent> events, List<Double> scores) {
    List<Iteration> iterations = new ArrayList<>();
    Iterator<Double> score = scores.iterator();
    for (TrialListener.IterationEvent event : events) {
      IterationReport report = event.report();
      if (report.operations() > 0) {
        boolean scored = report.phase() == Phase.MEASUREMENT && score.hasNext();
        iterations.add(
            report.toIteration(iterations.size(), scored ? score.next() : null, event.counters()));
      }
    }
    return iterations;
  }

  private static List<Double> scores(Collection<RunResult> results) {
    return results.stream()
        .flatMap(result -> result.getBenchmarkResults().stream())
        .flatMap(fork -> fork.getIterationResults().stream())
        .map(iteration -> iteration.getPrimaryResult().getScore())
        .toList();
  }

  private ChainedOptionsBuilder options(Workload workload, Plan plan, long seed) {
    TimeValue time = TimeValue.milliseconds(plan.shape().iterationMs());
    List<String> arguments = new ArrayList<>(jvmArguments);
    arguments.add(listener.jvmArgument());
    arguments.add(ForkProperties.arraysArgument(plan.arrays()));
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .timeUnit(TimeUnit.MILLISECONDS)
            .forks(1)
            .warmupIterations(plan.shape().warmupIterations())
            .warmupTime(time)
            .measurementIterations(plan.shape().measurementIterations())
            .measurementTime(time)
            .shouldFailOnError(true);
    switch (workload) {
      case Workload.Idle() -> options.include(exactly(IdleBenchmark.class)).mode(Mode.AverageTime);
      case Workload.Summation(Configuration configuration) ->
          summation(configuration, options, arguments);
      case Workload.AaRepeat(Configuration configuration) ->
          summation(configuration, options, arguments);
      case Workload.Pair(CorePair pair) -> {
        options.include(exactly(SiblingBenchmark.class));
        blocks(pair, plan.shape().blocks(), seed, options, arguments);
      }
      case Workload.Mixed(MixedPair mixed) -> {
        options.include(exactly(CohabitBenchmark.class)).param("beside", mixed.beside().id());
        blocks(mixed.pair(), plan.shape().blocks(), seed, options, arguments);
      }
    }
    return options.jvmArgsAppend(arguments.toArray(String[]::new));
  }

  private static void blocks(
      CorePair pair,
      Plan.Blocks blocks,
      long seed,
      ChainedOptionsBuilder options,
      List<String> arguments) {
    options
        .mode(Mode.SingleShotTime)
        .warmupIterations(blocks.warmup())
        .measurementIterations(blocks.measurement());
    params(options, pair, blocks.windowMs());
    arguments.add(ForkProperties.seedArgument(seed));
    if (Runtime.getRuntime().availableProcessors() < 2) {
      // Two workers that are to run at once need a carrier each, whatever a quota says.
      arguments.add("-Djdk.virtualThreadScheduler.parallelism=2");
    }
  }

  private void summation(
      Configuration configuration, ChainedOptionsBuilder options, List<String> arguments) {
    // The fork warms up by itself.
    options.include(exactly(SummationBenchmark.class)).mode(Mode.AverageTime).warmupIterations(0);
    params(options, configuration);
    List<Integer> cpus =
        PlacementOrder.of(configuration.placement(), topology, configuration.workers());
    arguments.add(ForkProperties.cpusArgument(cpus));
  }

  private static void params(ChainedOptionsBuilder options, Configuration configuration) {
    options
        .param("kernel", configuration.kernel().id())
        .param("model", configuration.model().id())
        .param("workers", Integer.toString(configuration.workers()))
        .param("n", Long.toString(configuration.elements()))
        .param("scaling", configuration.scaling().id())
        .param("placement", configuration.placement().id());
  }

  private static void params(ChainedOptionsBuilder options, CorePair pair, int windowMs) {
    options
        .param("kernel", pair.kernel().id())
        .param("model", pair.model().id())
        .param("first", Integer.toString(pair.first()))
        .param("second", CorePair.cpuText(pair.second()))
        .param("other", CorePair.cpuText(pair.other()))
        .param("windowMs", Integer.toString(windowMs));
  }

  private static String exactly(Class<?> benchmark) {
    return "^" + Pattern.quote(benchmark.getName()) + "\\.";
  }
}
