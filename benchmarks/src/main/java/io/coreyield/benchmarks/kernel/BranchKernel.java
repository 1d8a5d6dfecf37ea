package io.coreyield.benchmarks.kernel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Adds the elements that reach a threshold to one sum and takes the others from a second one. Where
 * it is random which do, half of all branches are mispredicted.
 *
 * <p>Element {@code i} is {@code i} or {@code -i}, so that the answer does not depend on the order
 * and is known in closed form for any part of the array.
 *
 * <p>Both ways change a sum of their own: for C2 that is too much to compute both and choose.
 */
final class BranchKernel implements SummationKernel {

  private static final int THRESHOLD = 0;
  private static final long SEED = 20_170_603;

  private final int[] elements;

  private BranchKernel(int[] elements) {
    this.elements = elements;
  }

  /** Over that many elements in random order, which is the same every time. */
  static BranchKernel shuffled(int elements) {
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(SEED);
    int[] array = new int[elements];
    for (int i = 0; i < elements; i++) {
      array[i] = random.nextBoolean() ? i : -i;
    }
    return new BranchKernel(array);
  }

  /** Over that many elements of which first one half is below the threshold, then none. */
  static BranchKernel sorted(int elements) {
    int[] array = new int[elements];
    for (int i = 0; i < elements; i++) {
      array[i] = i < elements / 2 ? -i : i;
    }
    return new BranchKernel(array);
  }

  int[] elements() {
    return elements;
  }

  @Override
  public long sum(long from, long to) {
    return RepeatedArray.sum(
        from, to, elements.length, (start, end) -> sumOfStretch(elements, start, end));
  }

  private static long sumOfStretch(int[] elements, int from, int to) {
    long above = 0;
    long below = 0;
    for (int i = from; i < to; i++) {
      int element = elements[i];
      if (element >= THRESHOLD) {
        above += element;
      } else {
        below -= element;
      }
    }
    return above + below;
  }
}
