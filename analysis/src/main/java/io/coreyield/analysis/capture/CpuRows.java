package io.coreyield.analysis.capture;

import io.coreyield.analysis.model.machine.Topology;
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
    return cpuIds;
  }

  /** Eight per logical CPU. */
  float[] parts() {
    return parts;
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
    if (cpuIds.size() == Topology.MAX_CPUS) {
      throw new IllegalArgumentException(
          "there are more than %d logical CPUs".formatted(Topology.MAX_CPUS));
    }
    cpuIds.add(Integer.valueOf(id));
    if (parts.length < cpuIds.size() * Percents.COUNTERS) {
      parts = Arrays.copyOf(parts, 2 * parts.length);
    }
  }

  /** Adds a figure of the logical CPU that was begun last; false if a run has no place for it. */
  boolean add(String column, String percent) {
    int counter = Percents.counter(column);
    if (counter >= 0) {
      parts[(cpuIds.size() - 1) * Percents.COUNTERS + counter] += Percents.percent(column, percent);
    }
    return counter >= 0;
  }

  void clear() {
    cpuIds.clear();
    Arrays.fill(parts, 0);
  }
}
