package io.coreyield.benchmarks.kernel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.ArraySampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * A walk along a random cycle through an array, one cache line per step. Each line names the next,
 * so one load runs at a time and no prefetcher can help.
 *
 * <p>A line holds the next line and its own place in the cycle, which is its element. One load
 * gives both, and the sum of any part of the walk is known in closed form.
 */
final class ChaseKernel implements SummationKernel {

  private static final int LONGS_PER_LINE = 8;
  private static final long SEED = 20_170_601;
  private static final long ELEMENT_MASK = 0xffff_ffffL;

  private final long[] lines;
  private final int[] lineOfElement;

  private ChaseKernel(long[] lines, int[] lineOfElement) {
    this.lines = lines;
    this.lineOfElement = lineOfElement;
  }

  /** Through that many lines, in an order that is the same every time. */
  static ChaseKernel shuffled(int elements) {
    int[] order = new int[elements];
    for (int i = 0; i < elements; i++) {
      order[i] = i;
    }
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    ArraySampler.shuffle(random, order);
    long[] lines = new long[elements * LONGS_PER_LINE];
    for (int element = 0; element < elements; element++) {
      long next = order[element + 1 == elements ? 0 : element + 1];
      lines[order[element] * LONGS_PER_LINE] = next << 32 | element;
    }
    return new ChaseKernel(lines, order);
  }

  long[] lines() {
    return lines;
  }

  /** The line that holds an element of the sequence. */
  int lineOf(long element) {
    return lineOfElement[(int) (element % lineOfElement.length)];
  }

  @Override
  public long sum(long from, long to) {
    if (to == from) {
      return 0;
    }
    int line = lineOf(from);
    long sum = 0;
    for (long left = to - from; left > 0; left--) {
      long nextAndElement = lines[line * LONGS_PER_LINE];
      sum += nextAndElement & ELEMENT_MASK;
      line = (int) (nextAndElement >>> 32);
    }
    return sum;
  }
}
