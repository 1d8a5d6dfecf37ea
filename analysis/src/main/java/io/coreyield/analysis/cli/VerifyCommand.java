package io.coreyield.analysis.cli;

import io.coreyield.analysis.bundle.Verification;
import io.coreyield.analysis.recording.file.ControlCharacters;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code verify BUNDLE}: whether an archive is whole and says what its raw samples say. */
@Command(
    name = "verify",
    description = "Check every checksum of a bundle, and its verdict against its raw samples.")
public final class VerifyCommand implements Callable<Integer> {

  private static final int MAX_LINES = 50;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "BUNDLE", description = "A zip file that 'bundle' wrote.")
  private Path bundle = Path.of("");

  @Override
  public Integer call() throws IOException {
    Verification.Result result = Verification.of(bundle);
    PrintWriter out = spec.commandLine().getOut();
    result.differences().stream()
        .limit(MAX_LINES)
        .forEach(difference -> out.println("differs: " + ControlCharacters.marked(difference)));
    int more = result.differences().size() - MAX_LINES;
    if (more > 0) {
      out.printf("and %d more%n", more);
    }
    if (result.differences().isEmpty()) {
      out.printf(
          "%s: %d files are whole, and the verdict is what the raw samples say%n",
          bundle, result.files());
    }
    return result.differences().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }
}
