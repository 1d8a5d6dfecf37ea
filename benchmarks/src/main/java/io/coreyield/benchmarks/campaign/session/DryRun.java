package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.PlanPreview;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import io.coreyield.benchmarks.campaign.run.CrashReports;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.campaign.run.Pilot;
import io.coreyield.benchmarks.campaign.run.PilotReport;
import io.coreyield.benchmarks.campaign.run.TrialSource;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a campaign would do, and what it could see. While it is open, Ctrl-C ends its pilot. */
public final class DryRun implements AutoCloseable {

  private final MeasuredMachine subject;
  private final PlanPreview preview;
  private final Interruption interruption = new Interruption();
  private @Nullable MachineLock turn;

  /**
   * Makes the plan.
   *
   * @throws UnusableException if a campaign can do nothing
   */
  public DryRun(MeasuredMachine subject, CampaignOptions options) throws UnusableException {
    this.subject = subject;
    Machine machine = subject.machine();
    Plan plan = new BudgetPlanner(subject).plan(options, machine);
    this.preview = new PlanPreview(machine, plan, new TrialCost(machine));
  }

  /** The plan, line by line. */
  public List<String> plan() {
    return preview.lines();
  }

  /**
   * Runs a few forks of the plan, and keeps nothing of them.
   *
   * @param waits whether to wait for another measurement on this machine
   * @param say takes what the user should know meanwhile
   * @return line by line what they cost, and the smallest effect that the campaign can see, or why
   *     that is unknown
   * @throws UnusableException if another process measures, and this one does not wait
   * @throws IOException if no fork can be started
   */
  public List<String> pilot(long seed, boolean waits, Consumer<String> say)
      throws UnusableException, IOException {
    Plan plan = preview.plan();
    if (Pilot.workloads(plan).isEmpty()) {
      return List.of(
          PilotReport.none("there is nothing to compare on this machine, or by this plan"));
    }
    if (!subject.isSimulated()) {
      turn = MachineLock.take(waits, say);
    }
    RunInfo info = info(seed);
    try (TrialSource source = subject.open(info, Pilot.NOWHERE, CrashReports.NOWHERE)) {
      Deadline deadline =
          new Deadline(() -> subject.now().tNs(), subject.now().tNs(), Pilot.longest(plan));
      Pilot pilot = new Pilot(info, source, interruption, preview.cost());
      return new PilotReport(preview, pilot.run(deadline)).lines();
    }
  }

  private RunInfo info(long seed) {
    Clock start = subject.now();
    return new RunInfo(
        Versions.tool(),
        new Measured(Versions.jmh(), subject.isSimulated(), seed, null, preview.plan()),
        List.of(),
        start.utc(),
        null,
        RunInfo.State.RUNNING,
        start,
        preview.machine(),
        subject.environment(),
        List.of());
  }

  @Override
  public void close() {
    if (turn != null) {
      turn.close();
    }
    interruption.close();
  }
}
