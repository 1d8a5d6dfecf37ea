package io.coreyield.analysis.cli;

import io.coreyield.analysis.capture.Capture;
import io.coreyield.analysis.capture.CapturedMachines;
import io.coreyield.analysis.capture.CapturedRun;
import io.coreyield.analysis.capture.Captures;
import io.coreyield.analysis.capture.ImportOptions;
import io.coreyield.analysis.capture.ReadOptions;
import io.coreyield.analysis.capture.curve.CurveCsv;
import io.coreyield.analysis.capture.curve.LscpuJson;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.ControlCharacters;
import io.coreyield.analysis.recording.file.NewDirectory;
import io.coreyield.analysis.wording.PlainText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Stack;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code import FILE…}: turns captures of other tools, and times, into a run and its report. */
@Command(
    name = "import",
    description = {
      "Make a run and its report from captures of other tools on one machine.",
      "FILE is the output of dstat, dool or pcp-dstat (recorded by script, or --output), mpstat -P ALL or sar -P ALL (text, or -o JSON), sadf (-j, -d, -p), a psutil series, snapshots of /proc/stat, or a range query of Prometheus. The format is detected."
    },
    footer = {
      "",
      "--workers, --elements and --what belong to the --timing before them; --elements and --what hold until given again. A --what before the first --timing names what ran in the files: once for all, or once for each.",
      "",
      "The four timings of 2017 with their captures:",
      "  import dstat-*.txt --cores 4 \\",
      "    --timing 5.866,5.792,0.024  --workers 1 --elements 2^28 --what \"python multiprocessing\" \\",
      "    --timing 6.236,12.172,0.028 --workers 2 \\",
      "    --timing 6.970,25.728,0.048 --workers 4 \\",
      "    --timing 12.169,93.904,0.040 --workers 8",
      "Timings without a capture:",
      "  import --logical 8 --cores 4 --timing 6.970,25.728,0.048 --workers 4 --elements 2^28"
    })
public final class ImportCommand implements Callable<Integer> {

  /** Keeps the order of options, which shows what belongs to which timing. */
  static final class InOrder implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> arguments, ArgSpec argument, CommandSpec command) {
      String name = ((OptionSpec) argument).longestName();
      if (arguments.isEmpty()) {
        throw new ParameterException(
            command.commandLine(), "Missing required parameter for option '%s'".formatted(name));
      }
      ((ImportCommand) command.userObject()).words.add(new TimingWords.Word(name, arguments.pop()));
    }
  }

  private final List<TimingWords.Word> words = new ArrayList<>();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "FILE",
      arity = "0..*",
      description = "Captures of one machine: each becomes a segment of the run.")
  private List<Path> files = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write the run to DIR (default: coreyield-import-DATE-TIME).")
  private @Nullable Path out;

  @Option(
      names = TimingWords.TIMING,
      paramLabel = "REAL,USER,SYS",
      parameterConsumer = InOrder.class,
      description = "Add the seconds that 'time' reported for a program; may be repeated.")
  @SuppressWarnings("UnusedVariable") // InOrder takes its values.
  private @Nullable String timing;

  @Option(
      names = TimingWords.WORKERS,
      paramLabel = "N",
      parameterConsumer = InOrder.class,
      description = "Set how many workers that program had.")
  @SuppressWarnings("UnusedVariable") // InOrder takes its values.
  private @Nullable String workers;

  @Option(
      names = TimingWords.ELEMENTS,
      paramLabel = "N",
      parameterConsumer = InOrder.class,
      description = "Set how many elements each worker summed, as in 268435456 or 2^28.")
  @SuppressWarnings("UnusedVariable") // InOrder takes its values.
  private @Nullable String elements;

  @Option(
      names = TimingWords.WHAT,
      paramLabel = "TEXT",
      parameterConsumer = InOrder.class,
      description = "Name that program; before any --timing, name what ran in a file.")
  @SuppressWarnings("UnusedVariable") // InOrder takes its values.
  private @Nullable String what;

  @Option(
      names = "--curve",
      paramLabel = "FILE",
      description =
          "Add a scaling curve: a CSV file of two columns, workers and throughput; may be repeated.")
  private List<Path> curves = new ArrayList<>();

  @Option(
      names = "--unit",
      paramLabel = "TEXT",
      description =
          "Name what the throughput of a curve counts per second (default: ${DEFAULT-VALUE}).")
  private String unit = "operations";

  @Option(
      names = "--lscpu",
      paramLabel = "FILE",
      description = "Take processor, cores and logical CPUs from the output of lscpu -J.")
  private @Nullable Path lscpu;

  @Option(names = "--cpu", paramLabel = "NAME", description = "Name the processor.")
  private @Nullable String cpu;

  @Option(
      names = "--cores",
      paramLabel = "N",
      description =
          "Set the number of physical cores N: logical CPUs i and i+N are siblings, as Linux numbers them (default: no siblings are assumed).")
  private @Nullable Integer cores;

  @Option(
      names = "--logical",
      paramLabel = "N",
      description = "Set the number of logical CPUs; needed if no FILE states it.")
  private @Nullable Integer logical;

  @Option(
      names = "--year",
      paramLabel = "YYYY",
      description = "Set the year of time stamps that have none.")
  private @Nullable Integer year;

  @Option(
      names = "--interval",
      paramLabel = "SECONDS",
      description = "Set the time between two samples of a psutil series that does not name it.")
  private @Nullable Double interval;

  @Option(
      names = "--platform",
      paramLabel = "NAME",
      description =
          "Of a file with several machines, read the one whose platform begins with NAME (default: each becomes a run of its own).")
  private @Nullable String platform;

  @Mixin private ShownOptions shown = new ShownOptions();

  @Mixin private OpenOption open = new OpenOption();

  @Override
  public Integer call() throws IOException {
    shown.check(spec);
    Map<String, Run> runs = runs();
    Path directory = DefaultDirectory.orNew(out, "coreyield-import");
    NewDirectory.requireFree(directory);
    for (Map.Entry<String, Run> run : runs.entrySet()) {
      write(runs.size() == 1 ? directory : directory.resolve(run.getKey()), run.getValue());
    }
    if (runs.size() > 1) {
      shown
          .forPeople(spec)
          .println(
              "\nOne run for each machine: %s compare %s"
                  .formatted(
                      Program.of(spec),
                      runs.keySet().stream()
                          .map(name -> PlainText.shellQuoted(directory.resolve(name).toString()))
                          .collect(Collectors.joining(" "))));
    }
    return ExitCode.DONE;
  }

  private void write(Path directory, Run run) throws IOException {
    RunDirectory files = new RunDirectory(directory);
    CapturedRun.write(files, run);
    RunReport.write(spec, files, Findings.of(run), true, shown, open);
  }

  /** One for each machine, by its name. */
  private Map<String, Run> runs() throws IOException {
    try {
      TimingWords timingWords = TimingWords.of(words);
      requireSomething(timingWords);
      List<List<Capture>> captures = new ArrayList<>();
      for (Path file : files) {
        captures.add(Captures.read(file, new ReadOptions(year, interval, platform)));
      }
      Map<String, List<Capture>> machines = CapturedMachines.of(captures);
      requireOneMachine(machines.keySet(), timingWords);
      Map<String, Run> runs = new LinkedHashMap<>();
      for (Map.Entry<String, List<Capture>> machine : machines.entrySet()) {
        runs.put(machine.getKey(), CapturedRun.of(machine.getValue(), options(timingWords)));
      }
      return runs;
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }

  private void requireOneMachine(Set<String> machines, TimingWords timingWords) {
    boolean isOfOne =
        cpu != null
            || cores != null
            || logical != null
            || lscpu != null
            || shown.asksForFiles()
            || !curves.isEmpty()
            || !timingWords.timings().isEmpty();
    if (machines.size() > 1 && isOfOne) {
      throw new IllegalArgumentException(
          "--cpu, --cores, --logical, --lscpu, --timing, --curve, --json and --markdown are of one machine, and the files hold %d (%s): choose one with --platform"
              .formatted(machines.size(), String.join(", ", machines)));
    }
  }

  private void requireSomething(TimingWords timingWords) {
    if (files.isEmpty() && curves.isEmpty() && timingWords.timings().isEmpty()) {
      throw new IllegalArgumentException(
          "there is nothing to import: give a FILE, a --timing or a --curve");
    }
    if (interval != null && !(interval >= 0.001 && interval <= 86_400)) {
      throw new IllegalArgumentException(
          "--interval %s: give seconds from 0.001 to 86400".formatted(interval));
    }
    if (year != null && (year < 1970 || year > 9999)) {
      throw new IllegalArgumentException("--year %d: give a year from 1970".formatted(year));
    }
  }

  private ImportOptions options(TimingWords timingWords) throws IOException {
    String name = cpu == null ? "" : ControlCharacters.spaced(cpu);
    List<String> labels = timingWords.labels();
    boolean isOneEach = labels.size() == files.size() + curves.size();
    return new ImportOptions(
        name.isEmpty() ? null : name,
        cores,
        logical,
        isOneEach ? labels.subList(0, files.size()) : labels,
        timingWords.timings(),
        CurveCsv.readAll(
            curves, isOneEach ? labels.subList(files.size(), labels.size()) : labels, unit),
        lscpu == null ? null : LscpuJson.read(lscpu),
        spec.commandLine().getParseResult().originalArgs(),
        new JarVersion().getVersion()[0].replace("CoreYield ", ""),
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }
}
