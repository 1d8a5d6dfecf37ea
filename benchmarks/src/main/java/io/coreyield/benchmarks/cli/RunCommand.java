package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.model.ConcurrencyModel;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.analysis.model.Placement;
import io.coreyield.analysis.model.Scaling;
import io.coreyield.benchmarks.campaign.CampaignOptions;
import io.coreyield.benchmarks.campaign.CampaignSession;
import io.coreyield.benchmarks.campaign.Outcome;
import io.coreyield.benchmarks.campaign.PlanPreview;
import io.coreyield.benchmarks.campaign.UnfitException;
import io.coreyield.benchmarks.campaign.UnusableException;
import io.coreyield.benchmarks.load.LoadSampler;
import io.coreyield.benchmarks.simulation.MachineFile;
import java.io.Console;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "time for everything, as in 90s, 10m, 1h30m (default: 3m; none with --rounds)")
  private @Nullable Duration budget;

  @Option(
      names = "--kernels",
      split = ",",
      paramLabel = "NAME",
      description = {
        "range, range-double, range-ilp, array-ports, array-stream, array-chase",
        "(default: the campaign chooses; all, once models, workers or placements are given)"
      })
  private @Nullable List<Kernel> kernels;

  @Option(
      names = "--models",
      split = ",",
      paramLabel = "NAME",
      description = {
        "platform, virtual, fork-join, process, global-lock",
        "(default: the campaign chooses; all, once kernels, workers or placements are given)"
      })
  private @Nullable List<ConcurrencyModel> models;

  @Option(
      names = "--workers",
      split = ",",
      paramLabel = "N",
      description = "worker counts, as in 1,2,4 (default: 1, 2, 4 … and the machine's own counts)")
  private @Nullable List<Integer> workers;

  @Option(
      names = "--placements",
      split = ",",
      paramLabel = "NAME",
      description = "os, spread, siblings, same (default: os, the scheduler decides)")
  private @Nullable List<Placement> placements;

  @Option(
      names = "--pairs",
      negatable = true,
      description =
          "measure the siblings of each core against each other (default: unless --workers or"
              + " --placements is given)")
  private @Nullable Boolean pairs;

  @Option(
      names = "--window",
      paramLabel = "MS",
      description = "how long the workers of a pair run at a time, 5 to 10000 (default: 25)")
  private @Nullable Integer windowMs;

  @Option(
      names = "--scaling",
      paramLabel = "NAME",
      description = "weak: each worker sums n; strong: n is split over them (default: weak)")
  private @Nullable Scaling scaling;

  @Option(
      names = "--n",
      paramLabel = "N",
      description = "elements, as in 268435456 or 2^28 (default: by kernel, 10 ms or more)")
  private @Nullable Elements elements;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      description = "rounds at the most; each runs every configuration once, shuffled")
  private @Nullable Integer rounds;

  @Option(
      names = "--iterations",
      paramLabel = "N",
      description =
          "iterations and blocks of a trial (default: 3, then 2 to 8 by what they cost and vary)")
  private @Nullable Integer iterations;

  @Option(
      names = "--target-ci",
      paramLabel = "P",
      description =
          "stop after a round when every throughput, and every yield as a ratio, is known within"
              + " ± P of itself from 5 forks or more, as in 2%%; only widths count")
  private @Nullable Percentage targetCi;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "of the shuffles, and of simulated noise (default: random)")
  private @Nullable Long seed;

  @Option(
      names = "--sample-interval",
      paramLabel = "MS",
      description = "between two samples of the load, 100 or more (default: 250)")
  private @Nullable Integer sampleIntervalMs;

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
      return report.finish(measure(session), out);
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
    return simulated == null
        ? new CampaignSession(out, isTerminal(), strict)
        : CampaignSession.simulated(out, isTerminal(), MachineFile.read(simulated));
  }

  private Outcome measure(CampaignSession session) throws UnusableException, IOException {
    if (resumed != null) {
      if (directory != null || isPlanGiven()) {
        throw new UnusableException(
            "--resume goes on with the plan of that run: only --budget, --strict and --no-report go"
                + " with it");
      }
      return session.resume(resumed, budget);
    }
    return session.start(options(), directory, runSeed(), commandLine());
  }

  private boolean isPlanGiven() {
    return kernels != null
        || models != null
        || workers != null
        || placements != null
        || pairs != null
        || windowMs != null
        || scaling != null
        || sampleIntervalMs != null
        || elements != null
        || rounds != null
        || iterations != null
        || targetCi != null
        || seed != null
        || simulated != null;
  }

  private CampaignOptions options() throws UnusableException {
    try {
      return new CampaignOptions(
          orEmpty(kernels),
          orEmpty(models),
          orEmpty(workers),
          orEmpty(placements),
          pairs != null ? pairs : workers == null && placements == null,
          windowMs == null ? CampaignOptions.DEFAULT_WINDOW_MS : windowMs,
          scaling == null ? Scaling.WEAK : scaling,
          elements == null ? null : elements.count(),
          rounds,
          iterations,
          budget == null && rounds == null ? CampaignOptions.DEFAULT_BUDGET : budget,
          targetCi == null ? null : targetCi.fraction(),
          sampleIntervalMs == null ? LoadSampler.DEFAULT_INTERVAL_MS : sampleIntervalMs);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private List<String> commandLine() {
    return spec.root().commandLine().getParseResult().originalArgs();
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static boolean isTerminal() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }
}
