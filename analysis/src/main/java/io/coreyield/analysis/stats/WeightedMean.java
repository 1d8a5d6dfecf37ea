package io.coreyield.analysis.stats;

import java.util.List;

/**
 * A weighted sum of independent figures, with Satterthwaite's degrees of freedom. (Satterthwaite,
 * An approximate distribution of estimates of variance components, Biometrics Bulletin 2 (1946)
 * 110–114.)
 */
public final class WeightedMean {

  private WeightedMean() {}

  /**
   * The sum of weight times figure.
   *
   * @param weights as many as figures
   * @return with its 95 % interval; without, with the reason, where a figure has no standard error;
   *     unknown of no figure
   * @throws IllegalArgumentException if there are not as many weights as figures
   */
  public static Estimate of(List<Estimate> figures, List<Double> weights) {
    if (figures.size() != weights.size()) {
      throw new IllegalArgumentException(
          "%d figures and %d weights".formatted(figures.size(), weights.size()));
    }
    if (figures.isEmpty()) {
      return Estimate.unknown("there is no figure");
    }
    double sum = 0;
    double variance = 0;
    double squares = 0;
    for (int i = 0; i < figures.size(); i++) {
      sum += weights.get(i) * figures.get(i).value();
      StandardError error = figures.get(i).error();
      double part = error == null ? Double.NaN : Math.pow(weights.get(i) * error.value(), 2);
      variance += part;
      squares += error == null ? Double.NaN : part * part / error.degreesOfFreedom();
    }
    if (Double.isNaN(sum)) {
      return Estimate.unknown("a figure is unknown");
    }
    if (Double.isNaN(variance)) {
      return Estimate.withoutInterval(sum, "a figure has no standard error");
    }
    if (variance == 0) {
      return Estimate.of(sum, sum, sum);
    }
    double freedom = variance * variance / squares;
    double half = Sample.criticalT(freedom) * Math.sqrt(variance);
    return Estimate.of(sum, sum - half, sum + half).withError(Math.sqrt(variance), freedom);
  }
}
