package io.coreyield.benchmarks.kernel;

import org.apache.commons.rng.sampling.PermutationSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Loads of one cache line after the other in random order, each named by a list, so that none waits
 * for another and no prefetcher can help: the way from the cache that they fit in is the limit.
 *
 * <p>The list is read in order. Its 4 bytes for each line of 64 count as part of the array.
 */
final class CacheKernel implements SummationKernel {

  private static final int LONGS_PER_LINE = 8;
  private static final long SEED = 20_170_602;

  /** Element {@code i} of the sequence is {@code lines[order[i]]}, and its value is {@code i}. */
  private final int[] order;

  private final long[] lines;

  private CacheKernel(int[] order, long[] lines) {
    this.order = order;
    this.lines = lines;
  }

  /** Over that many lines, in an order that is the same every time. */
  static CacheKernel shuffled(int elements) {
    int[] order = PermutationSampler.natural(elements);
    PermutationSampler.shuffle(RandomSource.XO_RO_SHI_RO_128_PP.create(SEED), order);
    long[] lines = new long[elements * LONGS_PER_LINE];
    for (int element = 0; element < elements; element++) {
      order[element] *= LONGS_PER_LINE;
      lines[order[element]] = element;
    }
    return new CacheKernel(order, lines);
  }

  int[] order() {
    return order;
  }

  long[] lines() {
    return lines;
  }

  @Override
  public long sum(long from, long to) {
    return RepeatedArray.sum(
        from, to, order.length, (start, end) -> sumOfStretch(lines, order, start, end));
  }

  private static long sumOfStretch(long[] lines, int[] order, int from, int to) {
    long s0 = 0;
    long s1 = 0;
    long s2 = 0;
    long s3 = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      s0 += lines[order[i]];
      s1 += lines[order[i + 1]];
      s2 += lines[order[i + 2]];
      s3 += lines[order[i + 3]];
    }
    for (; i < to; i++) {
      s0 += lines[order[i]];
    }
    return s0 + s1 + s2 + s3;
  }
}
