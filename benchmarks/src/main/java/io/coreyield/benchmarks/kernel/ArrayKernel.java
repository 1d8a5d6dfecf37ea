package io.coreyield.benchmarks.kernel;

import java.util.Arrays;

/**
 * {@code sum += a[i]} in independent chains, cyclically over an array, so that loads are the limit:
 * load ports if the array fits the first-level cache, memory bandwidth if it is far larger than the
 * last-level cache.
 */
final class ArrayKernel implements SummationKernel {

  /** So many that the loop itself takes next to nothing. */
  private static final int ELEMENTS_PER_ITERATION = 32;

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

  long[] array() {
    return array;
  }

  @Override
  public long sum(long from, long to) {
    int length = array.length;
    int at = (int) (from % length);
    int end = (int) Math.min(length, at + to - from);
    long left = to - from - (end - at);
    return sumOfPart(array, at, end)
        + sumOfPasses(array, left / length)
        + sumOfPart(array, 0, (int) (left % length));
  }

  private static long sumOfPart(long[] array, int from, int to) {
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

  /** Each over the whole array, all in one loop: to start it anew takes as long as 100 elements. */
  private static long sumOfPasses(long[] array, long passes) {
    long s0 = 0;
    long s1 = 0;
    long s2 = 0;
    long s3 = 0;
    long s4 = 0;
    long s5 = 0;
    long s6 = 0;
    long s7 = 0;
    for (long pass = 0; pass < passes; pass++) {
      int i = 0;
      for (; i <= array.length - ELEMENTS_PER_ITERATION; i += ELEMENTS_PER_ITERATION) {
        s0 += array[i];
        s1 += array[i + 1];
        s2 += array[i + 2];
        s3 += array[i + 3];
        s4 += array[i + 4];
        s5 += array[i + 5];
        s6 += array[i + 6];
        s7 += array[i + 7];
        s0 += array[i + 8];
        s1 += array[i + 9];
        s2 += array[i + 10];
        s3 += array[i + 11];
        s4 += array[i + 12];
        s5 += array[i + 13];
        s6 += array[i + 14];
        s7 += array[i + 15];
        s0 += array[i + 16];
        s1 += array[i + 17];
        s2 += array[i + 18];
        s3 += array[i + 19];
        s4 += array[i + 20];
        s5 += array[i + 21];
        s6 += array[i + 22];
        s7 += array[i + 23];
        s0 += array[i + 24];
        s1 += array[i + 25];
        s2 += array[i + 26];
        s3 += array[i + 27];
        s4 += array[i + 28];
        s5 += array[i + 29];
        s6 += array[i + 30];
        s7 += array[i + 31];
      }
      for (; i < array.length; i++) {
        s0 += array[i];
      }
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7;
  }
}
