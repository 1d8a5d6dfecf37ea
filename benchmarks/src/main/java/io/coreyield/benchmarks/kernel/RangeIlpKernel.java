package io.coreyield.benchmarks.kernel;

/**
 * Eight independent chains of integer adds, limited by the integer ports of the core.
 *
 * <p>Lane {@code k} of the eight sums the elements {@code 8g + k}. It adds {@code 8g} only and
 * starts at its share of the {@code k}s, so that an element costs one add and nothing else.
 */
final class RangeIlpKernel {

  private static final int LANES = 8;

  private RangeIlpKernel() {}

  static long sum(long from, long to) {
    long groups = (to - from) / LANES;
    long end = from + groups * LANES;
    long s0 = 0;
    long s1 = groups;
    long s2 = 2 * groups;
    long s3 = 3 * groups;
    long s4 = 4 * groups;
    long s5 = 5 * groups;
    long s6 = 6 * groups;
    long s7 = 7 * groups;
    for (long i = from; i < end; i += LANES) {
      s0 += i;
      s1 += i;
      s2 += i;
      s3 += i;
      s4 += i;
      s5 += i;
      s6 += i;
      s7 += i;
    }
    return s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + RangeKernel.sum(end, to);
  }
}
