package io.coreyield.fleet.cli;

/** What {@code java -jar fleet.jar} starts. Compiled for Java 8, as what it starts is. */
public final class Launcher {

  private Launcher() {}

  /** Hands over to the program, if this Java can run it. */
  public static void main(String[] args) throws ReflectiveOperationException {
    io.coreyield.analysis.cli.Launcher.start("io.coreyield.fleet.cli.Main", args);
  }
}
