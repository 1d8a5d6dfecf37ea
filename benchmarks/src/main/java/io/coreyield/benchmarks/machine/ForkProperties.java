package io.coreyield.benchmarks.machine;

import io.coreyield.analysis.model.plan.ArraySizes;
import io.coreyield.analysis.model.plan.Placement;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the host hands to its forks as system properties. A fork that was started without them, by
 * plain JMH, reads the machine itself.
 */
public final class ForkProperties {

  private static final String ARRAYS = "coreyield.arrays";
  private static final String CPUS = "coreyield.cpus";
  private static final String LINK = "coreyield.link";
  private static final String SEED = "coreyield.seed";

  private ForkProperties() {}

  /** The {@code java} that runs this process, and starts its forks. */
  public static Path javaLauncher() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** Arguments for every fork: allow calls into the C library and JMH 1.37's use of Unsafe. */
  public static List<String> quietArguments() {
    return List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
  }

  /** Hands over the sizes of the arrays. */
  public static String arraysArgument(ArraySizes sizes) {
    return "-D%s=%d,%d,%d,%d,%d"
        .formatted(
            ARRAYS,
            sizes.portsBytes(),
            sizes.streamBytes(),
            sizes.chaseBytes(),
            sizes.cacheBytes(),
            sizes.branchBytes());
  }

  public static ArraySizes arrays() {
    String handed = System.getProperty(ARRAYS, "");
    if (handed.isEmpty()) {
      return ArraySizing.of(MachineReader.read(Oshi.open()));
    }
    long[] bytes = Arrays.stream(handed.split(",", -1)).mapToLong(Long::parseLong).toArray();
    return new ArraySizes(bytes[0], bytes[1], bytes[2], bytes[3], bytes[4]);
  }

  /** Hands over the logical CPU of each worker. */
  public static String cpusArgument(List<Integer> cpus) {
    return "-D%s=%s"
        .formatted(CPUS, cpus.stream().map(String::valueOf).collect(Collectors.joining(",")));
  }

  /** The logical CPU of each worker; empty for {@link Placement#OS}. */
  public static List<Integer> cpus(Placement placement, int workers) {
    if (placement == Placement.OS) {
      return List.of();
    }
    String handed = System.getProperty(CPUS, "");
    return handed.isEmpty()
        ? PlacementOrder.of(placement, MachineReader.read(Oshi.open()).topology(), workers)
        : Arrays.stream(handed.split(",", -1)).map(Integer::valueOf).toList();
  }

  /** Hands over the seed of the order of windows. */
  public static String seedArgument(long seed) {
    return "-D%s=%d".formatted(SEED, seed);
  }

  /** The seed of the order of windows; without one from the host, a new one each time. */
  public static long seed() {
    return Long.getLong(SEED, System.nanoTime());
  }

  /** Hands over the socket at which the host waits for reports. */
  public static String linkArgument(Path socket) {
    return "-D%s=%s".formatted(LINK, socket);
  }

  /** The socket at which the host waits for reports; null without a host. */
  public static @Nullable Path link() {
    String socket = System.getProperty(LINK);
    return socket == null ? null : Path.of(socket);
  }
}
