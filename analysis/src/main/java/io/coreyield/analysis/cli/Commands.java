package io.coreyield.analysis.cli;

import io.coreyield.analysis.recording.file.RecordingException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Runs any command of ours. An error is one sentence on standard error and an exit code of {@link
 * ExitCode}; with {@code --debug}, which every command takes, the stack trace follows.
 */
public final class Commands {

  static final String ASCII = "--ascii";

  private static final String DEBUG = "--debug";

  private Commands() {}

  /**
   * Runs a command on this process's standard output and error, and returns its exit code. From
   * then on the JVM writes numbers as English does, whatever the machine's locale: files and output
   * are read by programs.
   */
  public static int run(Object command, String... arguments) {
    return run(command, line -> {}, arguments);
  }

  /** As {@link #run(Object, String...)}, after {@code setUp} of the command line. */
  public static int run(Object command, Consumer<CommandLine> setUp, String... arguments) {
    Locale.setDefault(Locale.ROOT);
    Charset charset = Terminal.charset();
    CommandLine line =
        line(
            command,
            new PrintWriter(System.out, true, charset),
            new PrintWriter(System.err, true, charset));
    setUp.accept(line);
    return line.execute(arguments);
  }

  /** A command line for {@code command}, an object with picocli's annotations. */
  public static CommandLine line(Object command, PrintWriter out, PrintWriter err) {
    CommandLine line = Program.named(new CommandLine(command));
    addHelpAndVersion(line);
    everywhere(line, ASCII, "Show only ASCII in the terminal, as for old Windows consoles.");
    everywhere(line, DEBUG, "Show the stack trace of an error.");
    return line.setOut(out)
        .setErr(err)
        .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(false)
        .setExecutionStrategy(Commands::runLast)
        .setParameterExceptionHandler(Commands::badUsage)
        .setExecutionExceptionHandler(Commands::failed);
  }

  /** To every command that lacks them. */
  private static void addHelpAndVersion(CommandLine line) {
    CommandSpec spec = line.getCommandSpec();
    boolean hasItsOwn = spec.mixinStandardHelpOptions() || spec.helpCommand();
    if (!hasItsOwn) {
      spec.mixinStandardHelpOptions(true).versionProvider(new JarVersion());
    }
    line.getSubcommands().values().forEach(Commands::addHelpAndVersion);
  }

  private static void everywhere(CommandLine line, String option, String description) {
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder(option)
                .description(description)
                .scopeType(ScopeType.INHERIT)
                .build());
  }

  /** Runs the last subcommand; an error of the JVM ends as an exception does, not as a trace. */
  private static int runLast(ParseResult parsed) {
    CommandLine line = parsed.commandSpec().commandLine();
    if (Terminal.isAscii(parsed.commandSpec())) {
      line.setOut(new PrintWriter(new AsciiWriter(line.getOut()), true));
      line.setErr(new PrintWriter(new AsciiWriter(line.getErr()), true));
    }
    try {
      return new CommandLine.RunLast().execute(parsed);
    } catch (VirtualMachineError | LinkageError e) {
      throw new ExecutionException(line, JvmErrors.sentence(e), e);
    } finally {
      line.getOut().flush();
    }
  }

  private static int badUsage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String help = line.getCommandSpec().qualifiedName(" ") + " --help";
    line.getErr()
        .printf("%s%s; see '%s'%n", oneLine(e).replaceFirst("\\.$", ""), suggestion(e), help);
    if (List.of(arguments).contains(DEBUG)) {
      e.printStackTrace(line.getErr());
    }
    return ExitCode.BAD_USAGE;
  }

  private static String suggestion(ParameterException e) {
    List<String> near =
        e instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
    return near.isEmpty() ? "" : " (did you mean " + String.join(" or ", near) + "?)";
  }

  private static int failed(Exception e, CommandLine line, ParseResult parsed) {
    if (e instanceof IllegalStateException && "Shutdown in progress".equals(e.getMessage())) {
      // After Ctrl-C the JVM is ending: a library could not register what it does at the end.
      return ExitCode.FAILED;
    }
    line.getErr().println(oneLine(e));
    if (isGiven(parsed, DEBUG)) {
      e.printStackTrace(line.getErr());
    }
    return e instanceof RecordingException file && !file.isAboutWriting()
        ? ExitCode.UNREADABLE
        : ExitCode.FAILED;
  }

  /** Whether an option of every command was given, before or after the subcommand. */
  static boolean isGiven(ParseResult parsed, String option) {
    return parsed.hasMatchedOption(option)
        || parsed.subcommands().stream().anyMatch(sub -> isGiven(sub, option));
  }

  private static String oneLine(Exception e) {
    String message = e.getMessage();
    return message == null || message.isBlank()
        ? "it failed (%s); run it again with %s and report what it shows"
            .formatted(e.getClass().getSimpleName(), DEBUG)
        : message.lines().findFirst().orElseThrow();
  }
}
