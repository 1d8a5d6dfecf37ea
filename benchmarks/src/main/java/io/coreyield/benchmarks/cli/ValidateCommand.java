package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.validation.Study;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code validate}: the tables of docs/VALIDATION.md. */
@Command(
    name = "validate",
    description = "Check the statistics on machines whose truth is known.",
    mixinStandardHelpOptions = true)
final class ValidateCommand implements Callable<Integer> {

  private static final List<Study> SIMULATED =
      List.of(Study.COVERAGE, Study.COHABIT, Study.ALARMS, Study.ROBUSTNESS, Study.OTHERS);

  @Parameters(
      paramLabel = "STUDY",
      arity = "0..*",
      description =
          "Run these studies: coverage, cohabit, alarms, robustness, others (on simulated machines and recorded data; the default) or neighbour (on this machine).")
  // Not converted by picocli, which calls an unknown one among any number an unmatched argument.
  private List<String> studies = List.of();

  @Option(
      names = "--campaigns",
      paramLabel = "N",
      defaultValue = "1000",
      description = "Simulate N campaigns of each scenario (default: ${DEFAULT-VALUE}).")
  private int campaigns;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Set the random seed of the first campaign (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      defaultValue = "90s",
      description =
          "Limit the time of each of the three campaigns on this machine (default: ${DEFAULT-VALUE}).")
  private Duration budget = Duration.ofSeconds(90);

  @Option(
      names = "--cpu",
      paramLabel = "N",
      defaultValue = "0",
      description = "Keep logical CPU N busy in the study neighbour (default: ${DEFAULT-VALUE}).")
  private int cpu;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "coreyield-validation",
      description = "Write runs on this machine to DIR (default: ${DEFAULT-VALUE}).")
  private Path directory = Path.of("coreyield-validation");

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() throws UnusableException, IOException {
    if (campaigns < 1) {
      throw new ParameterException(
          spec.commandLine(), "%d campaigns: give 1 or more".formatted(campaigns));
    }
    PrintWriter out = spec.commandLine().getOut();
    Study.Settings settings = new Study.Settings(campaigns, seed, budget, cpu, directory);
    for (Study study : chosen()) {
      out.println("## " + study);
      study.run(settings, out);
      out.println();
    }
    return ExitCode.DONE;
  }

  private List<Study> chosen() {
    try {
      return studies.isEmpty() ? SIMULATED : studies.stream().map(Study::of).toList();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
