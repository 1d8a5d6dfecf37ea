package io.coreyield.benchmarks.simulation;

/**
 * How figures scatter. Every factor is log-normal, so that a geometric mean finds the truth.
 *
 * @param core standard deviation between cores of their speed, and as much again of what their
 *     siblings do together; the latter is centred, so that the mean of the machine's cores is the
 *     stated yield
 * @param fork standard deviation between forks of their speed, and as much again, each by itself,
 *     of what two workers on one core, on one logical CPU and on two cores do together
 * @param window standard deviation of each window of a pair, and of each iteration of a summation
 * @param operation standard deviation of each operation of a summation, each by itself
 * @param autocorrelation of successive windows of a fork, 0 to below 1
 * @param outlierShare the share of windows that something slows down
 * @param outlierSlowdown by how much at the mean, as a fraction of their time, exponentially
 *     distributed
 */
public record Noise(
    double core,
    double fork,
    double window,
    double operation,
    double autocorrelation,
    double outlierShare,
    double outlierSlowdown) {

  public static final Noise NONE = new Noise(0, 0, 0, 0, 0, 0, 0);

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public Noise {
    require("core", core, 1);
    require("fork", fork, 1);
    require("window", window, 1);
    require("operation", operation, 1);
    require("outlierShare", outlierShare, 1);
    require("outlierSlowdown", outlierSlowdown, 100);
    Ranges.require(
        autocorrelation >= 0 && autocorrelation < 1,
        "an autocorrelation of %s: give 0 to below 1".formatted(autocorrelation));
  }

  private static void require(String what, double value, int most) {
    Ranges.require(
        value >= 0 && value <= most, "%s of %s: give 0 to %d".formatted(what, value, most));
  }
}
