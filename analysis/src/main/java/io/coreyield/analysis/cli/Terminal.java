package io.coreyield.analysis.cli;

import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** What the terminal can show. */
public final class Terminal {

  private Terminal() {}

  /** The character set of standard output. */
  public static Charset charset() {
    return Charset.forName(System.getProperty("stdout.encoding", StandardCharsets.UTF_8.name()));
  }

  /** Whether someone sees standard output as it is written, rather than a file or a pipe. */
  public static boolean isInteractive() {
    return Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /**
   * Whether it may show only ASCII: it can show no more, as under {@code LC_ALL=C}, or the user of
   * this command wants no more.
   */
  public static boolean isAscii(CommandSpec command) {
    return !charset().newEncoder().canEncode("×–−µ")
        || Commands.isGiven(command.root().commandLine().getParseResult(), Commands.ASCII);
  }
}
