package io.coreyield.analysis.report.terminal;

/**
 * What to type before a command.
 *
 * @param here starts the program that runs: {@code java -jar analysis.jar}
 * @param measuring starts the program that measures
 */
public record Programs(String here, String measuring) {

  /** Of the program that measures, which has every command. */
  public static Programs one(String program) {
    return new Programs(program, program);
  }
}
