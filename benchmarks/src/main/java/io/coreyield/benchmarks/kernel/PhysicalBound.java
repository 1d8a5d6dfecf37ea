package io.coreyield.benchmarks.kernel;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Optional;

/**
 * The oracle against work that the compiler removed: no processor can do an element faster than its
 * bound, so a cost below it is not a measurement of the kernel.
 */
public final class PhysicalBound {

  /** No processor sold so far is clocked higher, overclocking records under liquid helium aside. */
  public static final double HIGHEST_CLOCK_GHZ = 7.0;

  private PhysicalBound() {}

  /**
   * What is wrong with a measured cost; empty if it is possible.
   *
   * @param nsPerElement measured with one worker, or per worker
   */
  public static Optional<String> violation(Kernel kernel, double nsPerElement) {
    double leastNs = kernel.leastCyclesPerElement() / HIGHEST_CLOCK_GHZ;
    if (nsPerElement >= leastNs) {
      return Optional.empty();
    }
    return Optional.of(
        "kernel %s took %.4f ns per element, and no processor can do it under %.4f ns (%s cycles at %.0f GHz): the compiler removed work, so the figure is rejected"
            .formatted(
                kernel, nsPerElement, leastNs, kernel.leastCyclesPerElement(), HIGHEST_CLOCK_GHZ));
  }

  /**
   * The same by a clock that was measured: cycles per element under the {@code range} chain, which
   * does one element per cycle.
   *
   * @param nsPerElement of the kernel
   * @param rangeNsPerElement of the {@code range} kernel in the same run
   */
  public static Optional<String> violation(
      Kernel kernel, double nsPerElement, double rangeNsPerElement) {
    double cycles = nsPerElement / rangeNsPerElement;
    // A tenth for the clock moving between the two measurements.
    if (cycles >= 0.9 * kernel.leastCyclesPerElement()) {
      return Optional.empty();
    }
    return Optional.of(
        "kernel %s took %.3f cycles per element by the range clock, and its bound is %s: the compiler removed work, so the figure is rejected"
            .formatted(kernel, cycles, kernel.leastCyclesPerElement()));
  }
}
