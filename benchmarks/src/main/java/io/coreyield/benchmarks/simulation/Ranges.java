package io.coreyield.benchmarks.simulation;

/** Checks the values of a machine. */
final class Ranges {

  private Ranges() {}

  /**
   * Refuses a value.
   *
   * @throws IllegalArgumentException with this message, if it is out of range
   */
  static void require(boolean isInRange, String message) {
    if (!isInRange) {
      throw new IllegalArgumentException(message);
    }
  }
}
