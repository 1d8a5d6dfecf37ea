package io.coreyield.benchmarks.cli;

import io.coreyield.analysis.cli.Terminal;
import io.coreyield.benchmarks.machine.libc.StandardError;
import io.coreyield.benchmarks.terminal.Screen;
import picocli.CommandLine.Model.CommandSpec;

/** Where a command shows its progress: standard error, so that its output can be piped. */
final class ProgressScreen {

  private ProgressScreen() {}

  static Screen of(CommandSpec command) {
    boolean isTerminal = StandardError.isTerminal();
    return Screen.of(
        command.commandLine().getErr(),
        isTerminal,
        Terminal.columnsOf(isTerminal),
        Terminal.isAscii(command));
  }
}
