package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Windows that fit a quota, and the end of those that do not. */
class QuotaGuardTest {

  @TempDir private Path directory;

  @ParameterizedTest(name = "{0} CPUs in periods of {1} us: at most {2} ms")
  @CsvSource({
    "1.5, 100000, 50, 100",
    "1, 100000, 33, 100",
    "0.5, 100000, 16, 100",
    "0.15, 100000, 5, 100",
    "1.5, 10000, 5, 10"
  })
  void twoWorkersLeaveAThirdOfTheBudget(double cpus, long periodUs, int longestMs, double restMs) {
    Bursts bursts = Bursts.under(new CpuQuota(cpus, periodUs));

    assertThat(bursts).isEqualTo(new Bursts(longestMs, restMs));
    assertThat(bursts.areTooShort()).isFalse();
    assertThat(bursts.windowMs(25)).isEqualTo(Math.min(25, longestMs));
    assertThat(bursts.windowMs(2)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"0.14, 100000", "1.4, 10000", "0.01, 1000000"})
  void aTinyBudgetHoldsNoWindow(double cpus, long periodUs) {
    CpuQuota quota = new CpuQuota(cpus, periodUs);

    assertThat(Bursts.under(quota).areTooShort()).isTrue();
    assertThat(quota.isTooSmallForPairs()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"2, 100000", "64, 1000"})
  void twoCpusOfTimeAreEnough(double cpus, long periodUs) {
    CpuQuota quota = new CpuQuota(cpus, periodUs);

    assertThat(Bursts.under(quota)).isEqualTo(Bursts.under(null));
    assertThat(quota.isTooSmallForPairs()).isFalse();
  }

  private void stopped(int periods) {
    try {
      Files.writeString(
          directory.resolve("cpu.stat"),
          "nr_throttled %d\nthrottled_usec %d".formatted(periods, 1000 * periods));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aWindowThatTheQuotaStoppedIsDropped() throws IOException {
    Files.writeString(directory.resolve("cpu.max"), "1000 1000");
    QuotaGuard guard = new QuotaGuard(new Cgroup(directory));
    stopped(3);

    assertThat(guard.run(() -> "free")).hasValue("free");
    assertThat(
            guard.run(() -> {
              stopped(4);
              return "stopped";
            }))
        .isEmpty();
    assertThat(guard.run(() -> "free again")).hasValue("free again");
  }

  /** In any period before the window nothing is spent. */
  @Test
  void aWholePeriodOfRestLiesBeforeEachWindow() throws IOException {
    Files.writeString(directory.resolve("cpu.max"), "30000 20000");
    QuotaGuard guard = new QuotaGuard(new Cgroup(directory));
    long startNs = System.nanoTime();

    assertThat(guard.run(System::nanoTime))
        .hasValueSatisfying(beganNs -> assertThat(beganNs - startNs).isGreaterThan(20_000_000));
  }

  @Test
  void withoutAQuotaEveryWindowCounts() {
    assertThat(new QuotaGuard(null).run(() -> 7)).hasValue(7);
  }
}
