package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Configuration;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Plan;
import io.coreyield.analysis.model.Topology;
import io.coreyield.analysis.model.Workload;
import io.coreyield.benchmarks.machine.ThreadAffinity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Plans a campaign from the machine and what the user asked. */
final class Planner {

  static final int WARMUP_ITERATIONS = 2;
  static final int MEASUREMENT_ITERATIONS = 3;
  static final int ITERATION_MS = 250;

  /** Below three forks an interval says next to nothing. */
  static final int LEAST_ROUNDS = 3;

  /** A longer operation would not let a trial end in a time that anyone waits for. */
  private static final double LONGEST_OPERATION_SECONDS = 3;

  private final CampaignOptions options;
  private final Topology usable;
  private final TrialCost cost;
  private final List<Plan.LeftOut> leftOut = new ArrayList<>();

  private Planner(CampaignOptions options, Topology usable) {
    this.options = options;
    this.usable = usable;
    this.cost = new TrialCost(usable.logicalCpus());
  }

  /**
   * The plan.
   *
   * @param topology of the machine
   * @param measuring what of the budget is left for trials
   * @throws IllegalArgumentException if nothing can be run: the budget is shorter than a trial, or
   *     everything asked for had to be left out
   */
  static Plan plan(CampaignOptions options, Topology topology, Duration measuring) {
    return new Planner(options, topology.usable()).plan(measuring);
  }

  private Plan plan(Duration measuring) {
    List<Configuration> wanted = options.isExplicit() ? asked() : chosen();
    List<Configuration> possible = wanted.stream().filter(this::isPossible).toList();
    if (possible.isEmpty()) {
      throw new IllegalArgumentException(
          "nothing is left to run: "
              + leftOut.getFirst().label()
              + ": "
              + leftOut.getFirst().reason());
    }
    if (options.budget() == null) {
      return planOf(possible);
    }
    requireOneTrial(possible, options.budget(), measuring);
    return planOf(options.isExplicit() ? possible : affordable(possible, measuring));
  }

  private Plan planOf(List<Configuration> configurations) {
    Duration budget = options.budget();
    return new Plan(
        configurations,
        leftOut,
        options.rounds(),
        budget == null ? null : budget.toMillis() / 1e3,
        options.targetCi(),
        WARMUP_ITERATIONS,
        MEASUREMENT_ITERATIONS,
        ITERATION_MS,
        options.sampleIntervalMs());
  }

  /** Every combination of what the user named. */
  private List<Configuration> asked() {
    List<Configuration> all = new ArrayList<>();
    for (Kernel kernel : orDefault(options.kernels(), List.of(Kernel.values()))) {
      for (ConcurrencyModel model : orDefault(options.models(), allModels())) {
        for (Placement placement : orDefault(options.placements(), List.of(Placement.OS))) {
          for (int workers : workerCounts()) {
            all.add(configuration(kernel, model, workers, placement));
          }
        }
      }
    }
    return all;
  }

  /** The quick campaign, what matters most first. */
  private List<Configuration> chosen() {
    Set<Configuration> all = new LinkedHashSet<>();
    add(all, List.of(Kernel.RANGE), List.of(ConcurrencyModel.PLATFORM), workerCounts());
    add(all, List.of(Kernel.values()), List.of(ConcurrencyModel.PLATFORM), landmarks());
    add(all, List.of(Kernel.RANGE), allModels(), landmarks());
    add(all, List.of(Kernel.RANGE), allModels(), workerCounts());
    add(all, List.of(Kernel.values()), List.of(ConcurrencyModel.PLATFORM), workerCounts());
    return List.copyOf(all);
  }

  private void add(
      Set<Configuration> all,
      List<Kernel> kernels,
      List<ConcurrencyModel> models,
      List<Integer> workers) {
    for (Kernel kernel : kernels) {
      for (ConcurrencyModel model : models) {
        for (int count : workers) {
          all.add(configuration(kernel, model, count, Placement.OS));
        }
      }
    }
  }

  private Configuration configuration(
      Kernel kernel, ConcurrencyModel model, int workers, Placement placement) {
    Long elements = options.elements();
    return new Configuration(
        kernel,
        model,
        workers,
        elements == null ? kernel.defaultElements() : elements,
        options.scaling(),
        placement);
  }

  private List<Integer> workerCounts() {
    if (!options.workers().isEmpty()) {
      return options.workers();
    }
    TreeSet<Integer> counts = new TreeSet<>(landmarks());
    for (int count = 1; count < usable.logicalCpus(); count *= 2) {
      counts.add(count);
    }
    return List.copyOf(counts);
  }

  private List<Integer> landmarks() {
    return Stream.of(1, usable.physicalCores(), usable.logicalCpus()).distinct().sorted().toList();
  }

  private boolean isPossible(Configuration configuration) {
    if (configuration.placement() != Placement.OS && !ThreadAffinity.isSupported()) {
      leaveOut(configuration, "this platform cannot pin threads");
      return false;
    }
    double seconds = cost.operationSeconds(configuration);
    if (!options.isExplicit() && seconds > LONGEST_OPERATION_SECONDS) {
      leaveOut(configuration, "one operation would take about %.0f s".formatted(seconds));
      return false;
    }
    return true;
  }

  private void leaveOut(Configuration configuration, String reason) {
    leftOut.add(new Plan.LeftOut(configuration.label(), reason));
  }

  private void requireOneTrial(
      List<Configuration> configurations, Duration budget, Duration measuring) {
    double seconds = idleSeconds(configurations) + seconds(configurations.getFirst());
    if (measuring.toMillis() / 1e3 < seconds) {
      throw new IllegalArgumentException(
          "a budget of %d s holds no trial, which takes about %.0f s with the idle baseline, beside %d s for the start and the report: give --budget %ds or more"
              .formatted(
                  budget.toSeconds(),
                  Math.ceil(seconds),
                  budget.minus(measuring).toSeconds(),
                  (long) Math.ceil(seconds) + budget.minus(measuring).toSeconds() + 1));
    }
  }

  /** As many of the first configurations as the budget holds the least number of rounds of. */
  private List<Configuration> affordable(List<Configuration> configurations, Duration measuring) {
    double left = (measuring.toMillis() / 1e3 - idleSeconds(configurations)) / LEAST_ROUNDS;
    List<Configuration> taken = new ArrayList<>();
    for (Configuration configuration : configurations) {
      left -= seconds(configuration);
      if (left >= 0 || taken.isEmpty()) {
        taken.add(configuration);
      } else {
        leaveOut(
            configuration,
            "the budget does not hold %d rounds of it: give a longer --budget"
                .formatted(LEAST_ROUNDS));
      }
    }
    return taken;
  }

  /** The baseline that every campaign begins with. */
  private double idleSeconds(List<Configuration> configurations) {
    return cost.seconds(new Workload.Idle(), planOf(configurations));
  }

  private double seconds(Configuration configuration) {
    return cost.seconds(new Workload.Summation(configuration), planOf(List.of(configuration)));
  }

  private static <T> List<T> orDefault(List<T> given, List<T> otherwise) {
    return given.isEmpty() ? otherwise : given;
  }

  private static List<ConcurrencyModel> allModels() {
    return List.of(ConcurrencyModel.values());
  }
}
