package io.coreyield.analysis.cli;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.RegressionCheck;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.recording.PendingRead;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.report.compare.CompareSummary;
import io.coreyield.analysis.report.compare.CompareWriter;
import io.coreyield.analysis.wording.Phrases;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code compare RUN RUN…}: runs compared on one page. */
@Command(name = "compare", description = "Compare runs on one page: what differs, and by how much.")
public final class CompareCommand implements Callable<Integer> {

  /** Each may need 0.3 GB for a run of an hour on a large machine. */
  private static final int MAX_READERS = 4;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "RUN",
      arity = "1..*",
      description = "Directories or bundles of runs; 2 to 1000.")
  private List<Path> runs = List.of();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write to this new directory (default: coreyield-compare-DATE-TIME).")
  private @Nullable Path out;

  @Option(
      names = "--baseline",
      paramLabel = "RUN",
      description =
          "Compare the others with this run, by its name or path (default: the first one).")
  private @Nullable String baseline;

  @Option(
      names = "--names",
      split = ",",
      paramLabel = "NAME",
      description = "Name the runs, in their order (default: their directories).")
  private List<String> names = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "WORD",
      converter = Words.class,
      description =
          "Exit with 1 if a yield or throughput is 'larger' or 'smaller' in another run on the baseline's machine, or if none could be compared.")
  private @Nullable Direction failOn;

  /** The words that one can fail on. */
  static final class Words implements ITypeConverter<Direction> {
    @Override
    public Direction convert(String value) {
      return switch (value) {
        case "larger" -> Direction.LARGER;
        case "smaller" -> Direction.SMALLER;
        default ->
            throw new TypeConversionException(
                "'%s' is neither 'larger' nor 'smaller'".formatted(value));
      };
    }
  }

  @Mixin private FiguresOption figures = new FiguresOption();

  @Mixin private OpenOption open = new OpenOption();

  @Override
  public Integer call() throws IOException {
    if (runs.size() < Comparison.MIN_RUNS || runs.size() > Comparison.MAX_RUNS) {
      throw badUsage(
          "%s: give %d to %d to compare"
              .formatted(
                  Phrases.count(runs.size(), "run"), Comparison.MIN_RUNS, Comparison.MAX_RUNS));
    }
    if (!names.isEmpty() && names.size() != runs.size()) {
      throw badUsage(
          "%d names for %d runs: give a name for each".formatted(names.size(), runs.size()));
    }
    Comparison comparison = compare();
    Path directory = DefaultDirectory.orNew(out, "coreyield-compare");
    RegressionCheck check = failOn == null ? null : RegressionCheck.of(comparison, failOn);
    CompareWriter.writeText(comparison, directory);
    PrintWriter out = spec.commandLine().getOut();
    out.print(CompareSummary.of(comparison, directory, check));
    out.flush();
    if (figures.areWanted()) {
      CompareWriter.writeFigures(comparison, directory);
    }
    open.show(CompareWriter.page(directory), spec.commandLine().getErr());
    return check == null || check.passed() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Comparison compare() throws IOException {
    List<ComparedRun> compared = read();
    try {
      // The baseline may be given by its path, as the runs are.
      int given = baseline == null ? -1 : runs.indexOf(Path.of(baseline));
      return given < 0 ? Comparison.of(compared, baseline) : Comparison.against(compared, given);
    } catch (IllegalArgumentException e) {
      throw badUsage(String.valueOf(e.getMessage()));
    }
  }

  /** Several at once; the first one that cannot be read ends it. */
  private List<ComparedRun> read() throws IOException {
    int threads = Math.min(MAX_READERS, Runtime.getRuntime().availableProcessors());
    ExecutorService readers = Executors.newFixedThreadPool(threads);
    try {
      List<PendingRead<ComparedRun>> pending = new ArrayList<>();
      for (int i = 0; i < runs.size(); i++) {
        RunSource source = RunSource.at(runs.get(i));
        String name = name(i);
        pending.add(
            PendingRead.start(
                readers, () -> ComparedRun.of(name, Findings.toCompare(source.read()))));
      }
      List<ComparedRun> compared = new ArrayList<>();
      for (PendingRead<ComparedRun> run : pending) {
        compared.add(run.result());
      }
      return compared;
    } finally {
      readers.shutdownNow();
    }
  }

  private String name(int run) {
    if (!names.isEmpty()) {
      return names.get(run);
    }
    Path last = runs.get(run).toAbsolutePath().normalize().getFileName();
    return last == null ? "run" : last.toString();
  }

  private ParameterException badUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
