package io.coreyield.analysis.model.trial;

import java.util.List;

/**
 * What one logical CPU, or two at once, did in one window.
 *
 * @param cpus the logical CPU, or both
 * @param middleNs the middle of the window, on the monotonic clock
 * @param elementsPerSecond throughput of all of them together
 */
public record CpuWindow(List<Integer> cpus, long middleNs, double elementsPerSecond) {

  /**
   * Throws an {@link IllegalArgumentException} if there are not one or two logical CPUs, or the
   * throughput is not positive and finite.
   */
  public CpuWindow {
    cpus = List.copyOf(cpus);
    if (cpus.isEmpty() || cpus.size() > 2) {
      throw new IllegalArgumentException("one logical CPU or two, not %s".formatted(cpus));
    }
    if (!(elementsPerSecond > 0 && Double.isFinite(elementsPerSecond))) {
      throw new IllegalArgumentException(
          "%s elements a second: it must be positive and finite".formatted(elementsPerSecond));
    }
  }

  /** Whether it is of one logical CPU alone. */
  public boolean isSolo() {
    return cpus.size() == 1;
  }
}
