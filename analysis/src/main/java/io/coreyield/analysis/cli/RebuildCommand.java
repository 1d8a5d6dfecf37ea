package io.coreyield.analysis.cli;

import io.coreyield.analysis.bundle.Rebuild;
import io.coreyield.analysis.recording.RunSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code rebuild BUNDLE}: everything that is made of raw samples, made again. */
@Command(
    name = "rebuild",
    description = "Make report, tables and figures again from the raw samples of a bundle or run.")
public final class RebuildCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BUNDLE|RUN", description = "A bundle, or the directory of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "Write to this new or empty directory.")
  private Path out = Path.of("");

  @Override
  public Integer call() throws IOException {
    int files = Rebuild.into(RunSource.at(run), out);
    spec.commandLine().getOut().printf("%d files in %s%n", files, out);
    return ExitCode.DONE;
  }
}
