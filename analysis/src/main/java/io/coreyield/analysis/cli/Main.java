package io.coreyield.analysis.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The commands of {@code analysis.jar}. */
@Command(
    name = Main.NAME,
    description = "What a run says: what another worker, and a hyperthread, is worth on a machine.")
public final class Main {

  static final String NAME = "java -jar analysis.jar";

  @SuppressWarnings("UnusedVariable") // picocli reads it.
  @Mixin
  private final SavedRunCommands savedRuns = new SavedRunCommands();

  Main() {}

  /** Runs a command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    System.exit(Commands.run(new Main(), arguments));
  }
}
