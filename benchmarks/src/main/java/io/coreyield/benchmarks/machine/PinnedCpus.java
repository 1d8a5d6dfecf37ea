package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.plan.Placement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The logical CPUs of a placement, handed from the host to its forks. */
public final class PinnedCpus {

  private static final String PROPERTY = "coreyield.cpus";

  private PinnedCpus() {}

  /** The JVM argument that spares a fork from reading the machine. */
  public static String jvmArgument(List<Integer> cpus) {
    return "-D%s=%s"
        .formatted(PROPERTY, cpus.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /**
   * One logical CPU per worker, as the host said, or by reading the machine where it said nothing;
   * empty for {@link Placement#OS}.
   */
  public static List<Integer> of(Placement placement, int workers) {
    if (placement == Placement.OS) {
      return List.of();
    }
    String cpus = System.getProperty(PROPERTY, "");
    if (!cpus.isEmpty()) {
      return Arrays.stream(cpus.split(",", -1)).map(Integer::valueOf).toList();
    }
    return PlacementOrder.of(placement, MachineReader.read(Oshi.open()).topology(), workers);
  }
}
