package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.benchmarks.machine.ArraySizing;
import io.coreyield.benchmarks.machine.Bursts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Plans a campaign: the candidates that the machine can run and that fit in the budget. */
public final class Planner {

  /** Time kept for reading the run, the report and its figures. */
  public static final Duration FOR_THE_REPORT = Duration.ofSeconds(4);

  /** The part of a budget that no trial gets: the report and the start of this JVM. */
  static final double OUTSIDE_TRIALS_SECONDS = FOR_THE_REPORT.toMillis() / 1e3 + 1.5;

  static final int WARMUP_ITERATIONS = 1;
  static final int MEASUREMENT_ITERATIONS = 3;
  static final int ITERATION_MS = 200;

  /** Periods of a quota in an iteration. */
  private static final int PERIODS = 4;

  static final int WARMUP_BLOCKS = 1;
  static final int MEASUREMENT_BLOCKS = 3;

  /** With four rounds that is twelve forks: three on each core of a machine with four. */
  static final int PAIRS_PER_ROUND = 3;

  /** With fewer than four forks the width of an interval is mainly Student's t. */
  public static final int MIN_ROUNDS = 4;

  /** With a longer operation a trial takes too long. */
  private static final double LONGEST_OPERATION_SECONDS = 3;

  /**
   * What the platform lets trials do.
   *
   * @param canPin whether threads can be pinned to logical CPUs
   * @param heapBytes that a fork's heap may have
   * @param kernels that it can run
   */
  public record Limits(boolean canPin, long heapBytes, Set<Kernel> kernels) {

    /** Can run every kernel. */
    public Limits(boolean canPin, long heapBytes) {
      this(canPin, heapBytes, EnumSet.allOf(Kernel.class));
    }
  }

  private final CampaignOptions options;
  private final Machine machine;
  private final Limits limits;
  private final TrialCost cost;
  private final List<Plan.LeftOut> leftOut = new ArrayList<>();

  private Planner(CampaignOptions options, Machine machine, Limits limits) {
    this.options = options;
    this.machine = machine;
    this.limits = limits;
    this.cost = new TrialCost(machine);
  }

  /**
   * The plan for a machine and platform.
   *
   * @param measuring what of the budget is left for trials
   * @throws IllegalArgumentException if nothing can be run: the budget is shorter than a trial, or
   *     everything asked for had to be left out
   */
  public static Plan plan(
      CampaignOptions options, Machine machine, Duration measuring, Limits limits) {
    return new Planner(options, machine, limits).plan(measuring);
  }

  private Plan plan(Duration measuring) {
    List<PlanPart> possible =
        PlanCandidates.of(options, machine).stream().filter(this::isPossible).toList();
    if (possible.isEmpty()) {
      Plan.LeftOut first = leftOut.getFirst();
      throw new IllegalArgumentException(
          "nothing is left to run: %s: %s".formatted(first.label(), first.reason()));
    }
    if (options.cohabit() == CampaignOptions.Cohabit.ONLY
        && possible.stream().allMatch(part -> part.mixedPairs().isEmpty())) {
      throw new IllegalArgumentException(
          leftOut.isEmpty()
              ? "this process may run on one logical CPU only: there is no second one for other code"
              : "no two kinds of code are left to run: %s: %s"
                  .formatted(leftOut.getFirst().label(), leftOut.getFirst().reason()));
    }
    if (options.length().budget() == null) {
      return planOf(possible);
    }
    requireOneTrial(possible, options.length().budget(), measuring);
    return planOf(options.isExplicit() ? possible : affordable(possible, measuring));
  }

  private Plan planOf(List<PlanPart> parts) {
    Duration budget = options.length().budget();
    Integer iterations = options.length().iterations();
    Configuration control = control(parts);
    return new Plan(
        Stream.concat(points(parts), Stream.of(control)).distinct().toList(),
        parts.stream().flatMap(part -> part.pairs().stream()).toList(),
        options.cohabit() == CampaignOptions.Cohabit.ONLY ? 1 : PAIRS_PER_ROUND,
        parts.stream().flatMap(part -> part.mixedPairs().stream()).toList(),
        control,
        leftOut,
        new Plan.Stopping(
            options.length().rounds(),
            budget == null ? null : budget.toMillis() / 1e3,
            options.length().targetCi()),
        new Plan.TrialShape(
            WARMUP_ITERATIONS,
            iterations == null ? MEASUREMENT_ITERATIONS : iterations,
            iterationMs(),
            new Plan.Blocks(
                WARMUP_BLOCKS,
                iterations == null ? MEASUREMENT_BLOCKS : iterations,
                Bursts.under(machine.quota()).windowMs(options.windowMs())),
            iterations == null),
        ArraySizing.of(machine),
        options.sampleIntervalMs());
  }

  /**
   * In few periods of a quota, where in a period an iteration begins and ends decides its score.
   */
  private int iterationMs() {
    return machine
        .bindingQuota()
        .map(quota -> (int) Math.max(ITERATION_MS, Math.ceil(PERIODS * quota.periodMs())))
        .orElse(ITERATION_MS);
  }

  private static Stream<Configuration> points(List<PlanPart> parts) {
    return parts.stream()
        .flatMap(part ->
            part instanceof PlanPart.Point(Configuration c) ? Stream.of(c) : Stream.empty());
  }

  /**
   * The A/A control: of the first kernel and parallel model the configuration with the fewest
   * workers, which costs and varies least. If no model is parallel, one platform thread is added.
   */
  private Configuration control(List<PlanPart> parts) {
    List<Configuration> parallel = points(parts).filter(c -> c.model().isParallel()).toList();
    if (parallel.isEmpty()) {
      return PlanCandidates.oneWorker(options, parts.getFirst().kernels().getFirst());
    }
    Configuration leading = parallel.getFirst();
    return parallel.stream()
        .filter(c -> c.kernel() == leading.kernel() && c.model() == leading.model())
        .min(Comparator.comparingInt(Configuration::workers))
        .orElse(leading);
  }

  private boolean isPossible(PlanPart part) {
    Optional<String> obstacle = obstacle(part);
    obstacle.ifPresent(reason -> leftOut.add(new Plan.LeftOut(part.label(), reason)));
    return obstacle.isEmpty();
  }

  private Optional<String> obstacle(PlanPart part) {
    if (!limits.kernels().containsAll(part.kernels())) {
      return Optional.of("the file of the simulated machine gives it no yield");
    }
    boolean pinned =
        switch (part) {
          case PlanPart.Point(Configuration c) -> c.placement() != Placement.OS;
          case PlanPart.Siblings _, PlanPart.Mixed _ -> true;
        };
    if (pinned && !limits.canPin()) {
      return Optional.of("this platform cannot pin threads");
    }
    if (!(part instanceof PlanPart.Point) && Bursts.under(machine.quota()).areTooShort()) {
      return Optional.of("not measured: " + QuotaWords.TOO_SMALL);
    }
    if (part instanceof PlanPart.Point(Configuration c) && !options.isExplicit()) {
      double seconds = cost.operationSeconds(c);
      if (seconds > LONGEST_OPERATION_SECONDS) {
        return Optional.of("one operation would take about %.0f s".formatted(seconds));
      }
    }
    // Of two kernels the larger array decides, as if both workers had one.
    return part.kernels().stream()
        .filter(Kernel::readsArray)
        .map(kernel -> ArraySizing.obstacle(machine, kernel, part.workers(), limits.heapBytes()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private void requireOneTrial(List<PlanPart> parts, Duration budget, Duration measuring) {
    double seconds =
        idleSeconds(parts) + controlSeconds(parts.subList(0, 1)) + seconds(parts.getFirst());
    if (measuring.toMillis() / 1e3 < seconds) {
      throw new IllegalArgumentException(
          "a budget of %d s is too short: a trial takes about %.0f s with the idle baseline and the A/A control, and start and report take %d s: give --budget %ds or more"
              .formatted(
                  budget.toSeconds(),
                  Math.ceil(seconds),
                  budget.minus(measuring).toSeconds(),
                  (long) Math.ceil(seconds) + budget.minus(measuring).toSeconds() + 1));
    }
  }

  /** The first parts, as many as fit the minimum number of rounds into the budget. */
  private List<PlanPart> affordable(List<PlanPart> parts, Duration measuring) {
    double left =
        (measuring.toMillis() / 1e3 - idleSeconds(parts)) / MIN_ROUNDS - controlSeconds(parts);
    List<PlanPart> taken = new ArrayList<>();
    for (PlanPart part : parts) {
      left -= seconds(part);
      if (left >= 0 || taken.isEmpty()) {
        taken.add(part);
      } else {
        leftOut.add(
            new Plan.LeftOut(
                part.label(),
                "the budget is too short for %d rounds of it: give a longer --budget"
                    .formatted(MIN_ROUNDS)));
      }
    }
    return taken;
  }

  /** The baseline that every campaign begins with. */
  private double idleSeconds(List<PlanPart> parts) {
    return cost.seconds(new Workload.Idle(), planOf(parts));
  }

  /** What the control adds to a round; more if no part contains it. */
  private double controlSeconds(List<PlanPart> parts) {
    Configuration control = control(parts);
    double once = cost.seconds(new Workload.AaRepeat(control), planOf(parts));
    return points(parts).anyMatch(control::equals) ? once : 2 * once;
  }

  private double seconds(PlanPart part) {
    Plan plan = planOf(List.of(part));
    return part.ofRound().stream().mapToDouble(workload -> cost.seconds(workload, plan)).sum();
  }
}
