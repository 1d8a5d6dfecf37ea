package io.coreyield.benchmarks.machine.linux;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Throttling;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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
    return tightest(CgroupMount.ofThisProcess());
  }

  /** The one with the tightest quota from the process's own up to the top of each mount. */
  static Optional<Cgroup> tightest(List<CgroupMount> mounts) {
    Optional<Cgroup> tightest = Optional.empty();
    for (CgroupMount mount : mounts) {
      for (Path at = mount.own(); at != null && at.startsWith(mount.top()); at = at.getParent()) {
        Cgroup cgroup = new Cgroup(at);
        if (cgroup.cpus() < tightest.map(Cgroup::cpus).orElse(Double.POSITIVE_INFINITY)) {
          tightest = Optional.of(cgroup);
        }
      }
    }
    return tightest;
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
