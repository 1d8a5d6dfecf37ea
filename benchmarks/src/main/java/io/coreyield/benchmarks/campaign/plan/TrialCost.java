package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.machine.Bursts;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long trials take: a guess from the configuration, corrected by what was seen as soon as one
 * has run. Not thread-safe.
 */
public final class TrialCost {

  /** A fork that others keep from starting for some seconds is not hung. */
  private static final Duration LEAST_LIMIT = Duration.ofSeconds(10);

  private static final Duration LEAST_LIMIT_OF_A_GUESS = Duration.ofSeconds(60);

  private static final double FORK_SECONDS = 0.5;
  private static final double WINDOW_LEAD_MS = 4;

  /** A warm-up ends after 3 operations that are alike, or 6 or more that show no changepoint. */
  private static final int WARM_UP_OPERATIONS = 5;

  /** Making and filling an array, as seen at 720 MiB. */
  private static final double SECONDS_PER_ARRAY_BYTE = 0.8e-9;

  private static final double WORKER_JVM_SECONDS = 0.2;
  private static final double GUESSED_CLOCK_GHZ = 3.0;

  /** What handing the lock over adds to the work, as seen on Linux machines of 2 to 16 CPUs. */
  private static final double GLOBAL_LOCK_FACTOR = 2.5;

  private final int logicalCpus;
  private final double quotaCpus;
  private final double restMs;
  private final Map<Workload, Seen> seen = new HashMap<>();
  private final Map<Workload, Seen> failed = new HashMap<>();
  private double seenOverGuessed = 1;

  /** Mean time of the trials of one workload, and the mean of the guesses for them. */
  private record Seen(int trials, double seconds, double guessed) {

    static final Seen NONE = new Seen(0, 0, 0);

    Seen plus(double moreSeconds, double moreGuessed) {
      int n = trials + 1;
      return new Seen(
          n, seconds + (moreSeconds - seconds) / n, guessed + (moreGuessed - guessed) / n);
    }
  }

  /** On the logical CPUs that this process may use, and under the quota of the machine. */
  public TrialCost(Machine machine) {
    this.logicalCpus = machine.topology().usable().logicalCpus();
    this.quotaCpus = machine.bindingQuota().map(CpuQuota::cpus).orElse(Double.POSITIVE_INFINITY);
    this.restMs = Bursts.under(machine.quota()).restMs();
  }

  /** Seconds that the next trial will take, no less than failed trials of the workload took. */
  public double seconds(Workload workload, Plan plan) {
    Seen failures = failed.getOrDefault(cost(workload), Seen.NONE);
    return Math.max(failures.seconds(), secondsOfSuccess(workload, plan));
  }

  /** Seconds that the trials of a round will take. */
  public double roundSeconds(Plan plan, long seed, int round) {
    return RoundOrder.of(plan, seed, round).stream().mapToDouble(w -> seconds(w, plan)).sum();
  }

  /** Seconds that a trial will take if it gives a result. */
  public double secondsOfSuccess(Workload workload, Plan plan) {
    Seen successes = seen.get(cost(workload));
    double ratio = successes == null ? seenOverGuessed : successes.seconds() / successes.guessed();
    return guess(workload, plan) * ratio;
  }

  /**
   * How long the next trial may take before it counts as hung: three times what is expected after
   * others of its workload, and no less than 10 s; ten times the guess before them, and no less
   * than 60 s.
   */
  public Duration limit(Workload workload, Plan plan) {
    boolean isKnown = seen.containsKey(cost(workload));
    double seconds = (isKnown ? 3 : 10) * secondsOfSuccess(workload, plan);
    Duration least = isKnown ? LEAST_LIMIT : LEAST_LIMIT_OF_A_GUESS;
    return Collections.max(List.of(least, Duration.ofMillis((long) (1e3 * seconds))));
  }

  /** Learns from a trial that ran by this plan; a failed one counts only for its own workload. */
  public void learn(Trial trial, Plan plan) {
    Workload key = cost(trial.workload());
    Map<Workload, Seen> kind = trial.succeeded() ? seen : failed;
    Seen before = kind.getOrDefault(key, Seen.NONE);
    kind.put(key, before.plus(trial.wallSeconds(), guess(trial.workload(), plan)));
    double seconds = seen.values().stream().mapToDouble(Seen::seconds).sum();
    double guessed = seen.values().stream().mapToDouble(Seen::guessed).sum();
    seenOverGuessed = seen.isEmpty() ? 1 : seconds / guessed;
  }

  /** One key for what costs the same: both names of the control, and all cores. */
  private static Workload cost(Workload workload) {
    return switch (workload) {
      case Workload.AaRepeat(Configuration configuration) -> new Workload.Summation(configuration);
      case Workload.Pair(CorePair pair) -> new Workload.Pair(onAnyCore(pair));
      case Workload.Mixed(MixedPair mixed) ->
          new Workload.Mixed(new MixedPair(onAnyCore(mixed.pair()), mixed.beside()));
      case Workload.Idle(), Workload.Summation(Configuration _) -> workload;
    };
  }

  private static CorePair onAnyCore(CorePair pair) {
    return new CorePair(
        pair.kernel(),
        pair.model(),
        0,
        pair.second() == null ? null : 1,
        pair.other() == null ? null : 2);
  }

  private double guess(Workload workload, Plan plan) {
    int measured = plan.shape().measurementIterations();
    int warmups = plan.shape().warmupIterations();
    return switch (workload) {
      case Workload.Idle() ->
          forkSeconds() + (warmups + measured) * plan.shape().iterationMs() / 1e3;
      case Workload.Pair(CorePair pair) ->
          blocksSeconds(pair, pair.arms().size(), plan)
              + (pair.hasOneCpu() ? 2 : 1) * arraySeconds(pair.kernel(), plan);
      case Workload.Mixed(MixedPair mixed) ->
          // The workers fill their arrays at once.
          blocksSeconds(mixed.pair(), mixed.arms().size(), plan)
              + Math.max(arraySeconds(mixed.kernel(0), plan), arraySeconds(mixed.kernel(1), plan));
      case Workload.AaRepeat(Configuration configuration) ->
          guess(new Workload.Summation(configuration), plan);
      case Workload.Summation(Configuration configuration) -> {
        double operation = operationSeconds(configuration);
        // An iteration ends with the operation that passes its time.
        double iteration = Math.max(operation, plan.shape().iterationMs() / 1e3 + operation / 2);
        double warmup = Math.clamp(WARM_UP_OPERATIONS * operation, operation, iteration);
        yield forkSeconds()
            + workerStart(configuration)
            + onOneCpu(configuration) * arraySeconds(configuration.kernel(), plan)
            + warmups * warmup
            + measured * iteration;
      }
    };
  }

  /** The fork, its workers and their blocks. */
  private double blocksSeconds(CorePair pair, int arms, Plan plan) {
    int blocks = plan.shape().blocks().warmup() + plan.shape().blocks().measurement();
    double window = (plan.shape().blocks().windowMs() + WINDOW_LEAD_MS + restMs) / 1e3;
    double workerJvms = pair.model() == ConcurrencyModel.PROCESS ? 2 * WORKER_JVM_SECONDS : 0;
    return forkSeconds() + workerJvms + blocks * arms * window;
  }

  private double forkSeconds() {
    return FORK_SECONDS * slowdown(1);
  }

  /** How much longer work takes that keeps so many logical CPUs busy at once. */
  private double slowdown(int cpus) {
    return Math.max(1, cpus / quotaCpus);
  }

  private double workerStart(Configuration configuration) {
    return configuration.model() == ConcurrencyModel.PROCESS
        ? WORKER_JVM_SECONDS * Math.ceil((double) configuration.workers() / logicalCpus)
        : 0;
  }

  /** How long one operation takes, by the kernel's cost on a processor of today. */
  public double operationSeconds(Configuration configuration) {
    double shareSeconds =
        (double) configuration.elementsPerOperation()
            / configuration.workers()
            * configuration.kernel().zen4CyclesPerElement()
            / (GUESSED_CLOCK_GHZ * 1e9)
            * slowdown(configuration.busyCpus(logicalCpus));
    if (!configuration.model().isParallel()) {
      double contention = configuration.workers() > 1 ? GLOBAL_LOCK_FACTOR : 1;
      return shareSeconds * configuration.workers() * contention;
    }
    return shareSeconds * onOneCpu(configuration);
  }

  private int onOneCpu(Configuration configuration) {
    return switch (configuration.placement()) {
      case SAME -> configuration.workers();
      case OS, SPREAD, SIBLINGS -> Math.ceilDiv(configuration.workers(), logicalCpus);
    };
  }

  private static double arraySeconds(Kernel kernel, Plan plan) {
    return plan.arrays().bytes(kernel) * SECONDS_PER_ARRAY_BYTE;
  }
}
