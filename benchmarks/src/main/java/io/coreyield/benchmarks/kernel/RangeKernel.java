package io.coreyield.benchmarks.kernel;

/**
 * {@code sum += i}: one chain of integer adds, each waiting for the one before it.
 *
 * <p>The elements of an iteration add {@code i}, and what they are more than {@code i} is known
 * beforehand: else the compiler ends each iteration with one addition more, of all constants.
 */
final class RangeKernel {

  private static final int ELEMENTS_PER_ITERATION = 32;

  private RangeKernel() {}

  static long sum(long from, long to) {
    long iterations = (to - from) / ELEMENTS_PER_ITERATION;
    long end = from + iterations * ELEMENTS_PER_ITERATION;
    long sum = iterations * (ELEMENTS_PER_ITERATION * (ELEMENTS_PER_ITERATION - 1) / 2);
    for (long i = from; i < end; i += ELEMENTS_PER_ITERATION) {
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
      sum += i;
    }
    for (long i = end; i < to; i++) {
      sum += i;
    }
    return sum;
  }
}
