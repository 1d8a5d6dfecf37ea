package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.model.trial.Label;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: measures this machine and writes a report. */
@Command(
    name = "run",
    description = "Measure this machine and write a report.",
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
      "  run --resume DIR                              continues an interrupted run"
    })
final class RunCommand implements Callable<Integer> {

  private static final Set<String> WITH_RESUME =
      Set.of(
          "--resume",
          "--budget",
          "--strict",
          "--wait",
          "--no-report",
          "--no-figures",
          "--quiet",
          "--json",
          "--markdown",
          "--open",
          "--ascii",
          "--debug");

  @Mixin private final PlanOptions plan = new PlanOptions();

  @Mixin private final Measuring measuring = new Measuring();

  @SuppressWarnings("UnusedVariable") // Only checked: the command line is in run.json.
  @Option(
      names = Label.OPTION,
      paramLabel = "KEY=VALUE",
      description =
          "Note where the run comes from, as in machine=n1; may be given several times. It is kept in run.json.")
  private List<Label> labels = List.of();

  @Option(
      names = "--resume",
      paramLabel = "DIR",
      description =
          "Continue this run, on the same machine and JVM. Only --budget, --strict, --no-report and --no-figures may be added.")
  private @Nullable Path resumed;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UnusableException, IOException {
    Path run = resumed;
    if (run == null) {
      return measuring.measure(plan.within(measuring.budget()));
    }
    if (measuring.isDryRun()) {
      throw new UnusableException(
          "--dry-run shows the plan of a new run; the plan of %s is in its run.json"
              .formatted(run));
    }
    if (!WITH_RESUME.containsAll(
        spec.commandLine().getParseResult().matchedOptions().stream()
            .map(OptionSpec::longestName)
            .toList())) {
      throw new UnusableException(
          "--resume continues with the plan of that run: only --budget, --strict, --no-report and --no-figures may be added");
    }
    return measuring.measure(session -> session.resume(run, measuring.budget()));
  }
}
