package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plan that each round is run by: an adaptive one gives forks as many iterations and blocks as
 * the trials of earlier rounds call for. It depends only on the run and its trials, so a resumed
 * run gets the same plans. Not thread-safe.
 */
public final class TrialLengths {

  /** Later changes would follow only the machine's drift. */
  private static final int LAST_LOOK = 32;

  private final RunInfo info;
  private final List<Step> steps = new ArrayList<>();

  /** The plan of one round, and its changes against the round before, one line each. */
  private record Step(Plan plan, List<String> changes) {}

  public TrialLengths(RunInfo info) {
    this.info = info;
    this.steps.add(new Step(info.plan(), List.of()));
  }

  /** The plan of a round, 0-based, from the trials of all rounds before it. */
  public Plan plan(int round, List<Trial> trials) {
    return step(round, trials).plan();
  }

  /** The changes against the round before, with the reason: one line each. */
  public List<String> changes(int round, List<Trial> trials) {
    return step(round, trials).changes();
  }

  private Step step(int round, List<Trial> trials) {
    int looked = info.plan().shape().adaptive() ? Math.min(round, LAST_LOOK) : 0;
    while (steps.size() <= looked) {
      int next = steps.size();
      steps.add(next(next, trials.stream().filter(trial -> trial.round() < next).toList()));
    }
    return round == looked ? steps.get(looked) : new Step(steps.get(looked).plan(), List.of());
  }

  private Step next(int round, List<Trial> before) {
    Plan now = steps.getLast().plan();
    Optional<Allocation> summations = Allocation.of(ForkFigures.ofSummations(before));
    Optional<Allocation> pairs = Allocation.of(ForkFigures.ofPairs(before));
    int iterations = now.shape().measurementIterations();
    int blocks = now.shape().blocks().measurement();
    Plan plan =
        affordable(
            round,
            before,
            now.withMeasurements(
                summations.map(s -> s.next(iterations)).orElse(iterations),
                pairs.map(p -> p.next(blocks)).orElse(blocks)));
    List<String> changes = new ArrayList<>();
    if (plan.shape().measurementIterations() != iterations) {
      summations.ifPresent(
          s -> changes.add(change(plan.shape().measurementIterations(), "iterations", round, s)));
    }
    if (plan.shape().blocks().measurement() != blocks) {
      pairs.ifPresent(
          p -> changes.add(change(plan.shape().blocks().measurement(), "blocks", round, p)));
    }
    return new Step(plan, changes);
  }

  private static String change(int number, String what, int round, Allocation allocation) {
    return "%d %s a fork from round %d on: %s"
        .formatted(number, what, round + 1, allocation.reason(what));
  }

  /** Trials get longer only while the budget still holds the minimum number of rounds. */
  private Plan affordable(int round, List<Trial> before, Plan wanted) {
    Double budget = wanted.stopping().budgetSeconds();
    int roundsToCome = Planner.MIN_ROUNDS - round;
    if (budget == null || roundsToCome <= 0) {
      return wanted;
    }
    double spent =
        before.stream().mapToDouble(Trial::wallSeconds).sum()
            + (before.getFirst().startNs() - info.clock().tNs()) / 1e9;
    double aRound = (budget - Planner.OUTSIDE_TRIALS_SECONDS - spent) / roundsToCome;
    TrialCost cost = new TrialCost(info.machine());
    before.forEach(trial -> cost.learn(trial, steps.get(trial.round()).plan()));
    Plan plan = wanted;
    while (isLonger(plan) && cost.roundSeconds(plan, info.measured().seed(), round) > aRound) {
      plan = shorter(plan);
    }
    return plan;
  }

  private boolean isLonger(Plan plan) {
    return plan.shape().measurementIterations() > info.plan().shape().measurementIterations()
        || plan.shape().blocks().measurement() > info.plan().shape().blocks().measurement();
  }

  /** One iteration or block less, of whichever grew more. */
  private Plan shorter(Plan plan) {
    int iterations = plan.shape().measurementIterations();
    int blocks = plan.shape().blocks().measurement();
    int moreIterations = iterations - info.plan().shape().measurementIterations();
    int moreBlocks = blocks - info.plan().shape().blocks().measurement();
    return moreIterations > moreBlocks
        ? plan.withMeasurements(iterations - 1, blocks)
        : plan.withMeasurements(iterations, blocks - 1);
  }
}
