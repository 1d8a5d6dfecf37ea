package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.Throttling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Trees of cgroups as Linux shows them. */
class CgroupTest {

  @TempDir private Path sys;
  private Path root;

  @BeforeEach
  void usualPlace() throws IOException {
    root = Files.createDirectories(sys.resolve("fs/cgroup"));
  }

  /** The quota of a process in this cgroup, where no mount is named. */
  private Optional<String> tightest(String path) {
    return Cgroup.tightest(CgroupMount.of("0::" + path, "", sys, sys))
        .flatMap(Cgroup::quota)
        .map(CpuQuota::cpuMax);
  }

  @Test
  void thereIsNoneInAnEmptyTree() {
    assertThat(tightest("/a/b")).isEmpty();
    assertThat(new Cgroup(root).throttling()).isEmpty();
  }

  @Test
  void version2TakesTheTightestUpToTheRoot() throws IOException {
    new KernelTree(root)
        .file("cpu.max", "800000 100000")
        .file("a/cpu.max", "150000 100000")
        .file("a/b/cpu.max", "max 100000")
        .file("a/b/c/cpu.max", "200000 100000")
        .file("elsewhere/cpu.max", "1000 100000");

    assertThat(tightest("/a/b/c")).contains("150000 100000");
    assertThat(tightest("/a/b")).contains("150000 100000");
    // Inside a container the path is often the host's, and the tree begins at the container.
    assertThat(tightest("/docker/abc")).contains("800000 100000");
    assertThat(tightest("/../abc")).contains("800000 100000");
    assertThat(tightest("/")).contains("800000 100000");

    // Quotas are compared as CPUs, not as microseconds.
    new KernelTree(root).file("cpu.max", "50000 10000").file("a/cpu.max", "100000 100000");
    assertThat(tightest("/a")).contains("100000 100000");
  }

  @Test
  void version1HasTwoFilesUnderItsController() throws IOException {
    new KernelTree(root)
        .files("cpu/cpu.cfs_quota_us -1 cpu/cpu.cfs_period_us 100000")
        .files("cpu/docker/x/cpu.cfs_quota_us 250000 cpu/docker/x/cpu.cfs_period_us 100000");

    assertThat(tightest("/docker/x")).contains("250000 100000");
    assertThat(tightest("/")).isEmpty();
  }

  /** Some containers have no link that names the controller alone, and any order of names. */
  @ParameterizedTest
  @ValueSource(strings = {"cpu", "cpu,cpuacct", "cpuacct,cpu", "cpuset,cpu,cpuacct"})
  void version1IsFoundUnderTheNamesOfAllControllers(String mount) throws IOException {
    new KernelTree(root)
        .file("cpuset/cpu.cfs_quota_us", "1")
        .file("cpuset/cpu.cfs_period_us", "1")
        .file(mount + "/cpu.cfs_quota_us", "50000")
        .file(mount + "/cpu.cfs_period_us", "100000");

    assertThat(tightest("/docker/abc")).contains("50000 100000");
  }

  /** Next to version 1 hierarchies, version 2 has a directory of its own. */
  @Test
  void version2BesideVersion1() throws IOException {
    new KernelTree(root)
        .file("cpuset/cpuset.cpus", "0-3")
        .file("unified/box/cpu.max", "20000 50000");

    assertThat(tightest("/box")).contains("20000 50000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "max 100000", "0 100000", "100000", "100000 0", "-1 100000", "a b", "1 2 3"})
  void whatIsNoQuotaIsNone(String content) throws IOException {
    new KernelTree(root).file("cpu.max", content);

    assertThat(tightest("/")).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreUnknown() throws IOException {
    Files.write(root.resolve("cpu.max"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    Files.write(root.resolve("cpu.stat"), new byte[] {(byte) 0xff, (byte) 0xfe, 's'});

    assertThat(tightest("/")).isEmpty();
    assertThat(new Cgroup(root).throttling()).isEmpty();
  }

  /** Version 2 counts microseconds, version 1 nanoseconds. */
  @ParameterizedTest
  @CsvSource({
    "'usage_usec 9\nnr_periods 70\nnr_throttled 12\nthrottled_usec 345678\nnr_bursts 0', 345678",
    "'nr_periods 70\nnr_throttled 12\nthrottled_time 345678901', 345678",
    "'',",
    "usage_usec 9,",
    "nr_throttled 12,",
    "throttled_usec 5,",
    "'nr_throttled -1\nthrottled_usec 5',",
    "'nr_throttled a\nthrottled_usec 5',"
  })
  void throttling(String stat, @Nullable Long stoppedUs) throws IOException {
    new KernelTree(root).file("cpu.stat", stat);

    assertThat(new Cgroup(root).throttling().orElse(null))
        .isEqualTo(stoppedUs == null ? null : new Throttling(12, stoppedUs));
  }
}
