package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Units that are drawn with replacement within their stratum, and the mean of what was drawn.
 *
 * <p>A stratum of n units varies n/(n − 1) times as much as draws from it. So each unit is moved
 * away from its stratum's mean by the root of that before it is drawn, which makes the variance of
 * the drawn means unbiased. (Davison and Hinkley, Bootstrap methods and their application, 1997,
 * section 3.2; Hesterberg, What teachers should know about the bootstrap, The American Statistician
 * 69 (2015) 371–386.)
 */
final class Strata {

  private final double[] means;

  /** By stratum and unit: by how much one draw of the unit moves the means. */
  private final List<double[][]> shares;

  /**
   * Prepares the draws.
   *
   * @param means what the draws are about
   * @param weight of one stratum's mean in {@code means}
   * @param strata two units each, at least
   */
  Strata(double[] means, double weight, List<List<double[]>> strata) {
    this.means = means.clone();
    this.shares = strata.stream().map(units -> shares(units, weight)).toList();
  }

  double[] draw(UniformRandomProvider random) {
    double[] drawn = means.clone();
    for (double[][] units : shares) {
      for (int draw = 0; draw < units.length; draw++) {
        double[] unit = units[random.nextInt(units.length)];
        for (int figure = 0; figure < drawn.length; figure++) {
          drawn[figure] += unit[figure];
        }
      }
    }
    return drawn;
  }

  /** How many units there are in all. */
  int units() {
    return shares.stream().mapToInt(units -> units.length).sum();
  }

  /** Units less strata. */
  int degreesOfFreedom() {
    return units() - shares.size();
  }

  /** The squared standard error of the mean of the first figure. */
  double variance() {
    return shares.stream().flatMap(Arrays::stream).mapToDouble(share -> share[0] * share[0]).sum();
  }

  private static double[][] shares(List<double[]> units, double weight) {
    double[] mean = ClusteredMeans.mean(units);
    double n = units.size();
    double factor = weight / n * Math.sqrt(n / (n - 1));
    double[][] shares = new double[units.size()][mean.length];
    for (int unit = 0; unit < shares.length; unit++) {
      for (int figure = 0; figure < mean.length; figure++) {
        shares[unit][figure] = factor * (units.get(unit)[figure] - mean[figure]);
      }
    }
    return shares;
  }
}
