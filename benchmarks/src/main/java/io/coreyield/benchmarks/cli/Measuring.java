package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.cli.DefaultDirectory;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.FiguresOption;
import io.coreyield.analysis.cli.Kept;
import io.coreyield.analysis.cli.OpenOption;
import io.coreyield.analysis.cli.Program;
import io.coreyield.analysis.cli.RunReport;
import io.coreyield.analysis.cli.RunningJar;
import io.coreyield.analysis.cli.ShownOptions;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.run.LocalMachine;
import io.coreyield.benchmarks.campaign.run.MeasuredMachine;
import io.coreyield.benchmarks.campaign.run.SimulatedMeasuredMachine;
import io.coreyield.benchmarks.campaign.session.CampaignSession;
import io.coreyield.benchmarks.campaign.session.DryRun;
import io.coreyield.benchmarks.campaign.session.OutputDirectory;
import io.coreyield.benchmarks.campaign.session.ProcessLimits;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.simulation.MachineFile;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Measuring by a campaign, and its report: the options of {@code run} and {@code cohabit}. */
final class Measuring {

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description =
          "Limit the time for everything, as in 90s, 10m, 1h30m (default: 3m; none with --rounds).")
  private @Nullable Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description =
          "Set the random seed for trial order, resampling and simulated noise (default: random).")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the run to DIR (default: coreyield-DATE-TIME).")
  private @Nullable Path directory;

  @Option(
      names = "--simulate",
      paramLabel = "FILE",
      description =
          "Simulate the machine that FILE describes (docs/SIMULATION.md) and measure nothing.")
  private @Nullable Path simulated;

  @Option(
      names = "--strict",
      description = "Measure nothing and exit with 1 if the machine is not fit to measure.")
  private boolean strict;

  @Option(
      names = "--wait",
      description = "Wait for the end of another measurement on this machine.")
  private boolean waits;

  @Option(
      names = "--dry-run",
      description =
          "Print the plan, its expected time and the smallest effect that it can detect. Run a pilot for that, of at most 20 s or a fifth of the budget, and write nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-report",
      description = "Write only the raw run; 'report DIR' makes the report later.")
  private boolean noReport;

  @Mixin private final FiguresOption figures = new FiguresOption();

  @Mixin private ShownOptions shown = new ShownOptions();

  @Mixin private OpenOption open = new OpenOption();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec = CommandSpec.create();

  private boolean isTold;

  /** What {@code --budget} says; null where nothing does. */
  @Nullable Duration budget() {
    return budget;
  }

  boolean isDryRun() {
    return dryRun;
  }

  /** One campaign in a session. */
  interface Start {
    CampaignSession.Outcome in(CampaignSession session) throws UnusableException, IOException;
  }

  /** Runs a new campaign, or shows its plan; the exit code. */
  int measure(CampaignOptions options) throws UnusableException, IOException {
    ProcessLimits.requireHeap();
    shown.check(spec);
    return dryRun
        ? dryRun(options)
        : measure(session ->
            session.start(
                options,
                directory == null
                    ? OutputDirectory.like(DefaultDirectory.now("coreyield"))
                    : OutputDirectory.at(directory),
                runSeed(),
                spec.root().commandLine().getParseResult().originalArgs()));
  }

  /** Runs a campaign and writes its report; the exit code. */
  int measure(Start campaign) throws UnusableException, IOException {
    ProcessLimits.requireHeap();
    shown.check(spec);
    Screen screen = shown.isQuiet() ? Screen.none() : ProgressScreen.of(spec);
    try (CampaignSession session = new CampaignSession(screen, machine(), strict, waits)) {
      boolean hasFigures = !noReport && figures.areWanted() && canDraw();
      return measureAndReport(session, campaign, hasFigures);
    }
  }

  private MeasuredMachine machine() throws IOException {
    return simulated == null
        ? new LocalMachine(ProcessClock.startNs())
        : new SimulatedMeasuredMachine(MachineFile.read(simulated));
  }

  private int measureAndReport(CampaignSession session, Start campaign, boolean hasFigures)
      throws UnusableException, IOException {
    // Said first after Ctrl-C: there may be no time for the report.
    session.whenInterrupted(this::tell);
    // Nothing can be loaded from a jar that was cut: what the sentence needs is loaded now.
    String _ = Kept.sentence(spec, Path.of(""), 1);
    session.endWhen(() -> RunningJar.change().isPresent());
    CampaignSession.Outcome outcome = null;
    try {
      outcome = campaign.in(session);
      return isTold && RunningJar.change().isPresent()
          ? ExitCode.FAILED
          : finish(outcome, hasFigures);
    } catch (LinkageError e) {
      if (RunningJar.change().isEmpty() || (outcome == null && !isTold)) {
        throw e;
      }
      if (outcome != null && !isTold) {
        tell(outcome.directory().path(), outcome.run().trials().size());
      }
      return ExitCode.FAILED;
    }
  }

  private void tell(Path path, int trials) {
    isTold = true;
    String kept = Kept.sentence(spec, path, trials);
    spec.commandLine()
        .getErr()
        .println(RunningJar.change().map(change -> change + ": " + kept).orElse(kept));
  }

  /** Asked before anything is measured, so that the user can stop in time. */
  private static boolean canDraw() {
    Optional<String> problem = PlotReadiness.problem();
    problem.ifPresent(sentence ->
        System.err.println(
            sentence + " The run continues without figures; 'report DIR' draws them later."));
    return problem.isEmpty();
  }

  private int finish(CampaignSession.Outcome outcome, boolean hasFigures) throws IOException {
    if (outcome.isInterrupted() && outcome.run().trials().isEmpty()) {
      return ExitCode.INTERRUPTED;
    }
    Findings findings = Findings.of(outcome.run());
    if (noReport) {
      PrintWriter people = shown.forPeople(spec);
      people.printf(
          "The run is in %s; '%s report %s' makes its report%n",
          outcome.directory().path(), Program.of(spec), outcome.directory().path());
      people.flush();
      shown.write(spec, findings);
    } else {
      RunReport.write(spec, outcome.directory(), findings, hasFigures, shown, open);
    }
    for (Trial trial : outcome.failures()) {
      spec.commandLine()
          .getErr()
          .printf(
              "trial %d (%s) failed: %s%n",
              trial.number(), trial.workload().label(), trial.failure());
    }
    if (outcome.isInterrupted()) {
      return ExitCode.INTERRUPTED;
    }
    return findings.trust().isAnswer() && outcome.failures().isEmpty()
        ? ExitCode.DONE
        : ExitCode.FAILED;
  }

  private int dryRun(CampaignOptions options) throws UnusableException, IOException {
    if (shown.asksForFiles()) {
      throw new UnusableException(
          "--dry-run has no answer to write: leave out --json and --markdown, or --dry-run");
    }
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    try (DryRun planned = new DryRun(machine(), options)) {
      planned.plan().forEach(out::println);
      out.println();
      out.flush();
      planned.pilot(runSeed(), waits, err::println).forEach(out::println);
      out.flush();
    }
    return ExitCode.DONE;
  }

  private long runSeed() {
    return seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
  }
}
