package io.coreyield.analysis.model.plan;

import java.math.BigInteger;

/**
 * A summation kernel: which resource of the core binds it, and what an element costs at the least.
 *
 * <p>Every kernel sums the integers of a half-open range, or an array that repeats {@code 0 … L-1},
 * so its answer is known in closed form ({@link #sum}); they differ only in what the core waits
 * for.
 */
public enum Kernel implements NamedChoice {
  /** {@code sum += i}: every add waits for the one before it. */
  RANGE("integer-add latency", 1.0, 1.0, 0.25, 1L << 26, 0),
  /** The same chain in floating point, which Java may not reassociate. */
  RANGE_DOUBLE("FP-add latency", 3.0, 2.0, 0.5, 1L << 25, 0),
  /** Eight independent chains: as many adds at once as the core has integer ports. */
  RANGE_ILP("integer ports", 0.25, 0.125, 0.25, 1L << 28, 0),
  /** {@code sum += a[i]} in four chains over an array that stays in the first-level cache. */
  ARRAY_PORTS("load ports", 1 / 3.0, 0.2, 1 / 3.0, 1L << 28, Long.BYTES),
  /** The same loop over an array far beyond the last-level cache. */
  ARRAY_STREAM("memory bandwidth", 2.0, 0.2, Double.NaN, 1L << 26, Long.BYTES),
  /** A random cycle through such an array, one cache line a step: every load waits for the last. */
  ARRAY_CHASE("memory latency", 300.0, 3.0, Double.NaN, 1L << 18, 64);

  /**
   * The largest {@code n} whose sum of {@code 0 … n-1} fits a signed 64-bit integer: {@code
   * n(n-1)/2 ≤ 2^63-1}.
   */
  public static final long MAX_ELEMENTS = 1L << 32;

  private final String boundBy;
  private final double zen4CyclesPerElement;
  private final double leastCyclesPerElement;
  private final double resourceCyclesPerElement;
  private final long defaultElements;
  private final int bytesPerArrayElement;

  Kernel(
      String boundBy,
      double zen4CyclesPerElement,
      double leastCyclesPerElement,
      double resourceCyclesPerElement,
      long defaultElements,
      int bytesPerArrayElement) {
    this.boundBy = boundBy;
    this.zen4CyclesPerElement = zen4CyclesPerElement;
    this.leastCyclesPerElement = leastCyclesPerElement;
    this.resourceCyclesPerElement = resourceCyclesPerElement;
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

  /**
   * Cycles for which an element occupies the execution resource that both siblings of a core share,
   * on Zen 4: 0.25 is one of four ports for a cycle. A kernel that takes four times as long leaves
   * three quarters of it to the sibling. NaN where that resource lies outside the core (memory).
   */
  public double resourceCyclesPerElement() {
    return resourceCyclesPerElement;
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
   * The same for a kernel whose array repeats: element {@code i} is {@code i mod L}.
   *
   * @param from first element summed, 0 or more
   * @param to one past the last element summed
   * @param arrayElements {@code L}, 1 or more; 0 for a kernel without an array: the plain range
   * @throws IllegalArgumentException if the range is not inside {@code [0, MAX_ELEMENTS]}
   */
  public static long sum(long from, long to, long arrayElements) {
    if (arrayElements == 0) {
      return sumOfRange(from, to);
    }
    return sumFromZero(to, arrayElements) - sumFromZero(from, arrayElements);
  }

  private static long sumFromZero(long to, long arrayElements) {
    long passes = to / arrayElements;
    return passes * sumOfRange(0, arrayElements) + sumOfRange(0, to % arrayElements);
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
