package io.coreyield.benchmarks.campaign.plan;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.stats.Nested;
import io.coreyield.analysis.stats.SmallestEffect;
import io.coreyield.analysis.stats.VarianceComponents;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The smallest effects that a planned campaign can see, by what the forks of a pilot vary. An
 * effect of that size has an interval that excludes its absence in 80 % of campaigns: (t₀.₉₇₅ +
 * t₀.₈) standard errors, with the degrees of freedom that the campaign will have. The pilot is
 * short, so the figure is rough.
 *
 * @see <a href="https://doi.org/10.2307/2684085">Lenth: Some practical guidelines for effective
 *     sample size determination, The American Statistician 55 (2001) 187–193</a>
 */
public final class SmallestEffects {

  private SmallestEffects() {}

  /**
   * How far a ratio of pairs must be off, in points of that ratio; empty where the pilot cannot
   * tell, or the campaign is too short for an interval.
   *
   * @param pilot forks of pairs of one kernel and model; two or more
   * @param cores that the campaign's pairs have
   * @param perRound how many of them run in a round
   */
  public static Optional<Double> ratioPoints(
      List<ForkFigures> pilot, Plan plan, int rounds, int cores, int perRound) {
    int forks = rounds * Math.min(perRound, cores);
    // Every core repeated: forks are compared with those of their own core.
    int degreesOfFreedom = forks >= 2 * cores ? forks - cores : Math.min(forks, cores) - 1;
    return forkVariance(pilot, plan.shape().blocks().measurement())
        .flatMap(variance -> smallest(variance / forks, degreesOfFreedom))
        .map(log -> 100 * meanRatio(pilot) * Math.expm1(log));
  }

  /**
   * By how many percent two configurations must differ that are compared within rounds; empty where
   * the pilot cannot tell, or the campaign is too short for an interval.
   *
   * @param pilot forks of one configuration; two or more
   */
  public static Optional<Double> speedUpPercent(List<ForkFigures> pilot, Plan plan, int rounds) {
    return forkVariance(pilot, plan.shape().measurementIterations())
        .flatMap(variance -> smallest(2 * variance / rounds, rounds - 1))
        .map(log -> 100 * Math.expm1(log));
  }

  /** Variance of the mean of one fork of so many iterations. */
  private static Optional<Double> forkVariance(List<ForkFigures> pilot, int iterations) {
    VarianceComponents found =
        VarianceComponents.of(Nested.ofForks(pilot.stream().map(ForkFigures::values).toList()));
    if (found.components().stream().anyMatch(c -> Double.isNaN(c.unbiased()))
        || found.components().isEmpty()) {
      return Optional.empty();
    }
    double within = found.components().getFirst().variance();
    double between = found.components().getLast().variance();
    return Optional.of(between + within / iterations);
  }

  private static Optional<Double> smallest(double squaredError, int degreesOfFreedom) {
    if (degreesOfFreedom < 1) {
      return Optional.empty();
    }
    return Optional.of(SmallestEffect.ofStandardError(Math.sqrt(squaredError), degreesOfFreedom));
  }

  private static double meanRatio(List<ForkFigures> pilot) {
    double[] all = pilot.stream().flatMapToDouble(f -> Arrays.stream(f.values())).toArray();
    return Math.exp(Arrays.stream(all).average().orElse(Double.NaN));
  }
}
