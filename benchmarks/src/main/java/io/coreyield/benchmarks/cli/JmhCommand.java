package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.ExitCode;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.run.Jmh;
import io.coreyield.benchmarks.load.CoreLoadProfiler;
import io.coreyield.benchmarks.machine.CorePairs;
import io.coreyield.benchmarks.machine.ForkProperties;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Defaults;
import org.openjdk.jmh.runner.NoBenchmarksException;
import org.openjdk.jmh.runner.ProfilersFailedException;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.UnCloseablePrintStream;

/** JMH's own command line, with the core-load profiler attached and every result accounted for. */
final class JmhCommand {

  /** How the value of each of our parameters is checked, before a fork would choke on it. */
  private static final Map<String, Consumer<String>> PARAMETERS =
      Map.of(
          "kernel", Kernel::of,
          "model", ConcurrencyModel::of,
          "scaling", Scaling::of,
          "placement", Placement::of,
          "workers", text -> Configuration.requireWorkers(toInt(whole("workers", text))),
          "n", text -> Configuration.requireElements(whole("n", text)),
          "first", CorePairs::requireFirst,
          "second", CorePair::cpuOf,
          "other", CorePair::cpuOf,
          "windowMs", text -> CampaignOptions.requireWindow(toInt(whole("windowMs", text))));

  private final String[] args;
  private final PrintStream err;

  JmhCommand(String[] args, PrintStream err) {
    this.args = expand(args);
    this.err = err;
  }

  /** Replaces the short name of our profiler: JMH knows those of others by their class only. */
  static String[] expand(String[] args) {
    String[] expanded = args.clone();
    for (int i = 1; i < expanded.length; i++) {
      if (expanded[i - 1].equals("-prof")) {
        expanded[i] =
            expanded[i].replaceFirst("^coreload(?=:|$)", CoreLoadProfiler.class.getName());
      }
    }
    return expanded;
  }

  static boolean namesCoreLoad(String[] args) {
    return Arrays.stream(args)
        .anyMatch(arg -> arg.matches(CoreLoadProfiler.class.getName() + "(:.*)?"));
  }

  /** Does what JMH's main method would do; the exit code. */
  int run() {
    Jmh.silence();
    try {
      CommandLineOptions options = new CommandLineOptions(args);
      return showed(options) ? ExitCode.DONE : measure(options);
    } catch (CommandLineOptionException e) {
      return misused(reason(e) + " (-h lists JMH's options, --help ours)");
    } catch (IllegalArgumentException e) {
      return misused(e.getMessage());
    } catch (NoBenchmarksException e) {
      return misused("no benchmark matches: -l lists them");
    } catch (ProfilersFailedException e) {
      return misused(
          "a profiler cannot run here: %s (-lprof lists those that can)".formatted(reason(e)));
    } catch (RunnerException e) {
      say(Jmh.reason(e));
      return ExitCode.FAILED;
    } catch (IOException e) {
      return misused(e.getMessage() + ": give -o and -rff a place where you may write");
    }
  }

  private static String reason(CommandLineOptionException e) {
    return String.valueOf(e.getMessage())
        .replaceFirst("^No enum constant .*ResultFormatType\\.", "-rf knows no format ");
  }

  private static String reason(ProfilersFailedException e) {
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return String.valueOf(cause.getMessage())
        .lines()
        .findFirst()
        .orElse("")
        .replace("java.lang.ClassNotFoundException: ", "no profiler is called ")
        .strip();
  }

  private int misused(@Nullable String sentence) {
    say(sentence);
    return ExitCode.BAD_USAGE;
  }

  private void say(@Nullable String sentence) {
    err.println("coreyield: " + sentence);
  }

  private static boolean showed(CommandLineOptions options) throws IOException {
    if (options.shouldHelp()) {
      options.showHelp();
    } else if (options.shouldList()) {
      lister(options).list();
    } else if (options.shouldListWithParams()) {
      lister(options).listWithParams(options);
    } else if (options.shouldListProfilers()) {
      options.listProfilers();
    } else if (options.shouldListResultFormats()) {
      options.listResultFormats();
    } else {
      return false;
    }
    return true;
  }

  private static Runner lister(CommandLineOptions options) throws IOException {
    return new Runner(
        options, OutputFormatFactory.createFormatInstance(output(options), VerboseMode.NORMAL));
  }

  private int measure(CommandLineOptions options) throws RunnerException, IOException {
    refuseThreads(options);
    checkParameters(options);
    requireResultFile(options);
    boolean forked = !options.getForkCount().hasValue() || options.getForkCount().get() > 0;
    StartedBenchmarks started = new StartedBenchmarks();
    OutputFormat format =
        started.remembering(
            OutputFormatFactory.createFormatInstance(
                output(options), options.verbosity().orElse(Defaults.VERBOSITY)));
    Collection<RunResult> results = new Runner(withOurs(options, forked), format).run();
    List<String> missing = started.missing(results, forked);
    missing.forEach(this::say);
    if (StartedBenchmarks.isLoadMissing(results)) {
      say("the load of the logical CPUs is not available (the command machine says why)");
    }
    return missing.isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /** One operation runs all workers; JMH's threads would multiply them. */
  private static void refuseThreads(CommandLineOptions options) {
    if ((options.getThreads().hasValue() && options.getThreads().get() != 1)
        || options.getThreadGroups().hasValue()) {
      throw new IllegalArgumentException(
          "-t and -tg run several operations at once, but one operation runs all workers here: give their number as -p workers=4");
    }
  }

  private static void checkParameters(CommandLineOptions options) {
    PARAMETERS.forEach((name, check) ->
        options.getParameter(name).orElse(List.of()).forEach(value -> check.accept(value)));
  }

  private static long whole(String name, String text) {
    if (!text.matches("[0-9]{1,18}")) {
      throw new IllegalArgumentException("%s = '%s': give a whole number".formatted(name, text));
    }
    return Long.parseLong(text);
  }

  private static int toInt(long value) {
    return Math.clamp(value, 0, Integer.MAX_VALUE);
  }

  /** JMH would find out as late as when it starts, and call it a failure of the run. */
  private static void requireResultFile(CommandLineOptions options) throws IOException {
    if (!options.getResult().hasValue()) {
      return;
    }
    Path file = Path.of(options.getResult().get()).toAbsolutePath();
    boolean writable =
        Files.exists(file)
            ? Files.isRegularFile(file) && Files.isWritable(file)
            : Files.isWritable(file.getParent());
    if (!writable) {
      throw new IOException("%s cannot be written".formatted(options.getResult().get()));
    }
  }

  /** Left to itself, JMH would ignore {@code -o} once it is handed an output format. */
  private static PrintStream output(CommandLineOptions options) throws IOException {
    return options.getOutput().hasValue()
        ? new PrintStream(
            new FileOutputStream(options.getOutput().get()), false, StandardCharsets.UTF_8)
        : new UnCloseablePrintStream(System.out, System.out.charset());
  }

  private Options withOurs(CommandLineOptions options, boolean forked) {
    ChainedOptionsBuilder builder = new OptionsBuilder().parent(options);
    List<String> appended = new ArrayList<>(options.getJvmArgsAppend().orElse(List.of()));
    appended.addAll(ForkProperties.quietArguments());
    builder.jvmArgsAppend(appended.toArray(String[]::new));
    if (forked && !namesCoreLoad(args)) {
      builder.addProfiler(CoreLoadProfiler.class);
    }
    return builder.build();
  }
}
