package io.coreyield.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oshi.util.linux.ProcPath;
import oshi.util.linux.SysPath;

/**
 * How much CPU time the cgroup of this process may use.
 *
 * @param quotaUs CPU microseconds per period
 * @param periodUs length of the period in microseconds
 */
public record CpuQuota(long quotaUs, long periodUs) {

  private static final Path CGROUPS = Path.of(SysPath.CGROUP);
  private static final Path OWN_CGROUP = Path.of(ProcPath.SELF_CGROUP);

  /** How many CPUs' worth of time that is. */
  public double cpus() {
    return (double) quotaUs / periodUs;
  }

  /** As {@code cpu.max} writes it: {@code 200000 100000}. */
  @Override
  public String toString() {
    return quotaUs + " " + periodUs;
  }

  /** The cgroup over this process with the tightest quota; empty where none has one. */
  static Optional<Path> tightestOfThisProcess() {
    return tightest(CGROUPS, ownPath());
  }

  /**
   * The directory with the tightest quota from a cgroup (version 2, or 1 with its cpu controller)
   * up to the root.
   */
  static Optional<Path> tightest(Path root, String cgroup) {
    Optional<Path> tightest = Optional.empty();
    for (Path base : List.of(root, root.resolve("cpu"))) {
      Path own = base.resolve(cgroup.replaceFirst("^/+", "")).normalize();
      // A process that was moved out of its container has a path above the tree.
      Path at = own.startsWith(base) ? own : base;
      for (; at != null && at.startsWith(base); at = at.getParent()) {
        if (cpusOf(at) < tightest.map(CpuQuota::cpusOf).orElse(Double.POSITIVE_INFINITY)) {
          tightest = Optional.of(at);
        }
      }
    }
    return tightest;
  }

  private static double cpusOf(Path cgroup) {
    return of(cgroup).map(CpuQuota::cpus).orElse(Double.POSITIVE_INFINITY);
  }

  /** The quota that a cgroup itself has; empty where it has none. */
  static Optional<CpuQuota> of(Path cgroup) {
    String max = EnvironmentReader.firstLine(cgroup.resolve("cpu.max")).orElse("");
    String quota = EnvironmentReader.firstLine(cgroup.resolve("cpu.cfs_quota_us")).orElse("");
    String period = EnvironmentReader.firstLine(cgroup.resolve("cpu.cfs_period_us")).orElse("");
    String both = max.isEmpty() ? quota + " " + period : max;
    if (!both.matches("[1-9][0-9]{0,17} [1-9][0-9]{0,17}")) {
      return Optional.empty();
    }
    String[] parts = both.split(" ", 2);
    return Optional.of(new CpuQuota(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
  }

  private static String ownPath() {
    try {
      return cpuCgroup(Files.readAllLines(OWN_CGROUP));
    } catch (IOException e) {
      return "/";
    }
  }

  /**
   * The cgroup that limits CPU time.
   *
   * @param lines {@code number:controllers:path}, version 1 before version 2, which names none
   */
  static String cpuCgroup(List<String> lines) {
    return lines.stream()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && hasCpu(parts[1]))
        .map(parts -> parts[2])
        .findFirst()
        .orElse("/");
  }

  private static boolean hasCpu(String controllers) {
    return controllers.isEmpty() || List.of(controllers.split(",", -1)).contains("cpu");
  }
}
