package io.coreyield.analysis.model.trial;

/**
 * Two logical CPUs together and each alone, in one round.
 *
 * @param round 0-based
 * @param together throughput of both at once, elements per second
 * @param firstAlone throughput of the first alone, elements per second
 * @param secondAlone throughput of the second alone, elements per second
 */
public record PairObservation(
    int round, CpuPair pair, double together, double firstAlone, double secondAlone) {

  /** Throws an {@link IllegalArgumentException} if one is not positive and finite. */
  public PairObservation {
    requirePositive(together);
    requirePositive(firstAlone);
    requirePositive(secondAlone);
  }

  private static void requirePositive(double elementsPerSecond) {
    if (!(elementsPerSecond > 0 && Double.isFinite(elementsPerSecond))) {
      throw new IllegalArgumentException(
          "%s elements a second: it must be positive and finite".formatted(elementsPerSecond));
    }
  }

  /** Both together over the mean of one: near 1 where they share a core, near 2 where not. */
  public double ratio() {
    return together / ((firstAlone + secondAlone) / 2);
  }
}
