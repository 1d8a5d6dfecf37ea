package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.plan.Kernel;

/** The core of a trial and the seed of its blocks, handed from the host to its fork. */
public final class HandedPair {

  private static final String SEED_PROPERTY = "coreyield.seed";
  private static final String AUTO = "auto";

  private HandedPair() {}

  /** The JVM argument that hands the seed on. */
  public static String seedArgument(long seed) {
    return "-D%s=%d".formatted(SEED_PROPERTY, seed);
  }

  /** The seed that the host handed on; of the moment where it did not. */
  public static long seed() {
    Long handed = Long.getLong(SEED_PROPERTY);
    return handed == null ? System.nanoTime() : handed;
  }

  /**
   * Refuses what is no first logical CPU.
   *
   * @throws IllegalArgumentException if it is neither {@code auto} nor a number
   */
  public static void requireFirst(String first) {
    if (!first.equals(AUTO) && CorePair.cpuOf(first) == null) {
      throw new IllegalArgumentException(
          "first=none: a pair needs a first logical CPU: give its number, or auto");
    }
  }

  /**
   * The pair that parameters of the benchmark name.
   *
   * @param first a logical CPU; {@code auto}: of the first core that has siblings, with its
   *     partners, by reading the machine
   * @throws IllegalArgumentException if they name no pair
   */
  public static CorePair of(
      Kernel kernel, ConcurrencyModel model, String first, String second, String other) {
    if (first.equals(AUTO)) {
      return CorePairs.of(MachineReader.read(Oshi.open()).topology(), kernel, model).getFirst();
    }
    requireFirst(first);
    return new CorePair(
        kernel, model, Integer.parseInt(first), CorePair.cpuOf(second), CorePair.cpuOf(other));
  }
}
