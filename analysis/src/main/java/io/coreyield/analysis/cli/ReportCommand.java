package io.coreyield.analysis.cli;

import io.coreyield.analysis.capture.curve.Catalogue;
import io.coreyield.analysis.capture.curve.CatalogueCsv;
import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report RUN}: writes the report of a run again, and prints its summary. */
@Command(name = "report", description = "Write the report of a run, from its files alone.")
public final class ReportCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Directory of a run, as 'run --out' wrote it.")
  private Path run = Path.of("");

  @Option(
      names = "--catalogue",
      paramLabel = "FILE",
      description =
          "Show on the page what others published of this processor: a CSV file of curves with its source and licence (docs/FORMAT.md). Nothing is fetched.")
  private @Nullable Path catalogue;

  @Mixin private FiguresOption figures = new FiguresOption();

  @Mixin private ShownOptions shown = new ShownOptions();

  @Mixin private OpenOption open = new OpenOption();

  @Override
  public Integer call() throws IOException {
    shown.check(spec);
    Catalogue published = catalogue == null ? null : CatalogueCsv.read(catalogue);
    RunDirectory directory = new RunDirectory(run);
    Run read = directory.read();
    if (read.info().origin() instanceof Measured && read.trials().isEmpty()) {
      spec.commandLine().getErr().println(Kept.sentence(spec, run, 0));
      return ExitCode.FAILED;
    }
    Findings findings = Findings.of(read);
    RunReport.write(spec, directory, findings, figures.areWanted(), shown, open, published);
    return ExitCode.DONE;
  }
}
