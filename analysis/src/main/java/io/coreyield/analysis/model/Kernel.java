package io.coreyield.analysis.model;

import java.math.BigInteger;

/**
 * A summation kernel: which resource of the core binds it, and what an element costs at the least.
 *
 * <p>Every kernel sums the integers of a half-open range, so its answer is known in closed form
 * ({@link #sumOfRange}); they differ only in what the core waits for.
 */
public enum Kernel implements Identified {
  /** {@code sum += i}: every add waits for the one before it. */
  RANGE("range", "latency of one integer add", 1.0, 1.0, 1L << 26),
  /** The same chain in floating point, which Java may not reassociate. */
  RANGE_DOUBLE("range-double", "latency of one floating-point add", 3.0, 2.0, 1L << 25),
  /** Eight independent chains: as many adds at once as the core has integer ports. */
  RANGE_ILP("range-ilp", "integer ports", 0.25, 0.125, 1L << 28);

  /**
   * The largest {@code n} whose sum of {@code 0 … n-1} fits a signed 64-bit integer: {@code
   * n(n-1)/2 ≤ 2^63-1}.
   */
  public static final long MAX_ELEMENTS = 1L << 32;

  private final String id;
  private final String boundBy;
  private final double zen4CyclesPerElement;
  private final double leastCyclesPerElement;
  private final long defaultElements;

  Kernel(
      String id,
      String boundBy,
      double zen4CyclesPerElement,
      double leastCyclesPerElement,
      long defaultElements) {
    this.id = id;
    this.boundBy = boundBy;
    this.zen4CyclesPerElement = zen4CyclesPerElement;
    this.leastCyclesPerElement = leastCyclesPerElement;
    this.defaultElements = defaultElements;
  }

  @Override
  public String id() {
    return id;
  }

  /** The resource that binds the kernel, in words: {@code integer ports}. */
  public String boundBy() {
    return boundBy;
  }

  /** Cycles per element on Zen 4, by its instruction tables; a figure to compare with. */
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
   * The kernel of that name.
   *
   * @throws IllegalArgumentException naming the known kernels, if there is none
   */
  public static Kernel of(String id) {
    return Identified.find(values(), "kernel", id);
  }

  /** All names, comma-separated, in order. */
  public static String ids() {
    return Identified.list(values());
  }

  @Override
  public String toString() {
    return id;
  }
}
