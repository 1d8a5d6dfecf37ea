package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.JmhJson;
import io.coreyield.analysis.recording.PairsCsv;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.PlanPreview;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.plan.TrialCost;
import io.coreyield.benchmarks.campaign.run.Campaign;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.campaign.run.LocalMachine;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.campaign.run.Pilot;
import io.coreyield.benchmarks.campaign.run.PilotReport;
import io.coreyield.benchmarks.campaign.run.RunRecorder;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.campaign.run.TrialSource;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.simulation.SimulatedMachine;
import io.coreyield.benchmarks.terminal.LiveLoad;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.terminal.Screen;
import io.coreyield.benchmarks.topology.PairRounds;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One session of a campaign: a new or a resumed run. While it is open, Ctrl-C ends the measurement,
 * and the process waits until it is closed, so that the report can still be written.
 */
public final class CampaignSession implements AutoCloseable {

  /** How a campaign ended, with its run as read back from disk. */
  public record Outcome(RunDirectory directory, Run run) {

    public boolean isInterrupted() {
      return run.info().state() == RunInfo.State.INTERRUPTED;
    }

    /** The trials that gave no result. */
    public List<Trial> failures() {
      return run.trials().stream().filter(trial -> !trial.succeeded()).toList();
    }
  }

  private final Screen screen;
  private final MeasuredMachine subject;
  private final boolean strict;
  private final Interruption interruption = new Interruption();
  private @Nullable OutputDirectory held;

  private CampaignSession(Screen screen, MeasuredMachine subject, boolean strict) {
    this.screen = screen;
    this.subject = subject;
    this.strict = strict;
  }

  /**
   * A session that shows its progress; a strict one measures nothing on an unfit machine.
   *
   * @param startNs when its budget starts, as {@link System#nanoTime}
   */
  public CampaignSession(Screen screen, boolean strict, long startNs) {
    this(screen, new LocalMachine(startNs), strict);
  }

  /** A session without output; its budget counts from now on, as it is one of several in a JVM. */
  public static CampaignSession silent() {
    return new CampaignSession(Screen.none(), new LocalMachine(System.nanoTime()), false);
  }

  public static CampaignSession simulated(Screen screen, SimulatedMachine machine) {
    return new CampaignSession(screen, new SimulatedMeasuredMachine(machine), false);
  }

  /** Whom to tell which run has how many trials on disk when Ctrl-C has ended the measurement. */
  public void whenInterrupted(ObjIntConsumer<Path> kept) {
    interruption.tell(trials -> {
      if (held != null) {
        kept.accept(held.directory().path(), trials);
      }
    });
  }

  /**
   * What a campaign would do.
   *
   * @throws UnusableException if it can do nothing
   */
  public PlanPreview preview(CampaignOptions options) throws UnusableException {
    Machine machine = subject.machine();
    Plan plan = plan(options, machine);
    return new PlanPreview(machine, plan, new TrialCost(machine));
  }

  /**
   * Runs a few forks of what a preview shows, and keeps nothing of them.
   *
   * @return line by line what they cost, and the smallest effect that the campaign can see, or why
   *     that is unknown
   * @throws IOException if no fork can be started
   */
  public List<String> pilot(PlanPreview preview, long seed) throws IOException {
    Plan plan = preview.plan();
    if (Pilot.workloads(plan).isEmpty()) {
      return List.of(
          PilotReport.none("there is nothing to compare on this machine, or by this plan"));
    }
    Measured measured = new Measured(Versions.jmh(), subject.isSimulated(), seed, null, plan);
    RunInfo info =
        info(
            subject.now(),
            preview.machine(),
            subject.environment(),
            measured,
            List.of(),
            List.of());
    try (TrialSource source = subject.open(info, Pilot.NOWHERE)) {
      Deadline deadline =
          new Deadline(() -> subject.now().tNs(), subject.now().tNs(), Pilot.longest(plan));
      Pilot pilot = new Pilot(info, source, interruption, preview.cost());
      return new PilotReport(preview, pilot.run(deadline)).lines();
    }
  }

  private Plan plan(CampaignOptions options, Machine machine) throws UnusableException {
    if (!machine.topology().hasUsable()) {
      throw new UnusableException("this process may run on no logical CPU that OSHI shows");
    }
    Duration budget = options.length().budget();
    Deadline deadline = deadline(budget);
    try {
      return Planner.plan(options, machine, deadline.left(), subject.limits());
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private Deadline deadline(@Nullable Duration budget) {
    return new Deadline(
        () -> subject.now().tNs(),
        subject.startNs(),
        budget == null ? null : budget.minus(Planner.FOR_THE_REPORT));
  }

  /**
   * Runs a new campaign.
   *
   * @throws UnusableException if the options or the directory do not serve
   * @throws UnfitException if the session is strict and the machine unfit; nothing is written then
   * @throws IOException if the run cannot be written
   */
  public Outcome start(
      CampaignOptions options, OutputDirectory.Maker directory, long seed, List<String> commandLine)
      throws UnusableException, IOException {
    Clock start = subject.now();
    Machine declared = subject.machine();
    Plan possible = plan(options, declared);
    Environment environment = subject.environment();
    List<Warning> warnings = checked(declared, environment);
    RunDirectory runDirectory = hold(directory.make());
    Progress progress = new Progress(screen);
    warnings.forEach(progress::warn);
    subject.prepare(progress::say);
    Optional<PairRounds.Result> topology = topology(options, declared, seed, progress);
    Machine machine = topology.map(t -> t.topology().of(declared)).orElse(declared);
    if (topology.isPresent()) {
      PairsCsv.write(runDirectory.pairsCsv(), topology.get().observations());
    }
    Measured measured =
        new Measured(
            Versions.jmh(),
            subject.isSimulated(),
            seed,
            topology.map(PairRounds.Result::topology).orElse(null),
            topology.isPresent() ? planAgain(options, machine, possible) : possible);
    Crowding.sentence(measured.plan(), machine.topology()).ifPresent(progress::say);
    RunInfo info = info(start, machine, environment, measured, commandLine, warnings);
    return run(runDirectory, info, List.of(), deadline(options.length().budget()), progress);
  }

  /** The plan for the time and the cores that there are now; the first one where none fits. */
  private Plan planAgain(CampaignOptions options, Machine machine, Plan possible) {
    try {
      return plan(options, machine);
    } catch (UnusableException _) {
      return possible;
    }
  }

  private Optional<PairRounds.Result> topology(
      CampaignOptions options, Machine declared, long seed, Progress progress) {
    Duration budget = options.length().budget();
    return options.siblings()
        ? new TopologyCheck(subject, interruption, progress)
            .measure(declared, budget == null ? CampaignOptions.DEFAULT_BUDGET : budget, seed)
        : Optional.empty();
  }

  private List<Warning> checked(Machine machine, Environment environment) throws UnfitException {
    List<Warning> findings = FitnessCheck.check(machine, environment);
    if (strict) {
      UnfitException.throwIfUnfit(findings);
    }
    return findings;
  }

  private static RunInfo info(
      Clock start,
      Machine machine,
      Environment environment,
      Measured measured,
      List<String> commandLine,
      List<Warning> warnings) {
    return new RunInfo(
        Versions.tool(),
        measured,
        commandLine,
        start.utc(),
        null,
        RunInfo.State.RUNNING,
        start,
        machine,
        environment,
        warnings);
  }

  /**
   * Continues a run that was interrupted.
   *
   * @param budget for this session; null: what is left of the run's own
   * @throws UnusableException if it is complete, or the machine, its boot, the JVM or the quota
   *     changed
   * @throws IOException if the run cannot be read or written
   */
  public Outcome resume(Path directory, @Nullable Duration budget)
      throws UnusableException, IOException {
    RunDirectory runDirectory = hold(OutputDirectory.again(directory));
    Machine machine = subject.machine();
    Environment environment = subject.environment();
    Run run = ResumableRun.read(runDirectory, machine, environment, budget != null);
    Duration left = budget != null ? budget : ResumableRun.budgetLeft(run);
    RunInfo info = ResumableRun.warned(run.info(), checked(machine, environment));
    Progress progress = new Progress(screen);
    info.warnings().forEach(progress::warn);
    subject.prepare(progress::say);
    return run(runDirectory, info, run.trials(), deadline(left), progress);
  }

  private Outcome run(
      RunDirectory directory,
      RunInfo info,
      List<Trial> earlier,
      Deadline deadline,
      Progress progress)
      throws IOException {
    try (RunRecorder recorder = RunRecorder.open(directory, info)) {
      recorder.info(measure(info, recorder, deadline, progress, earlier));
      Run run = directory.read();
      JmhJson.write(directory.jmhJson(), run);
      return new Outcome(directory, run);
    }
  }

  private RunInfo measure(
      RunInfo info, RunRecorder recorder, Deadline deadline, Progress progress, List<Trial> earlier)
      throws IOException {
    LiveLoad load = new LiveLoad(recorder, progress, info.machine().topology(), System::nanoTime);
    try (TrialSource source = subject.open(info, load)) {
      RunInfo.State state =
          new Campaign(info, recorder, source, deadline, progress, interruption, earlier).run();
      RunInfo ended = info.ended(subject.now().utc(), state);
      return ResumableRun.warned(
          ended,
          Stream.of(
                  source.warning(),
                  FitnessCheck.ofQuotas(
                      info.machine().bindingQuota().orElse(null),
                      subject.machine().bindingQuota().orElse(null)))
              .flatMap(Optional::stream)
              .toList());
    } finally {
      progress.end();
    }
  }

  /** Until the report is written. */
  private RunDirectory hold(OutputDirectory directory) {
    held = directory;
    return directory.directory();
  }

  @Override
  public void close() {
    if (held != null) {
      held.close();
    }
    interruption.close();
  }
}
