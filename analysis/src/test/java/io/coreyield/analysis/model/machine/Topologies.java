package io.coreyield.analysis.model.machine;

import java.util.stream.IntStream;

/** Topologies of machines that do not exist. */
public final class Topologies {

  private Topologies() {}

  /** Siblings are {@code i} and {@code i + cores}, as Linux numbers them. */
  public static Topology of(int cores, int threadsPerCore) {
    return new Topology(
        IntStream.range(0, cores * threadsPerCore)
            .mapToObj(id -> new LogicalCpu(id, id % cores, 0, 0, 0, true))
            .toList());
  }
}
