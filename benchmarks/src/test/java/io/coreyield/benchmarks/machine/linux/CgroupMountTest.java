package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.CpuQuota;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the cgroups of a process are shown; the form of the lines is that of proc(5). */
class CgroupMountTest {

  private static final String FIRST = " ro,nosuid,nodev,noexec,relatime master:15 - cgroup cgroup ";
  private static final String SECOND = " ro,nosuid,nodev,noexec,relatime - cgroup2 cgroup rw";

  @TempDir private Path root;

  private List<String> own(String cgroups, String mountinfo) {
    return CgroupMount.of(cgroups, mountinfo, root.resolve("sys"), root).stream()
        .map(mount -> root.relativize(mount.own()).toString())
        .toList();
  }

  private static String first(String mounted, String at, String options) {
    return "1435 1432 0:32 " + mounted + " " + at + FIRST + "rw," + options;
  }

  /** The last one was moved out of what is mounted. */
  @ParameterizedTest
  @CsvSource({
    "/, /docker/abc, docker/abc",
    "/, /, ''",
    "/docker/abc, /docker/abc, ''",
    "/docker/abc, /docker/abc/build/job, build/job",
    "/docker/abc, /docker/abcdef, ''",
    "/docker/abc, /, ''",
    "/../../.., /, ''",
    "/, /../other, ''"
  })
  void aMountShowsWhatIsBelowItsOwnCgroup(String mounted, String path, String below) {
    String at = below.isEmpty() ? "" : "/" + below;

    assertThat(own("4:cpu,cpuacct:" + path, first(mounted, "/sys/fs/cgroup/x", "cpu,cpuacct")))
        .containsExactly("sys/fs/cgroup/x" + at);
    assertThat(own("0::" + path, "30 23 0:26 " + mounted + " /sys/fs/cgroup" + SECOND))
        .containsExactly("sys/fs/cgroup" + at);
  }

  /** CentOS 6 mounts below /cgroup; Android below /dev; names with blanks are in octal. */
  @ParameterizedTest
  @CsvSource({"/cgroup/cpu, cgroup/cpu", "/dev/cpuctl, dev/cpuctl", "/a\\040b, a b"})
  void aMountMayLieAnywhere(String at, String place) {
    assertThat(own("1:cpu:/a", first("/", at, "cpu"))).containsExactly(place + "/a");
  }

  @Test
  void eachVersionHasItsOwnPath() {
    String groups = "3:cpuset:/no\n2:cpuacct,cpu:/a:b\n1:name=systemd:/no\n0::/second";
    String mounts =
        String.join(
            "\n",
            first("/", "/sys/fs/cgroup/cpuset", "cpuset"),
            first("/", "/sys/fs/cgroup/cpuacct", "cpuacct"),
            first("/", "/sys/fs/cgroup/both", "seclabel,cpuacct,cpu"),
            "30 23 0:26 / /sys/fs/cgroup/unified" + SECOND);

    assertThat(own(groups, mounts))
        .containsExactly("sys/fs/cgroup/both/a:b", "sys/fs/cgroup/unified/second");
  }

  @ParameterizedTest
  @CsvSource({
    "0::/user.slice, /user.slice", "'3:cpuset:/no\n1:cpu:/yes\n0::/', /yes",
    "'4:cpu,cpuacct:/yes\n0::/no', /yes", "'2:cpuacct,cpu:/a:b', /a:b",
    "'2:cpuacct:/no\n9:name=systemd:/no', ''", "'', ''"
  })
  void withoutMountsThePathIsTheCpuControllersOrVersion2s(String lines, String path) {
    assertThat(own(lines, "22 28 0:20 / /proc rw - proc proc rw"))
        .containsExactly("sys/fs/cgroup" + path, "sys/fs/cgroup/unified" + path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-",
        "1 2 3 4 5 6",
        "1435 1432 0:32 / sys/fs/cgroup rw - cgroup2 cgroup rw",
        "1435 1432 0:32 / /sys/fs/\0 rw - cgroup2 cgroup rw",
        "1435 1432 0:32 / /sys/fs/cgroup rw - cgroup2 cgroup",
        "1435 1432 0:32 - cgroup2 cgroup rw",
        "\u00ff\u00fe"
      })
  void whatNamesNoMountIsIgnored(String line) {
    assertThat(own("0::/a", line)).isEqualTo(own("0::/a", ""));
  }

  /** A job in a container with a quota of its own, below that of the container. */
  @Test
  void theTightestQuotaMayBeBelowTheMount() throws IOException {
    new KernelTree(root.resolve("sys/fs/cgroup/cpuacct,cpu"))
        .files("cpu.cfs_quota_us 200000 cpu.cfs_period_us 100000")
        .files("job/cpu.cfs_quota_us 50000 job/cpu.cfs_period_us 100000");
    String mount = first("/docker/abc", "/sys/fs/cgroup/cpuacct,cpu", "cpuacct,cpu");

    assertThat(
            Cgroup.tightest(
                    CgroupMount.of(
                        "4:cpuacct,cpu:/docker/abc/job", mount, root.resolve("sys"), root))
                .flatMap(Cgroup::quota))
        .contains(new CpuQuota(0.5, 100_000));
  }
}
