package io.coreyield.analysis.cli;

import io.coreyield.analysis.comparison.ComparedRun;
import io.coreyield.analysis.comparison.Comparison;
import io.coreyield.analysis.comparison.RegressionCheck;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.findings.yields.Direction;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.report.compare.CompareSummary;
import io.coreyield.analysis.report.compare.CompareWriter;
import io.coreyield.analysis.wording.Phrases;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
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
      names = "--reference",
      paramLabel = "RUN",
      description =
          "Compare the others with this run, by its name or path (default: the first started on a fit machine).")
  private @Nullable String reference;

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
          "Exit with 1 if a yield or throughput is 'larger' or 'smaller' in another run of the reference's machine, or if none could be compared.")
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
    CompareWriter.write(comparison, directory);
    spec.commandLine().getOut().print(CompareSummary.of(comparison, directory, check));
    open.show(CompareWriter.page(directory), spec.commandLine().getErr());
    return check == null || check.passed() ? ExitCode.DONE : ExitCode.FAILED;
  }

  private Comparison compare() throws IOException {
    List<ComparedRun> compared = new ArrayList<>();
    for (int i = 0; i < runs.size(); i++) {
      compared.add(ComparedRun.of(name(i), Findings.of(RunSource.at(runs.get(i)).read())));
    }
    try {
      // The reference may be given by its path, as the runs are.
      int given = reference == null ? -1 : runs.indexOf(Path.of(reference));
      return given < 0 ? Comparison.of(compared, reference) : Comparison.against(compared, given);
    } catch (IllegalArgumentException e) {
      throw badUsage(String.valueOf(e.getMessage()));
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
