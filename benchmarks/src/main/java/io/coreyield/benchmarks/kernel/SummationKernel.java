package io.coreyield.benchmarks.kernel;

import io.coreyield.analysis.model.Kernel;

/** Sums the integers of a range, in a way that one resource of the core binds. */
@FunctionalInterface
public interface SummationKernel {

  /**
   * The sum {@code from + (from+1) + … + (to-1)}, which {@link Kernel#sumOfRange} gives in closed
   * form.
   *
   * @param from first integer summed, 0 or more
   * @param to one past the last integer summed, {@code from} to {@link Kernel#MAX_ELEMENTS}
   */
  long sum(long from, long to);

  /** The function that computes a kernel. */
  static SummationKernel of(Kernel kernel) {
    return switch (kernel) {
      case RANGE -> RangeKernel::sum;
      case RANGE_DOUBLE -> RangeDoubleKernel::sum;
      case RANGE_ILP -> RangeIlpKernel::sum;
    };
  }
}
