package io.coreyield.fleet.cli;

/** The program, for tests of other rooms. */
public final class FleetProgram {

  private FleetProgram() {}

  /** An object with picocli's annotations. */
  public static Object command() {
    return new Main();
  }
}
