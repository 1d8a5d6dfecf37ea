package io.coreyield.analysis.stats;

/**
 * What an interval was made from.
 *
 * @param value the standard error, in the unit of the figure; where the interval was made on
 *     logarithms, that of the logarithm times the figure (the delta method); 0 where nothing varied
 * @param degreesOfFreedom of the standard error, above 0
 */
public record StandardError(double value, double degreesOfFreedom) {

  /**
   * Throws an {@link IllegalArgumentException} if the error is negative or not finite, or the
   * degrees of freedom are not above 0.
   */
  public StandardError {
    if (!(value >= 0 && Double.isFinite(value)) || !(degreesOfFreedom > 0)) {
      throw new IllegalArgumentException(
          "standard error %s with %s degrees of freedom".formatted(value, degreesOfFreedom));
    }
  }

  /** Welch's degrees of freedom of a difference, from the squared errors and those of each side. */
  static double welch(double a, double freedomOfA, double b, double freedomOfB) {
    return (a + b) * (a + b) / (a * a / freedomOfA + b * b / freedomOfB);
  }

  /** The same in a unit that is {@code factor} times as small. */
  StandardError times(double factor) {
    return new StandardError(Math.abs(factor) * value, degreesOfFreedom);
  }

  /** The same with an independent error of that size added. */
  StandardError with(double other) {
    return new StandardError(Math.hypot(value, other), degreesOfFreedom);
  }
}
