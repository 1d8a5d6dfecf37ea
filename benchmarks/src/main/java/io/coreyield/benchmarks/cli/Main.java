package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.BundleCommand;
import io.coreyield.analysis.cli.Commands;
import io.coreyield.analysis.cli.CompareCommand;
import io.coreyield.analysis.cli.CompletionCommand;
import io.coreyield.analysis.cli.ImportCommand;
import io.coreyield.analysis.cli.RebuildCommand;
import io.coreyield.analysis.cli.ReportCommand;
import io.coreyield.analysis.cli.VerifyCommand;
import io.coreyield.benchmarks.campaign.session.Versions;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code benchmarks.jar}: subcommands, or JMH's own command line; nothing: the quick campaign. */
@Command(
    name = Main.NAME,
    description = "What is another worker worth on this machine, and what is a hyperthread worth?",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      MachineCommand.class,
      PairsCommand.class,
      ValidateCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      ImportCommand.class,
      BundleCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      CompletionCommand.class
    },
    footer = {
      "",
      "Without arguments: the quick campaign of about 3 minutes, and its report.",
      "Any other arguments are JMH's: -l lists the benchmarks, -h JMH's options.",
      "Examples:",
      "  java -jar benchmarks.jar",
      "  java -jar benchmarks.jar run --budget 10m",
      "  java -jar benchmarks.jar SummationBenchmark -p model=virtual -p workers=2",
      "  java -jar benchmarks.jar report DIR",
      "  java -jar benchmarks.jar compare DIR DIR"
    })
public final class Main {

  private static final Set<String> OURS =
      Set.of(
          "run",
          "machine",
          "pairs",
          "validate",
          "report",
          "compare",
          "import",
          "bundle",
          "verify",
          "rebuild",
          "completion",
          "help",
          "--help",
          "--version",
          "-V",
          "--ascii",
          "--debug");

  static final String NAME = "java -jar benchmarks.jar";

  private Main() {}

  /** Which version this is. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"CoreYield %s (JMH %s)".formatted(Versions.tool(), Versions.jmh())};
    }
  }

  /** Runs and exits with the code of what was run. */
  public static void main(String[] args) {
    // Forks, files and tables are read by programs: numbers are written one way everywhere.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(args));
  }

  private static int run(String[] args) {
    if (args.length > 0 && !OURS.contains(args[0])) {
      return new JmhCommand(args, System.err).run();
    }
    return Commands.run(
        new Main(), OptionValue::register, args.length == 0 ? new String[] {"run"} : args);
  }
}
