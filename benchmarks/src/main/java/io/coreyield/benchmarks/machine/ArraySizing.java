package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.wording.Quantities;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;

/** How large the arrays of the kernels are, from the caches and memory of a machine. */
public final class ArraySizing {

  /** At most a quarter of such an array can be cached. */
  static final double TIMES_LAST_LEVEL = 4;

  /**
   * For caches so large that filling four times as much would take longer than the measurement. The
   * array is read cyclically, and then a least-recently-used cache keeps nothing.
   */
  static final double MIN_TIMES_LAST_LEVEL = 1.5;

  private static final long USUAL_MAX_BYTES = 256L << 20;

  /** The arrays of both siblings take half of the first-level cache; their stacks need room. */
  static final int SHARE_OF_FIRST_LEVEL = 4;

  private static final long USUAL_FIRST_LEVEL = 32L << 10;
  private static final long USUAL_LAST_LEVEL = 32L << 20;
  private static final long MAX_BYTES = 1L << 30;

  /** The share of a heap that the arrays may take, so that the collector never moves them. */
  private static final double MAX_HEAP_SHARE = 0.6;

  private ArraySizing() {}

  /** The sizes for one worker, from the declared caches; usual ones if none are declared. */
  public static ArraySizes of(Machine machine) {
    long first = dataCacheBytes(machine, level -> level == 1).min().orElse(USUAL_FIRST_LEVEL);
    long beyond =
        beyond(dataCacheBytes(machine, level -> level > 1).max().orElse(USUAL_LAST_LEVEL));
    return new ArraySizes(first / SHARE_OF_FIRST_LEVEL, beyond, beyond);
  }

  private static long beyond(long lastLevelBytes) {
    double wanted = TIMES_LAST_LEVEL * lastLevelBytes;
    double least = MIN_TIMES_LAST_LEVEL * lastLevelBytes;
    return (long) Math.min(MAX_BYTES, Math.min(wanted, Math.max(USUAL_MAX_BYTES, least)));
  }

  private static LongStream dataCacheBytes(Machine machine, IntPredicate level) {
    return machine.caches().stream()
        .filter(cache -> level.test(cache.level()) && !cache.type().equals("instruction"))
        .mapToLong(Cache::sizeBytes)
        .filter(size -> size > 0);
  }

  /** Why so many workers cannot have their arrays in one heap; empty if they can. */
  public static Optional<String> obstacle(Machine machine, Kernel kernel, int workers, long heap) {
    long needed = of(machine).bytes(kernel) * workers;
    if (needed <= MAX_HEAP_SHARE * heap) {
      return Optional.empty();
    }
    return Optional.of(
        "its arrays, far larger than the last-level cache for each worker, take %s, and a JVM's heap is %s here"
            .formatted(Quantities.bytes(needed), Quantities.bytes(heap)));
  }
}
