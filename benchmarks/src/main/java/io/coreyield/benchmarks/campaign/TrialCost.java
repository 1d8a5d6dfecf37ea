package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.CorePair;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Plan;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.model.Workload;
import java.util.HashMap;
import java.util.Map;

/**
 * How long trials take: a guess from the configuration, replaced by what was seen as soon as one
 * has run. Not thread-safe.
 */
final class TrialCost {

  private static final double FORK_SECONDS = 0.5;
  private static final double WINDOW_LEAD_MS = 4;

  /** Making and filling an array, as seen at 720 MiB. */
  private static final double SECONDS_PER_ARRAY_BYTE = 0.8e-9;

  private static final double WORKER_JVM_SECONDS = 0.2;
  private static final double GUESSED_CLOCK_GHZ = 3.0;

  /** What handing the lock over adds to the work, as seen on Linux machines of 2 to 16 CPUs. */
  private static final double GLOBAL_LOCK_FACTOR = 2.5;

  private final int logicalCpus;
  private final Map<Workload, double[]> seen = new HashMap<>();
  private double seenOverGuessed = 1;

  TrialCost(int logicalCpus) {
    this.logicalCpus = logicalCpus;
  }

  /** Seconds that a trial will take, from the start of its fork to its end. */
  double seconds(Workload workload, Plan plan) {
    double[] sum = seen.get(workload);
    return sum != null ? sum[0] / sum[1] : guess(workload, plan) * seenOverGuessed;
  }

  /** Learns from a trial that has run. */
  void learn(Trial trial, Plan plan) {
    double[] sum = seen.computeIfAbsent(trial.workload(), key -> new double[2]);
    sum[0] += trial.wallSeconds();
    sum[1]++;
    double seconds = 0;
    double guessed = 0;
    for (Map.Entry<Workload, double[]> entry : seen.entrySet()) {
      seconds += entry.getValue()[0] / entry.getValue()[1];
      guessed += guess(entry.getKey(), plan);
    }
    seenOverGuessed = seconds / guessed;
  }

  private double guess(Workload workload, Plan plan) {
    int iterations = plan.warmupIterations() + plan.measurementIterations();
    return switch (workload) {
      case Workload.Idle() -> FORK_SECONDS + iterations * plan.iterationMs() / 1e3;
      case Workload.Pair(CorePair pair) -> {
        int blocks = plan.blocks().warmup() + plan.blocks().measurement();
        double window = (plan.blocks().windowMs() + WINDOW_LEAD_MS) / 1e3;
        double workerJvms = pair.model() == ConcurrencyModel.PROCESS ? 2 * WORKER_JVM_SECONDS : 0;
        yield FORK_SECONDS
            + workerJvms
            + 2 * arraySeconds(pair.kernel(), plan)
            + blocks * pair.arms().size() * window;
      }
      case Workload.Again(Configuration configuration) ->
          guess(new Workload.Summation(configuration), plan);
      case Workload.Summation(Configuration configuration) -> {
        double operation = operationSeconds(configuration);
        // An iteration ends with the operation that passes its time.
        double iteration = plan.iterationMs() / 1e3 + operation / 2;
        yield FORK_SECONDS
            + workerStart(configuration)
            + onOneCpu(configuration) * arraySeconds(configuration.kernel(), plan)
            + iterations * Math.max(iteration, operation);
      }
    };
  }

  private double workerStart(Configuration configuration) {
    return configuration.model() == ConcurrencyModel.PROCESS
        ? WORKER_JVM_SECONDS * Math.ceil((double) configuration.workers() / logicalCpus)
        : 0;
  }

  /** How long one operation takes, by the kernel's cost on a processor of today. */
  double operationSeconds(Configuration configuration) {
    double shareSeconds =
        (double) configuration.elementsPerOperation()
            / configuration.workers()
            * configuration.kernel().zen4CyclesPerElement()
            / (GUESSED_CLOCK_GHZ * 1e9);
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
