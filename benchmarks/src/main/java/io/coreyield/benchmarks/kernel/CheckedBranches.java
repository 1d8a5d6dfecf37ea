package io.coreyield.benchmarks.kernel;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Optional;

/**
 * A kernel that is limited by mispredicted branches, and knows whether it still is. A processor
 * foresees the branches of sorted elements, so they cost much less than those in random order; they
 * cost the same if the compiler computes both ways and chooses.
 *
 * <p>The compiler replaces code while it runs, so this looks again whenever twice as many elements
 * were summed, and takes less than a millisecond for it.
 */
final class CheckedBranches implements SummationKernel {

  /** A mispredicted branch costs 10 cycles and more on a core that does all else in 1. */
  private static final double MIN_RATIO = 1.5;

  /** Code that has run so often is compiled. */
  private static final long FIRST_CHECK_ELEMENTS = 1L << 23;

  private static final int STRETCH = 1 << 12;
  private static final int STRETCHES = 8;

  /**
   * In a row, because the machine may have been busy, or the compiler about to replace the code.
   */
  private static final int FAILED_CHECKS = 3;

  private final SummationKernel shuffled;
  private final SummationKernel sorted;
  private long summed;
  private long nextCheck = FIRST_CHECK_ELEMENTS;
  private int failed;

  /** Both do the same over as many elements, which are in another order. */
  CheckedBranches(SummationKernel shuffled, SummationKernel sorted) {
    this.shuffled = shuffled;
    this.sorted = sorted;
  }

  /** Over that many elements. */
  static CheckedBranches open(int elements) {
    return new CheckedBranches(BranchKernel.shuffled(elements), BranchKernel.sorted(elements));
  }

  /** The kernel without the check. */
  SummationKernel shuffled() {
    return shuffled;
  }

  @Override
  public long sum(long from, long to) {
    summed += to - from;
    return shuffled.sum(from, to);
  }

  @Override
  public Optional<String> fault() {
    if (summed < nextCheck) {
      return Optional.empty();
    }
    double ratio = ratio();
    failed = ratio < MIN_RATIO ? failed + 1 : 0;
    if (failed == 0) {
      nextCheck = 2 * summed;
    }
    return failed < FAILED_CHECKS
        ? Optional.empty()
        : Optional.of(
            "kernel %s took %.2f times as long in random as in sorted order, and mispredicted branches make that %s or more: the compiler made it branch-free, or the processor learned the order, so the figure is rejected"
                .formatted(Kernel.ARRAY_BRANCH, ratio, MIN_RATIO));
  }

  /**
   * Of the fastest stretches, because every disturbance makes one slower. None is summed twice, or
   * it would be in a nearer cache, and a processor would know its branches.
   */
  private double ratio() {
    long kept = 0;
    long shuffledNs = Long.MAX_VALUE;
    long sortedNs = Long.MAX_VALUE;
    for (long from = 0; from < STRETCHES * STRETCH; from += STRETCH) {
      long startNs = System.nanoTime();
      kept += shuffled.sum(from, from + STRETCH);
      long betweenNs = System.nanoTime();
      kept += sorted.sum(from, from + STRETCH);
      long endNs = System.nanoTime();
      shuffledNs = Math.min(shuffledNs, betweenNs - startNs);
      sortedNs = Math.min(sortedNs, endNs - betweenNs);
    }
    // The sums are used, so that the compiler cannot drop them. They are never all 0.
    return kept == 0 ? Double.NaN : (double) shuffledNs / Math.max(1, sortedNs);
  }
}
