package io.coreyield.benchmarks.kernel;

/**
 * {@code sum += i} in floating point: one chain of additions that Java may not reassociate.
 *
 * <p>The range is summed in blocks, each from 0, because a double holds whole numbers exactly up to
 * 2^53 only: within a block the sum stays below 2^47, so the answer is exact for any range.
 */
final class RangeDoubleKernel {

  private static final int BLOCK = 1 << 24;

  private RangeDoubleKernel() {}

  static long sum(long from, long to) {
    long sum = 0;
    for (long start = from; start < to; start += BLOCK) {
      int length = (int) Math.min(BLOCK, to - start);
      sum += start * length + (long) sumFromZero(length);
    }
    return sum;
  }

  private static double sumFromZero(int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += i;
    }
    return sum;
  }
}
