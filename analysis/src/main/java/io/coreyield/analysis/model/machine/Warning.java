package io.coreyield.analysis.model.machine;

/**
 * Something that the reader of a run must know.
 *
 * @param code a stable short name: {@code load-high}
 * @param message what, with its figures
 * @param remedy what to do about it
 */
public record Warning(String code, String message, String remedy) {

  /** What the codes of those begin with that limit the trust in a run. */
  private static final String UNFIT = "unfit-";

  /**
   * One that limits the trust in figures of this machine.
   *
   * @param name its code without the prefix that says so
   */
  public static Warning unfit(String name, String message, String remedy) {
    return new Warning(UNFIT + name, message, remedy);
  }

  /** Whether trust in figures of this machine is limited. */
  public boolean makesUnfit() {
    return code.startsWith(UNFIT);
  }

  /** The code without the prefix of those that make unfit. */
  public String name() {
    return makesUnfit() ? code.substring(UNFIT.length()) : code;
  }
}
