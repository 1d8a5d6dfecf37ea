package io.coreyield.benchmarks.kernel;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Optional;

/**
 * Detects work that the compiler removed: no processor can do an element faster than the bound, so
 * a lower cost is no measurement of the kernel.
 */
public final class PhysicalBound {

  /** No processor on sale has a higher clock. */
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
   * The same in cycles, by the {@code range} kernel, which does one element per cycle.
   *
   * @param nsPerElement of the kernel
   * @param rangeNsPerElement of the {@code range} kernel in the same run
   */
  public static Optional<String> violation(
      Kernel kernel, double nsPerElement, double rangeNsPerElement) {
    double cycles = nsPerElement / rangeNsPerElement;
    // The clock may change by a tenth between the two measurements.
    if (cycles >= 0.9 * kernel.leastCyclesPerElement()) {
      return Optional.empty();
    }
    return Optional.of(
        "kernel %s took %.3f cycles per element by the range clock, and its bound is %s: the compiler removed work, so the figure is rejected"
            .formatted(kernel, cycles, kernel.leastCyclesPerElement()));
  }
}
