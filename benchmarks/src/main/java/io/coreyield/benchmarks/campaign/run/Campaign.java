package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.plan.RoundOrder;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import io.coreyield.benchmarks.campaign.plan.TrialLengths;
import io.coreyield.benchmarks.terminal.Progress;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Runs the trials of a plan, round by round, until the plan, the budget or the user ends it. */
public final class Campaign {

  private final RunInfo info;
  private final RunRecorder recorder;
  private final TrialSource source;
  private final Deadline deadline;
  private final Progress progress;
  private final Interruption interruption;
  private final TrialCost cost;
  private final TrialLengths lengths;
  private final List<Trial> trials;
  private Plan plan;

  /** A new campaign, or one to continue after the trials that the run already has. */
  public Campaign(
      RunInfo info,
      RunRecorder recorder,
      TrialSource source,
      Deadline deadline,
      Progress progress,
      Interruption interruption,
      List<Trial> earlier) {
    this.info = info;
    this.recorder = recorder;
    this.source = source;
    this.deadline = deadline;
    this.progress = progress;
    this.interruption = interruption;
    this.cost = new TrialCost(info.machine());
    this.lengths = new TrialLengths(info);
    this.trials = new ArrayList<>(earlier);
    this.plan = info.plan();
    earlier.forEach(trial -> cost.learn(trial, lengths.plan(trial.round(), trials)));
  }

  /**
   * Runs what is left to run, and returns how it ended.
   *
   * @throws IOException if a trial cannot be written to disk
   */
  public RunInfo.State run() throws IOException {
    interruption.has(trials.size());
    RunInfo.State state = roundsWhileThereAreClasses();
    if (state == RunInfo.State.INTERRUPTED) {
      progress.end();
      interruption.keeps(trials.size());
    }
    return state;
  }

  private RunInfo.State roundsWhileThereAreClasses() throws IOException {
    try {
      return rounds();
    } catch (LinkageError e) {
      if (interruption.isRequested()) {
        return RunInfo.State.INTERRUPTED;
      }
      throw e;
    }
  }

  private RunInfo.State rounds() throws IOException {
    if (interruption.isRequested()) {
      return RunInfo.State.INTERRUPTED;
    }
    if (trials.stream().noneMatch(trial -> trial.workload() instanceof Workload.Idle)) {
      trial(new Workload.Idle(), 0);
    }
    Integer rounds = plan.stopping().rounds();
    for (int round = 0; rounds == null || round < rounds; round++) {
      boolean isNew = roundsBegun() <= round;
      if (isNew && StoppingRule.isMet(info, trials)) {
        progress.say("after %d rounds every interval reached the target".formatted(round));
        break;
      }
      plan = lengths.plan(round, trials);
      if (isNew) {
        lengths.changes(round, trials).forEach(progress::say);
      }
      progress.soFar(SoFar.words(trials));
      int before = trials.size();
      Optional<RunInfo.State> ended = round(round);
      if (ended.isPresent()) {
        return ended.get();
      }
      List<Trial> ofRound = trials.subList(before, trials.size());
      if (!ofRound.isEmpty() && ofRound.stream().noneMatch(Trial::succeeded)) {
        progress.say("every trial of round %d failed: the run ends here".formatted(round + 1));
        break;
      }
    }
    return RunInfo.State.COMPLETE;
  }

  private int roundsBegun() {
    return trials.stream()
        .filter(trial -> !(trial.workload() instanceof Workload.Idle))
        .mapToInt(trial -> trial.round() + 1)
        .max()
        .orElse(0);
  }

  /** Empty if the round came to its end. */
  private Optional<RunInfo.State> round(int round) throws IOException {
    for (Workload workload : RoundOrder.of(plan, info.measured().seed(), round)) {
      if (interruption.isRequested()) {
        return Optional.of(RunInfo.State.INTERRUPTED);
      }
      if (trials.stream().anyMatch(t -> t.round() == round && t.workload().equals(workload))) {
        continue;
      }
      if (!deadline.holds(cost.seconds(workload, plan))) {
        return Optional.of(RunInfo.State.COMPLETE);
      }
      trial(workload, round);
    }
    return interruption.isRequested() ? Optional.of(RunInfo.State.INTERRUPTED) : Optional.empty();
  }

  private void trial(Workload workload, int round) throws IOException {
    progress.trial(workload.label(), round + 1, deadline.elapsed(), timeLeft());
    int number = trials.stream().mapToInt(Trial::number).max().orElse(-1) + 1;
    int fork = (int) trials.stream().filter(t -> t.workload().equals(workload)).count();
    Trial trial = source.run(workload, plan, number, round, fork, cost.limit(workload, plan));
    if (interruption.spoils(trial.succeeded())) {
      return;
    }
    recorder.trial(trial);
    trials.add(trial);
    interruption.has(trials.size());
    cost.learn(trial, plan);
    if (!trial.succeeded()) {
      progress.say("%s failed: %s".formatted(workload.label(), trial.failure()));
    }
  }

  /** Until the plan or the budget ends, whichever comes first. */
  private Duration timeLeft() {
    Integer rounds = plan.stopping().rounds();
    if (rounds == null) {
      return deadline.left();
    }
    List<Workload> ofRound = RoundOrder.of(plan, info.measured().seed(), 0);
    double aRound = cost.roundSeconds(plan, info.measured().seed(), 0);
    long done = trials.stream().filter(t -> !(t.workload() instanceof Workload.Idle)).count();
    double share = 1.0 - (double) done / ofRound.size() / rounds;
    Duration planned = Duration.ofMillis((long) (1e3 * aRound * rounds * Math.max(0, share)));
    return Collections.min(List.of(planned, deadline.left()));
  }
}
