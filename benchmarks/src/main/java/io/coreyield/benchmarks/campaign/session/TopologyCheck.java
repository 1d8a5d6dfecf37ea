package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.PairObservation;
import io.coreyield.analysis.recording.PairsCsv;
import io.coreyield.analysis.stats.MedianInterval;
import io.coreyield.analysis.wording.QuotaWords;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.machine.Bursts;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.topology.PairMeasurement;
import io.coreyield.benchmarks.topology.PairRounds;
import io.coreyield.benchmarks.topology.TopologyPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Measures which logical CPUs share a core before a campaign is planned, so that the plan and the
 * answer do not depend on what the system declares.
 */
final class TopologyCheck {

  /** The part of the budget that it may take. */
  private static final int PARTS_OF_THE_BUDGET = 5;

  /** As long as those of a block: longer ones would only take time. */
  private static final int MAX_WINDOW_MS = CampaignOptions.DEFAULT_WINDOW_MS;

  private final MeasuredMachine subject;
  private final Interruption interruption;
  private final Progress progress;

  TopologyCheck(MeasuredMachine subject, Interruption interruption, Progress progress) {
    this.subject = subject;
    this.interruption = interruption;
    this.progress = progress;
  }

  /**
   * Measures until the answer is clear, for at most a fifth of the budget.
   *
   * @param machine as its system declares it
   * @param budget of the campaign
   * @param seed of the choice of logical CPUs, of the orders and of the resamples
   * @param file takes the pairs; not made where nothing is measured
   * @return empty where threads cannot be pinned, there is no pair, or the time is too short
   * @throws IOException if the file cannot be written
   */
  Optional<MeasuredTopology> measure(Machine machine, Duration budget, long seed, Path file)
      throws IOException {
    Topology topology = machine.topology();
    List<Integer> cpus = TopologyPlan.someCpus(topology.usable(), seed);
    if (cpus.size() < 2 || !subject.limits().canPin()) {
      return Optional.empty();
    }
    Bursts bursts = Bursts.under(machine.quota());
    if (bursts.areTooShort()) {
      progress.say("Which logical CPUs share a core is not measured: " + QuotaWords.TOO_SMALL);
      return Optional.empty();
    }
    Deadline deadline =
        new Deadline(
            () -> subject.now().tNs(), subject.now().tNs(), budget.dividedBy(PARTS_OF_THE_BUDGET));
    TopologyPlan plan = plan(topology, cpus, deadline, bursts, seed);
    double needed =
        PairMeasurement.WARM_UP_SECONDS + MedianInterval.MIN_VALUES * plan.roundSeconds();
    if (!deadline.holds(needed)) {
      return Optional.empty();
    }
    TopologyProgress shown = new TopologyProgress(progress, plan, deadline);
    // Written at the end only: if this is killed, the directory is empty and can be given again.
    List<PairObservation> pairs = new ArrayList<>();
    PairRounds rounds = new PairRounds(plan, topology, shown.limits(interruption));
    rounds.run(subject.windows(plan.windowMs(), seed), pairs::addAll);
    try (PairsCsv.Writer rows = PairsCsv.Writer.append(file)) {
      rows.write(pairs);
    }
    return Optional.of(rounds.found());
  }

  private static TopologyPlan plan(
      Topology topology, List<Integer> cpus, Deadline deadline, Bursts bursts, long seed) {
    double forRounds = deadline.left().toMillis() / 1e3 - PairMeasurement.WARM_UP_SECONDS;
    Duration measuring = Duration.ofMillis((long) Math.max(0, forRounds * 1e3));
    TopologyPlan fitting = TopologyPlan.of(topology, cpus, measuring, null, bursts, seed);
    return fitting.windowMs() <= MAX_WINDOW_MS
        ? fitting
        : TopologyPlan.of(topology, cpus, measuring, MAX_WINDOW_MS, bursts, seed);
  }
}
