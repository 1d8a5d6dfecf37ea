package io.coreyield.benchmarks.cli;

/** A share as people type it: {@code 2%} or {@code 0.02}. */
record Percentage(double fraction) {

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the text is not a number
   */
  static Percentage parse(String text) {
    boolean percent = text.endsWith("%");
    try {
      double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
      return new Percentage(percent ? value / 100 : value);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "'%s' is not a percentage: give one as in 2%% or 0.02".formatted(text), e);
    }
  }
}
