package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.Plan;
import io.coreyield.analysis.stats.SmallestEffect;
import io.coreyield.analysis.stats.VarianceComponents;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The smallest effects that a planned campaign can see, by what the forks of a pilot vary. The
 * pilot is short, so they are rough.
 */
final class SmallestEffects {

  /** Of an arm of a ratio; both of its arms vary. */
  private static final int ARMS = 2;

  private SmallestEffects() {}

  /**
   * How far a ratio of pairs must be off, in points of that ratio; empty where the pilot cannot
   * tell, or the campaign is too short for an interval.
   *
   * @param pilot forks of pairs of one kernel and model
   * @param rounds of the campaign
   * @param cores that its pairs have
   */
  static OptionalDouble ratioPoints(List<ForkFigures> pilot, Plan plan, int rounds, int cores) {
    int forks = rounds * Math.min(plan.pairsPerRound(), cores);
    int blocks = plan.blocks().measurement();
    // Of fewer forks not every core is repeated: then each is a fork of the machine.
    SmallestEffect effect =
        forks >= 2 * cores
            ? planned(pilot, 1, cores, forks / cores, blocks)
            : planned(pilot, 1, 1, Math.min(forks, cores), blocks);
    return percent(effect, ratio(pilot));
  }

  /**
   * By how many percent two configurations must differ that are compared within rounds; empty where
   * the pilot cannot tell, or the campaign is too short for an interval.
   *
   * @param pilot forks of one configuration
   * @param rounds of the campaign
   */
  static OptionalDouble speedUpPercent(List<ForkFigures> pilot, Plan plan, int rounds) {
    return percent(planned(pilot, ARMS, 1, rounds, plan.measurementIterations()), 1);
  }

  private static SmallestEffect planned(
      List<ForkFigures> pilot, int arms, int cores, int forks, int iterations) {
    List<VarianceComponents.Component> found =
        VarianceComponents.ofForks(pilot.stream().map(ForkFigures::values).toList()).components();
    if (found.isEmpty()) {
      return new SmallestEffect(Double.NaN, "the pilot gave no result");
    }
    return SmallestEffect.planned(
        arms * found.getLast().variance(),
        arms * found.getFirst().variance(),
        cores,
        forks,
        iterations);
  }

  private static OptionalDouble percent(SmallestEffect logarithm, double of) {
    return logarithm.reason() == null
        ? OptionalDouble.of(100 * of * Math.expm1(logarithm.effect()))
        : OptionalDouble.empty();
  }

  private static double ratio(List<ForkFigures> pilot) {
    return Math.exp(
        pilot.stream()
            .flatMapToDouble(fork -> Arrays.stream(fork.values()))
            .average()
            .orElse(Double.NaN));
  }
}
