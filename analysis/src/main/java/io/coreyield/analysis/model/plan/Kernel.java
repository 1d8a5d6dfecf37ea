package io.coreyield.analysis.model.plan;

import java.math.BigInteger;
import java.util.List;

/**
 * A summation kernel: which resource of the core binds it, and what an element costs at the least.
 *
 * <p>Every kernel sums the integers of a half-open range, their quotients, or an array that repeats
 * {@code 0 … L-1}, so its answer is known in closed form ({@link #sum}); they differ only in what
 * the core waits for.
 */
public enum Kernel implements NamedChoice {
  /** {@code sum += i}: every add waits for the one before it. */
  RANGE("integer-add latency", 1.0, 1.0, 1L << 26, 0),
  /** The same chain in floating point, which Java may not reassociate. */
  RANGE_DOUBLE("FP-add latency", 3.0, 2.0, 1L << 25, 0),
  /** Ten independent chains: as many adds at once as the core has integer ports. */
  RANGE_ILP("integer ports", 0.25, 0.125, 1L << 28, 0),
  /** {@code sum += a[i]} in eight chains over an array that stays in the first-level cache. */
  ARRAY_PORTS("load ports", 1 / 3.0, 0.2, 1L << 28, Long.BYTES),
  /** The same loop over an array far beyond the last-level cache. */
  ARRAY_STREAM("memory bandwidth", 2.0, 0.2, 1L << 26, Long.BYTES),
  /** A random cycle through such an array, one cache line a step: every load waits for the last. */
  ARRAY_CHASE("memory latency", 300.0, 3.0, 1L << 18, 64),
  /**
   * {@code sum += i / d}, 32 bits wide: as many divisions as the divider takes. The fastest that we
   * know of takes one every 2 cycles (Apple's Firestorm).
   */
  RANGE_DIV("integer division", 6.0, 1.5, 1L << 25, 0),
  /**
   * Loads of single cache lines in random order, each independent of the others, within the cache
   * of one core: of the second level, but not once a sibling does the same. An element is a line
   * and its place in the order: two loads.
   */
  ARRAY_CACHE("second-level cache", 2.0, 0.5, 1L << 26, 64 + Integer.BYTES),
  /**
   * Adds the elements above a threshold and subtracts the others. They are in random order, so half
   * of all branches are mispredicted, which costs 4 cycles or more on any core that predicts.
   */
  ARRAY_BRANCH("mispredicted branches", 8.0, 2.0, 1L << 23, Integer.BYTES);

  /**
   * The largest {@code n} whose sum of {@code 0 … n-1} fits a signed 64-bit integer: {@code
   * n(n-1)/2 ≤ 2^63-1}.
   */
  public static final long MAX_ELEMENTS = 1L << 32;

  /** By what {@link #RANGE_DIV} divides: no power of two. */
  public static final int DIVISOR = 7;

  /**
   * Those that a campaign measures first where it may choose, and that every simulated machine has.
   */
  public static final List<Kernel> MAIN =
      List.of(RANGE, RANGE_DOUBLE, RANGE_ILP, ARRAY_PORTS, ARRAY_STREAM, ARRAY_CHASE);

  private final String boundBy;
  private final double zen4CyclesPerElement;
  private final double leastCyclesPerElement;
  private final long defaultElements;
  private final int bytesPerArrayElement;

  Kernel(
      String boundBy,
      double zen4CyclesPerElement,
      double leastCyclesPerElement,
      long defaultElements,
      int bytesPerArrayElement) {
    this.boundBy = boundBy;
    this.zen4CyclesPerElement = zen4CyclesPerElement;
    this.leastCyclesPerElement = leastCyclesPerElement;
    this.defaultElements = defaultElements;
    this.bytesPerArrayElement = bytesPerArrayElement;
  }

  /** The resource that binds the kernel, in words: {@code integer ports}. */
  public String boundBy() {
    return boundBy;
  }

  /**
   * Cycles per element on Zen 4, by its instruction tables; of the kernels that wait for memory a
   * rough guess. A figure to compare and to plan with.
   */
  public double zen4CyclesPerElement() {
    return zen4CyclesPerElement;
  }

  /**
   * Cycles per element that no processor sold so far can go below. A measured cost under it means
   * that the compiler removed the work.
   */
  public double leastCyclesPerElement() {
    return leastCyclesPerElement;
  }

  /** Whether it reads an array: then each worker has one of its own. */
  public boolean readsArray() {
    return bytesPerArrayElement > 0;
  }

  /** Memory that one element of its array takes; 0 for a kernel without one. */
  public int bytesPerArrayElement() {
    return bytesPerArrayElement;
  }

  /** Elements per operation that make it last 10 ms or more on any processor sold so far. */
  public long defaultElements() {
    return defaultElements;
  }

  /**
   * The closed form that every operation is checked against: {@code from + (from+1) + … + (to-1)}.
   *
   * @param from first integer summed, 0 or more
   * @param to one past the last integer summed, {@code from} to {@link #MAX_ELEMENTS}
   * @throws IllegalArgumentException if the range is not inside {@code [0, MAX_ELEMENTS]}
   */
  public static long sumOfRange(long from, long to) {
    if (from < 0 || to < from || to > MAX_ELEMENTS) {
      throw new IllegalArgumentException(
          "range [%d, %d) is not inside [0, %d]".formatted(from, to, MAX_ELEMENTS));
    }
    // The product may pass 2^63 although its half does not.
    return BigInteger.valueOf(to - from)
        .multiply(BigInteger.valueOf(from).add(BigInteger.valueOf(to)).subtract(BigInteger.ONE))
        .shiftRight(1)
        .longValueExact();
  }

  /**
   * The closed form of this kernel. Element {@code i} is {@code i}, {@code ⌊i / d⌋} of {@link
   * #RANGE_DIV}, and {@code i mod L} where an array repeats.
   *
   * @param from first element summed, 0 or more
   * @param to one past the last element summed
   * @param arrayElements {@code L}, 1 or more; 0 for a kernel without an array
   * @throws IllegalArgumentException if the range is not inside {@code [0, MAX_ELEMENTS]}
   */
  public long sum(long from, long to, long arrayElements) {
    if (this == RANGE_DIV) {
      return sumOfQuotients(to) - sumOfQuotients(from);
    }
    if (arrayElements == 0) {
      return sumOfRange(from, to);
    }
    return sumOfArray(to, arrayElements) - sumOfArray(from, arrayElements);
  }

  private static long sumOfArray(long to, long arrayElements) {
    long passes = to / arrayElements;
    return passes * sumOfRange(0, arrayElements) + sumOfRange(0, to % arrayElements);
  }

  /** Each quotient from 0 on occurs {@code d} times, the last one less often. */
  private static long sumOfQuotients(long to) {
    long last = to / DIVISOR;
    return DIVISOR * sumOfRange(0, last) + to % DIVISOR * last;
  }

  /** The kernel of that name; see {@link NamedChoice#find}. */
  public static Kernel of(String id) {
    return NamedChoice.find(values(), "kernel", id);
  }

  @Override
  public String toString() {
    return id();
  }
}
