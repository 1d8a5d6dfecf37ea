package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.Throttling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code cpu.stat}, as both versions of cgroups show it. */
class CpuStatTest {

  @TempDir private Path cgroup;

  @Test
  void version2CountsMicroseconds() throws IOException {
    Files.writeString(
        cgroup.resolve("cpu.stat"),
        "usage_usec 9\nuser_usec 5\nsystem_usec 4\nnr_periods 70\nnr_throttled 12\nthrottled_usec 345678\nnr_bursts 0\n");

    assertThat(CpuStat.throttling(cgroup)).contains(new Throttling(12, 345_678));
  }

  @Test
  void version1CountsNanoseconds() throws IOException {
    Files.writeString(
        cgroup.resolve("cpu.stat"), "nr_periods 70\nnr_throttled 12\nthrottled_time 345678901\n");

    assertThat(CpuStat.throttling(cgroup)).contains(new Throttling(12, 345_678));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "usage_usec 9\n",
        "nr_throttled 12\n",
        "throttled_usec 5\n",
        "nr_throttled -1\nthrottled_usec 5\n",
        "nr_throttled a\nthrottled_usec 5\n"
      })
  void whatSaysNothingOfThrottlingIsNone(String content) throws IOException {
    Files.writeString(cgroup.resolve("cpu.stat"), content);

    assertThat(CpuStat.throttling(cgroup)).isEmpty();
  }

  @Test
  void noFileIsNone() {
    assertThat(CpuStat.throttling(cgroup)).isEmpty();
  }
}
