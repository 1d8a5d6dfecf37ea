package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * How much each level of a nested design adds to the variance, the mean over the design, and how
 * often to repeat each level.
 *
 * <p>Level 1 is the lowest: the iterations of a fork, then the forks, then the cores. S² of a level
 * is the variance of the means of its units about the mean of their group, pooled over groups by
 * degrees of freedom. T² is S² without the variance of the levels below: T₁² = S₁², Tᵢ² = Sᵢ² −
 * Sᵢ₋₁²/rᵢ₋₁. (Kalibera and Jones, Rigorous benchmarking in reasonable time, ISMM 2013, as
 * corrected in its revised version; Quantifying performance changes with effect size confidence
 * intervals, University of Kent technical report 4-12, 2012.)
 *
 * <p>Units of different sizes have equal weight, and r is the harmonic mean of the sizes. T² and
 * the variance of the grand mean stay unbiased if only one level is uneven. (Thomas and Hultquist,
 * Interval estimation for the unbalanced case of the one-way random effects model, Annals of
 * Statistics 6 (1978) 582–587.)
 *
 * @param mean the grand mean with Student's interval on Sₙ²/rₙ, rₙ − 1 degrees of freedom
 * @param components by level, the lowest first; none where the mean is unknown
 * @see <a href="https://doi.org/10.1145/2464157.2464160">Kalibera, Jones 2013</a>
 */
public record VarianceComponents(Estimate mean, List<Component> components) {

  /**
   * One level.
   *
   * @param repetitions the harmonic mean of how many units its groups hold
   * @param biased S²; NaN where no group has two units
   * @param unbiased T²; below 0 where the level varies less than chance alone would make it; NaN
   *     where it or the level below has no S²
   */
  public record Component(double repetitions, double biased, double unbiased) {

    /** T² or 0, whichever is more; NaN where there is none. */
    public double variance() {
      return Math.max(0, unbiased);
    }
  }

  /** The components of iterations in forks: two levels. */
  public static VarianceComponents ofForks(List<double[]> forks) {
    return of(Nested.ofForks(forks));
  }

  /**
   * Takes a design apart.
   *
   * @return the components with the mean; the mean without interval, with the reason, where there
   *     is one unit at the highest level; no component and an unknown mean, with the reason, where
   *     a unit is empty, or a figure is NaN, infinite or too large to square
   */
  public static VarianceComponents of(Nested design) {
    boolean empty =
        IntStream.rangeClosed(1, design.levels())
            .anyMatch(level -> design.groups(level).anyMatch(g -> g.unitMeans().length == 0));
    if (empty) {
      return unknown("a unit gave no result");
    }
    if (Sample.lacks(Double::isFinite, figures(design))) {
      return unknown("a figure is not a finite number");
    }
    Estimate mean = mean(design.unitMeans());
    List<Component> components =
        IntStream.rangeClosed(1, design.levels()).mapToObj(level -> of(design, level)).toList();
    boolean overflown =
        !mean.hasValue()
            || components.stream().anyMatch(c -> c.biased() == Double.POSITIVE_INFINITY);
    return overflown
        ? unknown("the figures are too large to square")
        : new VarianceComponents(mean, components);
  }

  private static double[] figures(Nested design) {
    return design.groups(1).flatMapToDouble(group -> Arrays.stream(group.unitMeans())).toArray();
  }

  private static VarianceComponents unknown(String reason) {
    return new VarianceComponents(Estimate.unknown(reason), List.of());
  }

  private static Estimate mean(double[] units) {
    return units.length == 1
        ? Estimate.withoutInterval(units[0], "one unit at the highest level: an interval needs two")
        : MeanInterval.of(units);
  }

  private static Component of(Nested design, int level) {
    double biased = biased(design, level);
    double below = level == 1 ? 0 : biased(design, level - 1) / repetitions(design, level - 1);
    return new Component(repetitions(design, level), biased, biased - below);
  }

  private static double biased(Nested design, int level) {
    List<double[]> groups =
        design.groups(level).map(Nested::unitMeans).filter(units -> units.length > 1).toList();
    double squares = 0;
    double degreesOfFreedom = 0;
    for (double[] units : groups) {
      // Rounding would give equal values a variance of their own.
      if (Sample.lacks(value -> value == units[0], units)) {
        squares += Variance.of(units).getAsDouble() * (units.length - 1);
      }
      degreesOfFreedom += units.length - 1;
    }
    // Figures that are too large to square may give no number at all.
    return Double.isFinite(squares) ? squares / degreesOfFreedom : Double.POSITIVE_INFINITY;
  }

  private static double repetitions(Nested design, int level) {
    return 1
        / design
            .groups(level)
            .mapToDouble(group -> 1.0 / group.unitMeans().length)
            .average()
            .orElseThrow();
  }

  /**
   * How many iterations of a fork give the narrowest interval at a given cost:
   * ⌈√(costPerFork/costPerIteration · withinForks/betweenForks)⌉. (Kalibera and Jones 2013; it
   * holds for any two neighbouring levels.)
   *
   * @param costPerFork what one more fork costs before its first measured iteration
   * @param costPerIteration what one more iteration costs, in the same unit
   * @param betweenForks T² of forks
   * @param withinForks T² of iterations
   * @return 1 at least. Where forks cost nothing, iterations do not vary (0 or less) or something
   *     is NaN: 1. Else, where forks do not vary (0 or less), iterations cost nothing, or more
   *     would be best than an int holds: {@link Integer#MAX_VALUE}
   */
  public static int optimalIterations(
      double costPerFork, double costPerIteration, double betweenForks, double withinForks) {
    boolean known = !Double.isNaN(costPerIteration) && !Double.isNaN(betweenForks);
    if (!known || !(costPerFork > 0) || !(withinForks > 0)) {
      return 1;
    }
    if (betweenForks <= 0 || costPerIteration <= 0) {
      return Integer.MAX_VALUE;
    }
    // Roots first, so that no quotient can overflow.
    double best =
        Math.sqrt(costPerFork)
            / Math.sqrt(costPerIteration)
            * (Math.sqrt(withinForks) / Math.sqrt(betweenForks));
    return Double.isNaN(best) ? 1 : (int) Math.clamp(Math.ceil(best), 1, Integer.MAX_VALUE);
  }
}
