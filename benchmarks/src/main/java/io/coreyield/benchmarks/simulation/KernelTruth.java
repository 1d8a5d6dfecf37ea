package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.Kernel;

/**
 * What a kernel does on a simulated machine.
 *
 * @param yield what the second sibling of a core adds, as a fraction
 * @param cyclesPerElement of one worker alone on its core
 * @param memoryBandwidthElementsPerSecond the most that all workers on one NUMA node get from its
 *     memory; infinite where memory does not bind
 */
public record KernelTruth(
    double yield, double cyclesPerElement, double memoryBandwidthElementsPerSecond) {

  /** Throws an {@link IllegalArgumentException} that names a value out of its range. */
  public KernelTruth {
    Ranges.require(
        yield > -1 && yield <= 1,
        "a yield of %s: give more than -1 and at most 1 (0.25 is 25 %%)".formatted(yield));
    Ranges.require(
        cyclesPerElement > 0 && Double.isFinite(cyclesPerElement),
        "%s cycles per element: give more than 0".formatted(cyclesPerElement));
    Ranges.require(
        memoryBandwidthElementsPerSecond > 0,
        "a memory bandwidth of %s elements per second: give more than 0"
            .formatted(memoryBandwidthElementsPerSecond));
  }

  /** The same, unless no processor can do the kernel so fast. */
  KernelTruth possibleFor(Kernel kernel) {
    Ranges.require(
        cyclesPerElement >= kernel.leastCyclesPerElement(),
        "%s cycles per element: no processor does %s in less than %s"
            .formatted(cyclesPerElement, kernel, kernel.leastCyclesPerElement()));
    return this;
  }
}
