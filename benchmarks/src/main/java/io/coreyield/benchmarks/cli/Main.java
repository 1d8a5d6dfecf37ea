package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.Commands;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.JvmErrors;
import io.coreyield.analysis.cli.Program;
import io.coreyield.analysis.cli.SavedRunCommands;
import io.coreyield.benchmarks.campaign.session.UnfitException;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.campaign.session.Versions;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code benchmarks.jar}: subcommands, or JMH's own command line; nothing: the quick campaign. */
@Command(
    name = Main.NAME,
    description = "What is another worker worth on this machine, and what is a hyperthread worth?",
    versionProvider = Main.Version.class,
    mixinStandardHelpOptions = true,
    subcommands = {
      RunCommand.class,
      MachineCommand.class,
      CohabitCommand.class,
      TopologyCommand.class,
      ValidateCommand.class
    },
    footer = {
      "",
      "Without a command: run, with its options if any: the quick campaign of about 3 minutes, and its report.",
      "Any other arguments are JMH's: -l lists the benchmarks, -h JMH's options.",
      "Examples:",
      "  java -jar benchmarks.jar",
      "  java -jar benchmarks.jar run --budget 10m",
      "  java -jar benchmarks.jar SummationBenchmark -p model=virtual -p workers=2",
      "  java -jar benchmarks.jar report DIR",
      "  java -jar benchmarks.jar compare DIR DIR"
    })
public final class Main {

  static final String NAME = "java -jar benchmarks.jar";

  @SuppressWarnings("UnusedVariable") // picocli reads it.
  @Mixin
  private final SavedRunCommands savedRuns = new SavedRunCommands();

  private Main() {}

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
    JvmErrors.prepare();
    System.exit(CachedJvm.run(List.of(args)).orElseGet(() -> run(args)));
  }

  /** Runs, and returns the exit code. */
  static int run(String... args) {
    return switch (FirstWord.of(commandLine(), List.of(args))) {
      case FirstWord.Ours(var arguments) ->
          Commands.run(new Main(), Main::setUp, arguments.toArray(String[]::new));
      case FirstWord.Jmh _ -> jmh(args);
      case FirstWord.Unknown(var sentence) -> {
        System.err.println(sentence);
        yield ExitCode.BAD_USAGE;
      }
    };
  }

  private static int jmh(String... args) {
    try {
      return new JmhCommand(args, System.err).run();
    } catch (VirtualMachineError | LinkageError e) {
      System.err.println("coreyield: " + JvmErrors.sentence(e));
      return ExitCode.FAILED;
    }
  }

  /** The commands, to be looked up. */
  static CommandLine commandLine() {
    return Program.named(new CommandLine(new Main()));
  }

  private static void setUp(CommandLine line) {
    OptionValue.register(line);
    IExecutionExceptionHandler otherwise = line.getExecutionExceptionHandler();
    line.setExecutionExceptionHandler((e, command, parsed) ->
        e instanceof UnusableException && !(e instanceof UnfitException)
            ? badUsage(e, command, parsed)
            : otherwise.handleExecutionException(e, command, parsed));
  }

  private static int badUsage(Exception e, CommandLine command, ParseResult parsed)
      throws Exception {
    return command
        .getParameterExceptionHandler()
        .handleParseException(
            new ParameterException(command, String.valueOf(e.getMessage()), e),
            parsed.originalArgs().toArray(String[]::new));
  }
}
