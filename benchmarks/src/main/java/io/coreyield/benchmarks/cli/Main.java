package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.Commands;
import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.cli.SavedRunCommands;
import io.coreyield.benchmarks.campaign.session.UnfitException;
import io.coreyield.benchmarks.campaign.session.UnusableException;
import io.coreyield.benchmarks.campaign.session.Versions;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
      TopologyCommand.class,
      ValidateCommand.class
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

  /** The words that no longer name anything, and what is called so now. */
  private static final Map<String, String> RENAMED =
      Map.of("pairs", "topology", "--pairs", "--siblings", "--no-pairs", "--no-siblings");

  private static final Set<String> BEFORE_COMMAND =
      Set.of("help", "--help", "--version", "-V", "--ascii", "--debug");

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
    System.exit(run(args));
  }

  private static int run(String[] args) {
    if (args.length == 0) {
      return run(new String[] {"run"});
    }
    Optional<String> old = renamed(args);
    if (old.isPresent()) {
      System.err.printf("'%s' is called '%s' now%n", old.get(), RENAMED.get(old.get()));
      return ExitCode.BAD_USAGE;
    }
    return isOurs(args[0])
        ? Commands.run(new Main(), Main::setUp, args)
        : new JmhCommand(args, System.err).run();
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

  private static Optional<String> renamed(String[] args) {
    Stream<String> command = Stream.of(args).filter(arg -> !arg.startsWith("-")).limit(1);
    Stream<String> options = Stream.of(args).filter(arg -> arg.startsWith("--"));
    return Stream.concat(command, options).filter(RENAMED::containsKey).findFirst();
  }

  private static boolean isOurs(String arg) {
    return BEFORE_COMMAND.contains(arg)
        || new CommandLine(new Main()).getSubcommands().containsKey(arg);
  }
}
