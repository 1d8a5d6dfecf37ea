package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.plan.ArraySizes;
import java.util.Arrays;

/** The array sizes of a run, handed from the host to its forks. */
public final class HandedArrays {

  private static final String PROPERTY = "coreyield.arrays";

  private HandedArrays() {}

  /** The JVM argument that spares a fork from reading the machine. */
  public static String jvmArgument(ArraySizes sizes) {
    return "-D%s=%d,%d,%d"
        .formatted(PROPERTY, sizes.portsBytes(), sizes.streamBytes(), sizes.chaseBytes());
  }

  /** The sizes that the host said, or by reading the machine where it said nothing. */
  public static ArraySizes sizes() {
    String handed = System.getProperty(PROPERTY, "");
    if (handed.isEmpty()) {
      return ArraySizing.of(MachineReader.read(Oshi.open()));
    }
    long[] bytes = Arrays.stream(handed.split(",", -1)).mapToLong(Long::parseLong).toArray();
    return new ArraySizes(bytes[0], bytes[1], bytes[2]);
  }
}
