package io.coreyield.benchmarks.kernel;

import java.util.Arrays;

/**
 * {@code sum += a[i]} in four independent chains, cyclically over an array, so that loads are the
 * limit: load ports if the array fits the first-level cache, memory bandwidth if it is far larger
 * than the last-level cache.
 */
final class ArrayKernel implements SummationKernel {

  private static final int CHAINS = 4;

  private final long[] array;

  private ArrayKernel(long[] array) {
    this.array = array;
  }

  /** Over an array that holds {@code 0 … elements-1}. */
  static ArrayKernel counting(int elements) {
    long[] array = new long[elements];
    Arrays.setAll(array, i -> i);
    return new ArrayKernel(array);
  }

  @Override
  public long sum(long from, long to) {
    long sum = 0;
    long left = to - from;
    int at = (int) (from % array.length);
    while (left > 0) {
      int end = (int) Math.min(array.length, at + left);
      sum += sumOfStretch(array, at, end);
      left -= end - at;
      at = 0;
    }
    return sum;
  }

  private static long sumOfStretch(long[] array, int from, int to) {
    int inChains = from + (to - from) / CHAINS * CHAINS;
    long s0 = 0;
    long s1 = 0;
    long s2 = 0;
    long s3 = 0;
    for (int i = from; i < inChains; i += CHAINS) {
      s0 += array[i];
      s1 += array[i + 1];
      s2 += array[i + 2];
      s3 += array[i + 3];
    }
    for (int i = inChains; i < to; i++) {
      s0 += array[i];
    }
    return s0 + s1 + s2 + s3;
  }
}
