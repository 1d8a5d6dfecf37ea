package io.coreyield.analysis.model.load;

import java.util.List;

/**
 * The counters of every logical CPU at one moment.
 *
 * @param tNs the moment, on the run's clock
 * @param cpuIds the logical CPUs' numbers
 * @param times one entry per number, in the same order
 */
public record LoadSample(long tNs, List<Integer> cpuIds, List<CpuTimes> times) {

  /** Throws an {@link IllegalArgumentException} if they are not equally long. */
  public LoadSample {
    cpuIds = List.copyOf(cpuIds);
    times = List.copyOf(times);
    if (cpuIds.size() != times.size()) {
      throw new IllegalArgumentException(
          "%d CPU numbers, %d counters".formatted(cpuIds.size(), times.size()));
    }
  }
}
