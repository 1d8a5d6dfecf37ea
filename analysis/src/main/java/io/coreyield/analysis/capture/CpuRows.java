package io.coreyield.analysis.capture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Gathers the logical CPUs of one moment, one after the other. */
final class CpuRows {

  private final List<Integer> cpuIds = new ArrayList<>();
  private float[] parts = new float[4 * Percents.COUNTERS];

  boolean isEmpty() {
    return cpuIds.isEmpty();
  }

  List<Integer> cpuIds() {
    return List.copyOf(cpuIds);
  }

  /** Eight per logical CPU. */
  float[] parts() {
    return Arrays.copyOf(parts, cpuIds.size() * Percents.COUNTERS);
  }

  /**
   * Begins a logical CPU.
   *
   * @throws IllegalArgumentException if it is no number, or there are too many
   */
  void cpu(String id) {
    if (!id.matches("\\d{1,6}")) {
      throw new IllegalArgumentException(
          "'%s' is no number of a logical CPU".formatted(Percents.cut(id)));
    }
    if (cpuIds.size() == CaptureLimits.MAX_CPUS) {
      throw new IllegalArgumentException(
          "there are more than %d logical CPUs".formatted(CaptureLimits.MAX_CPUS));
    }
    cpuIds.add(Integer.parseInt(id));
    if (parts.length < cpuIds.size() * Percents.COUNTERS) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
  }

  /** Adds to a counter of the logical CPU that was begun last. */
  void add(int counter, float percent) {
    parts[(cpuIds.size() - 1) * Percents.COUNTERS + counter] += percent;
  }

  /** Requires the logical CPUs that the rows before it have. */
  void requireSame(List<Integer> others) {
    if (!cpuIds.equals(others)) {
      throw new IllegalArgumentException(
          "the rows of one time name %d logical CPUs, those before it %d or others"
              .formatted(cpuIds.size(), others.size()));
    }
  }

  void clear() {
    cpuIds.clear();
    Arrays.fill(parts, 0);
  }
}
