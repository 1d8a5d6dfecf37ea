package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.machine.Cache;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.wording.Quantities;
import java.util.Optional;
import java.util.OptionalLong;
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

  /** The share of a core's second-level cache that one worker fills, and two exceed. */
  static final double SHARE_OF_SECOND_LEVEL = 0.75;

  /** No core has more of its own; a larger second-level cache serves several cores. */
  private static final long MAX_SECOND_LEVEL = 4L << 20;

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
    return new ArraySizes(
        first / SHARE_OF_FIRST_LEVEL,
        beyond,
        beyond,
        ofSecondLevel(machine),
        ArraySizes.BRANCH_BYTES);
  }

  private static long ofSecondLevel(Machine machine) {
    LongStream ofOneCore =
        dataCacheBytes(machine, level -> level == 2).filter(bytes -> bytes <= MAX_SECOND_LEVEL);
    OptionalLong smallest = ofOneCore.min();
    return smallest.isPresent()
        ? (long) (SHARE_OF_SECOND_LEVEL * smallest.getAsLong())
        : ArraySizes.USUAL_CACHE_BYTES;
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
    long ofOne = of(machine).bytes(kernel);
    long needed = ofOne * workers;
    if (needed <= MAX_HEAP_SHARE * heap) {
      return Optional.empty();
    }
    return Optional.of(
        "its arrays of %s for each worker take %s, and a JVM's heap is %s here"
            .formatted(Quantities.bytes(ofOne), Quantities.bytes(needed), Quantities.bytes(heap)));
  }
}
