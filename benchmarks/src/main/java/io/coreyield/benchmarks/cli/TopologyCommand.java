package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.chart.xchart.Figures;
import io.coreyield.analysis.chart.xchart.PlotReadiness;
import io.coreyield.analysis.cli.DefaultDirectory;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.report.terminal.PairsSummary;
import io.coreyield.benchmarks.campaign.session.OutputDirectory;
import io.coreyield.benchmarks.campaign.session.ProcessLimits;
import io.coreyield.benchmarks.campaign.session.TopologySession;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.machine.linux.CpuList;
import io.coreyield.benchmarks.terminal.Screen;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code topology}: which logical CPUs share a core, by measurement. */
@Command(
    name = "topology",
    description =
        "Measure which logical CPUs share a core, and compare with what the machine declares.",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    sortOptions = false,
    footer = {
      "",
      "Exits with 0 if there is an answer, with 1 if there is none.",
      "Examples:",
      "  topology                measures all pairs, or a sample on a large machine",
      "  topology --cpus 0-3,8   measures these logical CPUs only",
      "  topology --budget 10m   runs more rounds, or more pairs on a large machine"
    })
final class TopologyCommand implements Callable<Integer> {

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "Limit the time for everything, as in 90s or 10m (default: 2m).")
  private Duration budget = TopologySession.Options.DEFAULT_BUDGET;

  @Option(
      names = "--cpus",
      paramLabel = "LIST",
      description =
          "Measure these logical CPUs, as in 0-3,8 (default: all that this process may use).")
  private @Nullable String cpus;

  @Option(
      names = "--window",
      paramLabel = "MS",
      description = "Run windows of MS milliseconds (default: 10 to 100, by the budget).")
  private @Nullable Integer windowMs;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Set the random seed for order, sample and resampling (default: random).")
  private @Nullable Long seed;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the files to DIR (default: coreyield-topology-DATE-TIME).")
  private @Nullable Path directory;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UnusableException, IOException {
    ProcessLimits.requireHeap();
    TopologySession.Options options = options();
    PrintWriter out = spec.commandLine().getOut();
    Screen screen = ProgressScreen.of(spec);
    try (TopologySession session = new TopologySession(screen)) {
      Optional<String> obstacle = session.obstacle();
      if (obstacle.isPresent()) {
        spec.commandLine().getErr().println(obstacle.get());
        return ExitCode.FAILED;
      }
      Optional<String> noFigure = PlotReadiness.problem();
      noFigure.ifPresent(sentence ->
          spec.commandLine()
              .getErr()
              .println(sentence + " The measurement continues without the heat map."));
      long runSeed = seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
      List<String> typed = spec.root().commandLine().getParseResult().originalArgs();
      TopologySession.Result outcome =
          session.measure(
              options,
              directory == null
                  ? OutputDirectory.like(DefaultDirectory.now("coreyield-topology"))
                  : OutputDirectory.at(directory),
              runSeed,
              typed);
      out.print(PairsSummary.of(outcome.run()));
      if (noFigure.isEmpty()) {
        try {
          Figures.write(outcome.run(), outcome.directory());
        } catch (IOException e) {
          throw NewDirectory.unwritable(outcome.directory(), e);
        }
      }
      out.println("Files:     " + outcome.directory());
      out.flush();
      if (outcome.isInterrupted()) {
        return ExitCode.INTERRUPTED;
      }
      return outcome.run().topology().sharing().isKnown() ? ExitCode.DONE : ExitCode.FAILED;
    }
  }

  private TopologySession.Options options() throws UnusableException {
    try {
      return new TopologySession.Options(budget, cpuSet(), windowMs);
    } catch (IllegalArgumentException e) {
      throw new UnusableException(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable BitSet cpuSet() {
    if (cpus == null) {
      return null;
    }
    return CpuList.parse(cpus)
        .orElseThrow(() ->
            new IllegalArgumentException(
                "'%s' is no list of logical CPUs: give one as in 0-3,8".formatted(cpus)));
  }
}
