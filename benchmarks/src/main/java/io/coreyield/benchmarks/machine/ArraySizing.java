package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Kernel;
import java.util.Optional;

/**
 * How large the arrays of the kernels are on a machine: the arithmetic on its caches and memory.
 */
public final class ArraySizing {

  /** Beyond the last-level cache by this factor, so that at most a quarter of it can be cached. */
  static final double TIMES_LAST_LEVEL = 4;

  /**
   * The same for a cache so large that filling four times as much would take longer than the
   * measurement. An array is read round and round, and of such a pattern a cache that evicts what
   * was not used for longest keeps nothing.
   */
  static final double LEAST_TIMES_LAST_LEVEL = 1.5;

  private static final long USUALLY_MOST_BYTES = 256L << 20;

  /** Half of the first-level cache for both siblings together, with their stacks beside it. */
  static final int SHARE_OF_FIRST_LEVEL = 4;

  private static final long USUAL_FIRST_LEVEL = 32L << 10;
  private static final long USUAL_LAST_LEVEL = 32L << 20;
  private static final long MOST_BYTES = 1L << 30;

  /** What of a heap the arrays may take, so that none is ever moved to make room. */
  private static final double MOST_OF_HEAP = 0.6;

  private ArraySizing() {}

  /**
   * The sizes for one worker, from the caches that the machine declares; usual ones if it does not.
   */
  public static ArraySizes of(Machine machine) {
    long first =
        machine.caches().stream()
            .filter(cache -> cache.level() == 1 && !cache.type().equals("instruction"))
            .mapToLong(Cache::sizeBytes)
            .filter(size -> size > 0)
            .min()
            .orElse(USUAL_FIRST_LEVEL);
    long beyond = beyond(lastLevelBytes(machine));
    return new ArraySizes(first / SHARE_OF_FIRST_LEVEL, beyond, beyond);
  }

  private static long beyond(long lastLevelBytes) {
    double wanted = TIMES_LAST_LEVEL * lastLevelBytes;
    double least = LEAST_TIMES_LAST_LEVEL * lastLevelBytes;
    return (long) Math.min(MOST_BYTES, Math.min(wanted, Math.max(USUALLY_MOST_BYTES, least)));
  }

  private static long lastLevelBytes(Machine machine) {
    return machine.caches().stream()
        .filter(cache -> cache.level() > 1 && !cache.type().equals("instruction"))
        .mapToLong(Cache::sizeBytes)
        .filter(size -> size > 0)
        .max()
        .orElse(USUAL_LAST_LEVEL);
  }

  /**
   * Why so many workers cannot have their arrays; empty if they can.
   *
   * @param workers that share one heap
   * @param heap bytes that a fork's heap may have
   */
  public static Optional<String> obstacle(Machine machine, Kernel kernel, int workers, long heap) {
    long needed = of(machine).bytes(kernel) * workers;
    if (needed <= MOST_OF_HEAP * heap) {
      return Optional.empty();
    }
    return Optional.of(
        "its arrays, far larger than the last-level cache for each worker, take %d MiB, and a JVM's heap is %d MiB here"
            .formatted(needed >> 20, heap >> 20));
  }
}
