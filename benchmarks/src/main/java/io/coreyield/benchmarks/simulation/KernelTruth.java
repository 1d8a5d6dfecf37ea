package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.Kernel;
import java.util.Map;

/**
 * What a kernel does on a simulated machine.
 *
 * @param yield what the second sibling of a core adds, as a fraction
 * @param cyclesPerElement of one worker alone on its core
 * @param memoryBandwidthElementsPerSecond the most that all workers on one NUMA node get from its
 *     memory; infinite where memory does not bind
 * @param besides its relative speed while another kernel runs on the sibling, by that kernel
 */
public record KernelTruth(
    double yield,
    double cyclesPerElement,
    double memoryBandwidthElementsPerSecond,
    Map<Kernel, Double> besides) {

  /** Beside other kernels as fast as beside itself. */
  public KernelTruth(
      double yield, double cyclesPerElement, double memoryBandwidthElementsPerSecond) {
    this(yield, cyclesPerElement, memoryBandwidthElementsPerSecond, Map.of());
  }

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
    besides = Map.copyOf(besides);
    besides.forEach((kernel, speed) ->
        Ranges.require(
            speed > 0 && speed <= 1,
            "a relative speed of %s beside %s: give more than 0 and at most 1"
                .formatted(speed, kernel)));
  }

  /** Its relative speed beside itself on one core: what it does there over what it does alone. */
  double besideItself() {
    return (1 + yield) / 2;
  }

  /** The same beside another kernel. */
  public double beside(Kernel other) {
    return besides.getOrDefault(other, besideItself());
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
