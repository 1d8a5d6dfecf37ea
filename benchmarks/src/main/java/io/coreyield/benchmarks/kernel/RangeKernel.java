package io.coreyield.benchmarks.kernel;

/** {@code sum += i}: one chain of integer adds, each waiting for the one before it. */
final class RangeKernel {

  private RangeKernel() {}

  static long sum(long from, long to) {
    long sum = 0;
    for (long i = from; i < to; i++) {
      sum += i;
    }
    return sum;
  }
}
