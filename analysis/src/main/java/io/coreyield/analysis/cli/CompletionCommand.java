package io.coreyield.analysis.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code completion}: a shell function that starts this jar, and completes what it takes. */
@Command(
    name = "completion",
    description = "Print a shell function, coreyield, whose commands and options Tab completes.",
    footer = {
      "",
      "In bash and zsh, for this shell or in its start file:",
      "  source <(java -jar benchmarks.jar completion)",
      "  coreyield report <Tab>"
    })
public final class CompletionCommand implements Callable<Integer> {

  private static final String NAME = "coreyield";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    String program = Program.absolute(spec);
    if (!program.equals(NAME)) {
      out.printf("%s() { %s \"$@\"; }%n", NAME, program);
    }
    out.println(AutoComplete.bash(NAME, spec.root().commandLine()));
    return ExitCode.DONE;
  }
}
