package io.coreyield.benchmarks.kernel;

/**
 * Ten independent chains of integer adds, limited by the integer ports of the core.
 *
 * <p>An iteration sums 120 elements, each with one add of {@code i}; what the elements are more
 * than {@code i} is known beforehand and added once. So the loop itself takes three instructions in
 * 123, and leaves next to nothing of a port to a sibling. The range is summed in blocks, for the
 * compiler's loops count in {@code int}.
 */
final class RangeIlpKernel {

  private static final int ELEMENTS_PER_ITERATION = 120;

  private static final int BLOCK = ELEMENTS_PER_ITERATION << 22;

  private RangeIlpKernel() {}

  static long sum(long from, long to) {
    long sum = 0;
    long start = from;
    while (to - start >= ELEMENTS_PER_ITERATION) {
      int iterations = (int) (Math.min(BLOCK, to - start) / ELEMENTS_PER_ITERATION);
      int length = iterations * ELEMENTS_PER_ITERATION;
      sum += start * length + iterations * RangeKernel.sum(0, ELEMENTS_PER_ITERATION);
      sum += sumOfFirsts(length);
      start += length;
    }
    return sum + RangeKernel.sum(start, to);
  }

  /** The first element of each iteration, as often as it has elements. */
  private static long sumOfFirsts(int length) {
    long s0 = 0;
    long s1 = 0;
    long s2 = 0;
    long s3 = 0;
    long s4 = 0;
    long s5 = 0;
    long s6 = 0;
    long s7 = 0;
    long s8 = 0;
    long s9 = 0;
    for (int first = 0; first < length; first += ELEMENTS_PER_ITERATION) {
      long i = first;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
      s8 += i;
      s9 += i;
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9;
  }
}
