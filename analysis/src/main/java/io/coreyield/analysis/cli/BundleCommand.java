package io.coreyield.analysis.cli;

import io.coreyield.analysis.bundle.Bundle;
import io.coreyield.analysis.recording.RunSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code bundle RUN}: one archive to attach to a paper. */
@Command(
    name = "bundle",
    description =
        "Make one archive of a run to attach to a paper: raw samples, figures, tables, methods.")
public final class BundleCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "RUN", description = "Directory or zip file of a run.")
  private Path run = Path.of("");

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write this archive (default: next to the run, with its name and -bundle.zip).")
  private @Nullable Path out;

  @Option(
      names = "--with-host",
      description = "Keep the names of the machine and its user (default: left out).")
  private boolean withHost;

  @Override
  public Integer call() throws IOException {
    Path file = out == null ? nextTo(run) : out;
    List<String> leftOut = Bundle.write(RunSource.at(run), file, withHost);
    PrintWriter screen = spec.commandLine().getOut();
    screen.printf("Bundle:   %s%n", file);
    if (!leftOut.isEmpty()) {
      screen.printf("Left out: the names of machine and user, in %s%n", String.join(", ", leftOut));
    }
    screen.printf("Check:    %s verify %s%n", Program.of(spec), file);
    return ExitCode.DONE;
  }

  private static Path nextTo(Path run) {
    Path name = run.toAbsolutePath().normalize().getFileName();
    String base = name == null ? "run" : name.toString().replaceFirst("(?i)\\.zip$", "");
    return run.toAbsolutePath().normalize().resolveSibling(base + "-bundle.zip");
  }
}
