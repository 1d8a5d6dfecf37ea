package io.coreyield.benchmarks.kernel;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Optional;

/** Sums elements of a sequence, limited by one resource of the core or the machine. */
@FunctionalInterface
public interface SummationKernel {

  /**
   * The sum of the elements {@code from … to-1}, which {@link Kernel#sum} gives in closed form.
   *
   * @param from first element summed, 0 or more
   * @param to one past the last element summed, {@code from} to {@link Kernel#MAX_ELEMENTS}
   */
  long sum(long from, long to);

  /**
   * Why its figures cannot be used: the resource that should limit it does not. Empty where nothing
   * shows that. Takes time, so call it between operations, on the kernel that the worker uses.
   */
  default Optional<String> fault() {
    return Optional.empty();
  }

  /**
   * The function that computes a kernel. Call it on the pinned thread that will sum: it fills the
   * array, which places the memory on that thread's node.
   *
   * @param arrayElements of its array, 1 or more; ignored for a kernel without one
   */
  static SummationKernel open(Kernel kernel, int arrayElements) {
    return switch (kernel) {
      case RANGE -> RangeKernel::sum;
      case RANGE_DOUBLE -> RangeDoubleKernel::sum;
      case RANGE_ILP -> RangeIlpKernel::sum;
      case ARRAY_PORTS, ARRAY_STREAM -> ArrayKernel.counting(arrayElements);
      case ARRAY_CHASE -> ChaseKernel.shuffled(arrayElements);
      case RANGE_DIV -> new RangeDivKernel(Kernel.DIVISOR);
      case ARRAY_CACHE -> CacheKernel.shuffled(arrayElements);
      case ARRAY_BRANCH -> CheckedBranches.open(arrayElements);
    };
  }
}
