package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.MeasuredTopology;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.JmhJson;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.run.Campaign;
import io.coreyield.benchmarks.campaign.run.CrashReports;
import io.coreyield.benchmarks.campaign.run.Deadline;
import io.coreyield.benchmarks.campaign.run.Interruption;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.campaign.run.RunRecorder;
import io.coreyield.benchmarks.campaign.run.TrialSource;
import io.coreyield.benchmarks.machine.FitnessCheck;
import io.coreyield.benchmarks.terminal.LiveLoad;
import io.coreyield.benchmarks.terminal.Progress;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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
  private final BudgetPlanner planner;
  private final boolean strict;
  private final boolean waits;
  private final Interruption interruption = new Interruption();
  private @Nullable MachineLock turn;
  private @Nullable OutputDirectory held;

  /**
   * A session that shows its progress.
   *
   * @param strict whether to measure nothing on an unfit machine
   * @param waits whether to wait for another measurement on this machine
   */
  public CampaignSession(Screen screen, MeasuredMachine subject, boolean strict, boolean waits) {
    this.screen = screen;
    this.subject = subject;
    this.planner = new BudgetPlanner(subject);
    this.strict = strict;
    this.waits = waits;
  }

  /** A session without output. */
  public static CampaignSession silent(MeasuredMachine subject) {
    return new CampaignSession(Screen.none(), subject, false, false);
  }

  /** Whom to tell which run has how many trials on disk when Ctrl-C has ended the measurement. */
  public void whenInterrupted(ObjIntConsumer<Path> kept) {
    interruption.tell(trials -> {
      if (held != null) {
        kept.accept(held.directory().path(), trials);
      }
    });
  }

  /** Ends the measurement before the next trial, as Ctrl-C does, as soon as this holds. */
  public void endWhen(BooleanSupplier obstacle) {
    interruption.endWhen(obstacle);
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
    Machine declared = subject.machine();
    Plan possible = planner.plan(options, declared);
    Progress progress = new Progress(screen);
    takeTurn(progress);
    Clock start = subject.now();
    Environment environment = subject.environment();
    List<Warning> warnings = checked(declared, environment);
    RunDirectory runDirectory = hold(directory.make());
    warnings.forEach(progress::warn);
    subject.prepare(progress::say);
    Optional<MeasuredTopology> topology =
        topology(options, declared, seed, progress, runDirectory.pairsCsv());
    Machine machine = topology.map(t -> t.of(declared)).orElse(declared);
    Measured measured =
        new Measured(
            Versions.jmh(),
            subject.isSimulated(),
            seed,
            topology.orElse(null),
            topology.isPresent() ? planner.planOr(possible, options, machine) : possible);
    Crowding.sentence(measured.plan(), machine.topology()).ifPresent(progress::say);
    RunInfo info =
        new RunInfo(
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
    return run(
        runDirectory, info, List.of(), planner.deadline(options.length().budget()), progress);
  }

  private Optional<MeasuredTopology> topology(
      CampaignOptions options, Machine declared, long seed, Progress progress, Path file)
      throws IOException {
    Duration budget = options.length().budget();
    return options.siblings()
        ? new TopologyCheck(subject, interruption, progress)
            .measure(declared, budget == null ? CampaignOptions.DEFAULT_BUDGET : budget, seed, file)
        : Optional.empty();
  }

  private List<Warning> checked(Machine machine, Environment environment) throws UnfitException {
    List<Warning> findings = FitnessCheck.check(machine, environment);
    if (strict) {
      UnfitException.throwIfUnfit(findings);
    }
    return findings;
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
    Progress progress = new Progress(screen);
    takeTurn(progress);
    RunInfo info = ResumableRun.warned(run.info(), checked(machine, subject.environment()));
    info.warnings().forEach(progress::warn);
    subject.prepare(progress::say);
    return run(runDirectory, info, run.trials(), planner.deadline(left), progress);
  }

  private Outcome run(
      RunDirectory directory,
      RunInfo info,
      List<Trial> earlier,
      Deadline deadline,
      Progress progress)
      throws IOException {
    try (RunRecorder recorder = RunRecorder.open(directory, info)) {
      recorder.info(measure(directory, info, recorder, deadline, progress, earlier));
      Run run = directory.read();
      JmhJson.write(directory.jmhJson(), run);
      return new Outcome(directory, run);
    }
  }

  private RunInfo measure(
      RunDirectory directory,
      RunInfo info,
      RunRecorder recorder,
      Deadline deadline,
      Progress progress,
      List<Trial> earlier)
      throws IOException {
    LiveLoad load = new LiveLoad(recorder, progress, info.machine().topology(), System::nanoTime);
    try (TrialSource source = subject.open(info, load, new CrashReports(directory.path()))) {
      RunInfo.State state =
          new Campaign(info, recorder, source, deadline, progress, interruption, earlier).run();
      // Of one clock with its trials: the other one may be set meanwhile.
      RunInfo ended = info.ended(info.clock().toUtc(subject.now().tNs()), state);
      return ResumableRun.warned(
          ended,
          Stream.concat(
                  source.warnings().stream(),
                  FitnessCheck.ofQuotas(
                      info.machine().bindingQuota().orElse(null),
                      subject.machine().bindingQuota().orElse(null))
                      .stream())
              .toList());
    } finally {
      progress.end();
    }
  }

  /** Until the report is written. A simulated machine is free at any time. */
  private void takeTurn(Progress progress) throws UnusableException {
    if (subject.isSimulated()) {
      return;
    }
    turn = MachineLock.take(waits, progress::say);
    if (turn.hasWaited()) {
      subject.beginAnew();
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
    if (turn != null) {
      turn.close();
    }
    interruption.close();
  }
}
