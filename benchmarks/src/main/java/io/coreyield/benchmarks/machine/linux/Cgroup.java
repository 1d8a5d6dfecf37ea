package io.coreyield.benchmarks.machine.linux;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Throttling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import oshi.util.linux.ProcPath;
import oshi.util.linux.SysPath;

/** A control group, version 1 (with its cpu controller) or 2: how much CPU time it may use. */
public record Cgroup(Path directory) {

  private static final long NS_PER_US = 1_000;
  private static final Pattern PERIODS = counter("nr_throttled");
  private static final Pattern STOPPED_US = counter("throttled_usec");
  private static final Pattern STOPPED_NS = counter("throttled_time");

  private static Pattern counter(String name) {
    return Pattern.compile("^" + name + " ([0-9]{1,18})$", Pattern.MULTILINE);
  }

  /** The one with the tightest quota among that of this process and its parents, if any has one. */
  public static Optional<Cgroup> tightestOfThisProcess() {
    String own = ofCpuController(KernelFiles.text(Path.of(ProcPath.SELF_CGROUP)));
    return tightest(Path.of(SysPath.CGROUP), own);
  }

  /** The one with the tightest quota from a path up to the root. */
  static Optional<Cgroup> tightest(Path root, String path) {
    Optional<Cgroup> tightest = Optional.empty();
    for (Path base : hierarchies(root)) {
      Path own = base.resolve(path.replaceFirst("^/+", "")).normalize();
      // A process that was moved out of its container has a path above the tree.
      Path at = own.startsWith(base) ? own : base;
      for (; at != null && at.startsWith(base); at = at.getParent()) {
        Cgroup cgroup = new Cgroup(at);
        if (cgroup.cpus() < tightest.map(Cgroup::cpus).orElse(Double.POSITIVE_INFINITY)) {
          tightest = Optional.of(cgroup);
        }
      }
    }
    return tightest;
  }

  /**
   * Version 2 lies in the root, or in {@code unified} next to version 1. Version 1 mounts the cpu
   * controller under its name, or under those of all controllers that it is mounted with, in any
   * order; the links that name it alone are missing in some containers.
   */
  private static List<Path> hierarchies(Path root) {
    return Stream.concat(
            Stream.of(root, root.resolve("unified")),
            KernelFiles.entries(root, "*cpu*").stream()
                .filter(entry -> List.of(name(entry).split(",", -1)).contains("cpu")))
        .toList();
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  /**
   * The path of the cgroup that limits CPU time, from lines {@code number:controllers:path};
   * version 2 names no controllers and comes last.
   */
  static String ofCpuController(String lines) {
    return lines
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> parts[1].isEmpty() || List.of(parts[1].split(",", -1)).contains("cpu"))
        .map(parts -> parts[2])
        .findFirst()
        .orElse("/");
  }

  /** Its own quota; empty where it has none. */
  public Optional<CpuQuota> quota() {
    return Stream.of(line("cpu.max"), line("cpu.cfs_quota_us") + " " + line("cpu.cfs_period_us"))
        .filter(quota -> quota.matches("[1-9][0-9]{0,17} [1-9][0-9]{0,17}"))
        .findFirst()
        .map(quota -> quota.split(" ", 2))
        .map(parts -> quota(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
  }

  private static CpuQuota quota(long quotaUs, long periodUs) {
    return new CpuQuota((double) quotaUs / periodUs, periodUs);
  }

  private double cpus() {
    return quota().map(CpuQuota::cpus).orElse(Double.POSITIVE_INFINITY);
  }

  private String line(String file) {
    return KernelFiles.line(directory.resolve(file)).orElse("");
  }

  /** How often its quota stopped it since it was made; empty if unknown. */
  public Optional<Throttling> throttling() {
    String stat = KernelFiles.text(directory.resolve("cpu.stat"));
    // Version 2 counts microseconds, version 1 nanoseconds.
    Optional<Long> us =
        value(stat, STOPPED_US).or(() -> value(stat, STOPPED_NS).map(ns -> ns / NS_PER_US));
    return value(stat, PERIODS)
        .flatMap(periods -> us.map(stopped -> new Throttling(periods, stopped)));
  }

  private static Optional<Long> value(String stat, Pattern counter) {
    return counter
        .matcher(stat)
        .results()
        .findFirst()
        .map((MatchResult m) -> Long.valueOf(m.group(1)));
  }
}
