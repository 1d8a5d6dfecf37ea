package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.OpenOption;
import io.coreyield.analysis.cli.Terminal;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.PlanPreview;
import io.coreyield.benchmarks.campaign.session.CampaignSession;
import io.coreyield.benchmarks.campaign.session.Outcome;
import io.coreyield.benchmarks.campaign.session.UnfitException;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.simulation.MachineFile;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code run}: measures this machine and ends with a report. */
@Command(
    name = "run",
    description = "Measures this machine and ends with a report.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Without options: the quick campaign, about 3 minutes.",
      "Examples:",
      "  run --budget 10m                              narrower intervals",
      "  run --kernels range --models platform,process,global-lock --workers 1,2",
      "  run --placements spread,siblings --workers 2  two workers on two cores, or on one",
      "  run --resume DIR                              goes on with an interrupted run"
    })
final class RunCommand implements Callable<Integer> {

  @Mixin private final PlanOptions plan = new PlanOptions();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "time for everything, as in 90s, 10m, 1h30m (default: 3m; none with --rounds)")
  private @Nullable Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the shuffles, and of simulated noise (default: random)")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "where the run is written (default: coreyield-DATE-TIME)")
  private @Nullable Path directory;

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "go on with this run instead, on the same machine and JVM; only --budget, --strict and"
              + " --no-report go with it")
  private @Nullable Path resumed;

  @Option(
      names = "--simulate",
      paramLabel = "FILE",
      description =
          "measure nothing: make the run up as the machine that this file describes would give it"
              + " (docs/SIMULATION.md)")
  private @Nullable Path simulated;

  @Option(
      names = "--strict",
      description = "measure nothing where the machine is not fit to measure, and end with 1")
  private boolean strict;

  @Option(
      names = "--dry-run",
      description =
          "print the plan, its expected time and, from a pilot of at most 20 s or a fifth of the"
              + " budget, the smallest effect that it can see; nothing is written")
  private boolean dryRun;

  @Option(
      names = "--no-report",
      description = "write the raw run only; 'report DIR' makes the report later")
  private boolean noReport;

  @Mixin private OpenOption open = new OpenOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws IOException {
    try {
      return run();
    } catch (UnfitException e) {
      spec.commandLine().getErr().println(e.getMessage());
      return ExitCode.FAILED;
    } catch (UnusableException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private int run() throws UnusableException, IOException {
    PrintWriter out = spec.commandLine().getOut();
    try (CampaignSession session = session(out)) {
      if (dryRun && resumed != null) {
        throw new UnusableException(
            "--dry-run shows the plan of a new run: that of %s stands in its run.json"
                .formatted(resumed));
      }
      if (dryRun) {
        return dryRun(session, out);
      }
      RunReport report = RunReport.prepare(!noReport);
      return report.finish(measure(session), spec, open);
    }
  }

  private int dryRun(CampaignSession session, PrintWriter out)
      throws UnusableException, IOException {
    PlanPreview preview = session.preview(options());
    preview.lines().forEach(out::println);
    out.println();
    out.flush();
    session.pilot(preview, runSeed()).forEach(out::println);
    out.flush();
    return ExitCode.DONE;
  }

  private long runSeed() {
    return seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
  }

  private CampaignSession session(PrintWriter out) throws IOException {
    Screen screen = Screen.of(out, Terminal.isInteractive(), Terminal.isAscii(spec));
    return simulated == null
        ? new CampaignSession(screen, strict)
        : CampaignSession.simulated(screen, MachineFile.read(simulated));
  }

  private Outcome measure(CampaignSession session) throws UnusableException, IOException {
    if (resumed != null) {
      if (directory != null || seed != null || simulated != null || plan.isGiven()) {
        throw new UnusableException(
            "--resume goes on with the plan of that run: only --budget, --strict and --no-report go"
                + " with it");
      }
      return session.resume(resumed, budget);
    }
    return session.start(options(), directory, runSeed(), commandLine());
  }

  private CampaignOptions options() throws UnusableException {
    return plan.within(budget);
  }

  private List<String> commandLine() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }
}
