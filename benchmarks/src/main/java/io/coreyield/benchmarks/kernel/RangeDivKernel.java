package io.coreyield.benchmarks.kernel;

/**
 * {@code sum += i / d}, unsigned and 32 bits wide. No division waits for another, so the divider of
 * the core is the limit.
 *
 * <p>32 bits, because older cores take four times as long for 64, in microcode.
 */
final class RangeDivKernel implements SummationKernel {

  /** In a field: by a constant the compiler would multiply and shift. */
  private final int divisor;

  RangeDivKernel(int divisor) {
    this.divisor = divisor;
  }

  int divisor() {
    return divisor;
  }

  @Override
  public long sum(long from, long to) {
    long sum = 0;
    for (long i = from; i < to; i++) {
      sum += Integer.toUnsignedLong(Integer.divideUnsigned((int) i, divisor));
    }
    return sum;
  }
}
