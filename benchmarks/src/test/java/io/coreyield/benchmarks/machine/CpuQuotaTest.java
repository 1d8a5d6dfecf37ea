package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tightest quota, in trees of cgroups as Linux shows them. */
class CpuQuotaTest {

  @TempDir private Path root;

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, content);
  }

  private Optional<CpuQuota> tightest(String cgroup) {
    return CpuQuota.tightest(root, cgroup).flatMap(CpuQuota::of);
  }

  @Test
  void thereIsNoneInAnEmptyTree() {
    assertThat(tightest("/a/b")).isEmpty();
  }

  @Test
  void version2TakesTheTightestUpToTheRoot() throws IOException {
    write("cpu.max", "800000 100000\n");
    write("a/cpu.max", "150000 100000\n");
    write("a/b/cpu.max", "max 100000\n");
    write("a/b/c/cpu.max", "200000 100000\n");
    write("elsewhere/cpu.max", "1000 100000\n");

    assertThat(tightest("/a/b/c")).contains(new CpuQuota(150_000, 100_000));
    assertThat(tightest("/a/b")).contains(new CpuQuota(150_000, 100_000));
    assertThat(tightest("/")).contains(new CpuQuota(800_000, 100_000));
  }

  @Test
  void quotasAreComparedAsCpusNotAsMicroseconds() throws IOException {
    write("cpu.max", "50000 10000\n");
    write("a/cpu.max", "100000 100000\n");

    assertThat(tightest("/a")).contains(new CpuQuota(100_000, 100_000));
    assertThat(new CpuQuota(50_000, 10_000).cpus()).isEqualTo(5);
    assertThat(new CpuQuota(50_000, 10_000)).hasToString("50000 10000");
  }

  @Test
  void version1HasTwoFilesUnderItsController() throws IOException {
    write("cpu/cpu.cfs_quota_us", "-1\n");
    write("cpu/cpu.cfs_period_us", "100000\n");
    write("cpu/docker/x/cpu.cfs_quota_us", "250000\n");
    write("cpu/docker/x/cpu.cfs_period_us", "100000\n");

    assertThat(tightest("/docker/x")).contains(new CpuQuota(250_000, 100_000));
    assertThat(tightest("/")).isEmpty();
  }

  /** Inside a container the path is often the host's, and the tree begins at the container. */
  @Test
  void aPathThatTheTreeDoesNotHoldEndsAtTheRoot() throws IOException {
    write("cpu.max", "300000 100000\n");

    assertThat(tightest("/docker/abc")).contains(new CpuQuota(300_000, 100_000));
    assertThat(tightest("/../abc")).contains(new CpuQuota(300_000, 100_000));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "max 100000", "0 100000", "100000", "100000 0", "-1 100000", "a b", "1 2 3"})
  void whatIsNoQuotaIsNone(String content) throws IOException {
    write("cpu.max", content);

    assertThat(tightest("/")).isEmpty();
  }

  @Test
  void bytesThatAreNoTextAreNoQuota() throws IOException {
    Files.write(root.resolve("cpu.max"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(tightest("/")).isEmpty();
  }

  @Test
  void theCgroupIsTheCpuControllersOrVersion2s() {
    assertThat(CpuQuota.cpuCgroup(List.of("0::/user.slice"))).isEqualTo("/user.slice");
    assertThat(CpuQuota.cpuCgroup(List.of("3:cpuset:/no", "1:cpu:/yes", "0::/"))).isEqualTo("/yes");
    assertThat(CpuQuota.cpuCgroup(List.of("4:cpu,cpuacct:/yes", "0::/no"))).isEqualTo("/yes");
    assertThat(CpuQuota.cpuCgroup(List.of("2:cpuacct,cpu:/a:b"))).isEqualTo("/a:b");
    assertThat(CpuQuota.cpuCgroup(List.of("2:cpuacct:/no", "9:name=systemd:/no"))).isEqualTo("/");
    assertThat(CpuQuota.cpuCgroup(List.of())).isEqualTo("/");
  }
}
