package io.coreyield.benchmarks.simulation;

/** Checks the values of a machine. */
final class Ranges {

  private Ranges() {}

  /** Throws an {@link IllegalArgumentException} with this message if the value is out of range. */
  static void require(boolean isInRange, String message) {
    if (!isInRange) {
      throw new IllegalArgumentException(message);
    }
  }
}
