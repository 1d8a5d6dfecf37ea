package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import io.coreyield.benchmarks.load.LoadSink;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A few forks before a campaign, to know how much forks vary: of the control, and of the cores that
 * are measured first. Nothing of it is kept on disk.
 */
public final class Pilot {

  /** Of the control, of pairs and of mixed pairs each. */
  private static final int FORKS = 3;

  private static final Duration LONGEST = Duration.ofSeconds(20);

  private static final int PARTS_OF_BUDGET = 5;

  private static final Duration LONGEST_TRIAL = Duration.ofSeconds(60);

  /** Drops the load, which is sampled only because sampling has a cost. */
  public static final LoadSink NOWHERE = sample -> {};

  private final RunInfo info;
  private final TrialSource source;
  private final Interruption interruption;
  private final TrialCost cost;

  /** Before one campaign, whose costs it learns. */
  public Pilot(RunInfo info, TrialSource source, Interruption interruption, TrialCost cost) {
    this.info = info;
    this.source = source;
    this.interruption = interruption;
    this.cost = cost;
  }

  /** How long it may take: a fifth of the budget, 20 s at the most. */
  public static Duration longest(Plan plan) {
    Double budget = plan.stopping().budgetSeconds();
    Duration part =
        budget == null ? LONGEST : Duration.ofMillis((long) (1e3 * budget / PARTS_OF_BUDGET));
    return Collections.min(List.of(part, LONGEST));
  }

  /** What it runs, in order, as far as the time goes; nothing where nothing can be compared. */
  public static List<Workload> workloads(Plan plan) {
    List<CorePair> leading = leading(plan);
    // Within one core, as a campaign compares forks; of several if it samples the cores.
    boolean sampled = leading.size() > 2 * plan.pairsPerRound() * Planner.MIN_ROUNDS;
    List<CorePair> cores =
        leading.stream().limit(sampled ? FORKS : 1).filter(Pilot::hasRatio).toList();
    Configuration control = plan.control();
    List<Workload> workloads = new ArrayList<>();
    for (int fork = 0; fork < FORKS; fork++) {
      if (!cores.isEmpty()) {
        workloads.add(new Workload.Pair(cores.get(fork % cores.size())));
      }
      if (!plan.mixedPairs().isEmpty()) {
        List<MixedPair> mixed = leadingMixed(plan);
        workloads.add(new Workload.Mixed(mixed.get(sampled ? fork % mixed.size() : 0)));
      }
      if (control != null && plan.configurations().size() > 1) {
        workloads.add(new Workload.Summation(control));
      }
    }
    return workloads;
  }

  /** Whether a core has another logical CPU to be compared with. */
  static boolean hasRatio(CorePair pair) {
    return pair.second() != null || pair.other() != null;
  }

  /** The cores of the kernel and model that come first in the plan. */
  static List<CorePair> leading(Plan plan) {
    return plan.pairs().stream()
        .filter(p ->
            p.kernel() == plan.pairs().getFirst().kernel()
                && p.model() == plan.pairs().getFirst().model())
        .toList();
  }

  /** The cores of the two kernels that come first in the plan; empty without mixed pairs. */
  static List<MixedPair> leadingMixed(Plan plan) {
    return plan.mixedPairs().stream()
        .filter(m ->
            m.kernel(0) == plan.mixedPairs().getFirst().kernel(0)
                && m.kernel(1) == plan.mixedPairs().getFirst().kernel(1))
        .toList();
  }

  /** Runs it, and returns the trials that the time held. */
  public List<Trial> run(Deadline deadline) {
    List<Trial> trials = new ArrayList<>();
    for (Workload workload : workloads(info.plan())) {
      double seconds = cost.seconds(workload, info.plan());
      if (interruption.isRequested() || !deadline.holds(seconds)) {
        break;
      }
      int number = trials.size();
      Trial trial = source.run(workload, info.plan(), number, 0, number, LONGEST_TRIAL);
      cost.learn(trial, info.plan());
      trials.add(trial);
    }
    return trials;
  }
}
