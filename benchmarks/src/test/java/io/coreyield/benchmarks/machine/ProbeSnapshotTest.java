package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.benchmarks.machine.linux.ProcessTimes;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The background load between two snapshots, 500 ms apart. */
class ProbeSnapshotTest {

  private static final long OWN = 100;

  private static ProbeSnapshot moment(
      long ms,
      @Nullable Long busyMs,
      @Nullable Long stealMs,
      @Nullable Double ownMs,
      @Nullable Long throttleCount) {
    return new ProbeSnapshot(ms * 1_000_000, busyMs, stealMs, ownMs, throttleCount, List.of());
  }

  private static ProbeSnapshot moment(long ms, ProcessTimes... processes) {
    return new ProbeSnapshot(ms * 1_000_000, 0L, 0L, 0.0, 0L, List.of(processes));
  }

  private static ProcessTimes process(long pid, long parent, String name, long cpuMs) {
    return new ProcessTimes(pid, parent, name, cpuMs);
  }

  @Test
  void ownTimeIsNoBackgroundLoad() {
    BackgroundLoad seen =
        moment(-200, 1_000L, 50L, 300.0, 7L).until(moment(300, 1_700L, 60L, 550.0, 9L), OWN);

    assertThat(seen.probeMs()).isEqualTo(500);
    assertThat(seen.backgroundCpus()).isEqualTo((700 - 250) / 500.0);
    assertThat(seen.stealCpus()).isEqualTo(10 / 500.0);
    assertThat(seen.thermalThrottleCount()).isEqualTo(2);
  }

  @Test
  void countersThatFellTellOfNothingAndMissingOnesAreNull() {
    BackgroundLoad fell =
        moment(0, 1_000L, 50L, 0.0, 7L).until(moment(500, 900L, 40L, 250.0, 6L), OWN);
    BackgroundLoad missing =
        moment(0, null, null, null, null).until(moment(500, 900L, null, 1.0, 6L), OWN);

    assertThat(fell.backgroundCpus()).isZero();
    assertThat(fell.stealCpus()).isZero();
    assertThat(fell.thermalThrottleCount()).isZero();
    assertThat(missing).isEqualTo(new BackgroundLoad(500, null, null, null, null, List.of(), null));
  }

  /** 1 started 99, which started this; this started 101; the others are others. */
  @Test
  void ancestorsAndChildrenAreNotOthers() {
    ProbeSnapshot first =
        moment(
            0,
            process(1, 0, "java", 0),
            process(99, 1, "java", 0),
            process(100, 99, "java", 0),
            process(200, 1, "java", 1_000),
            process(201, 1, "java", 1_000),
            process(202, 200, "rustc", 1_000),
            process(203, 1, "javac", 0));
    ProbeSnapshot second =
        moment(
            500,
            process(1, 0, "java", 500),
            process(99, 1, "java", 500),
            process(100, 99, "java", 500),
            process(101, 100, "java", 500),
            process(200, 1, "java", 1_250),
            process(201, 1, "java", 1_010),
            process(202, 200, "rustc", 1_400),
            process(203, 1, "javac", 50),
            process(204, 1, "java", 300));
    BackgroundLoad seen = first.until(second, OWN);

    assertThat(seen.busiest()).isEqualTo(new BusyProcess(202, "rustc", 0.8));
    assertThat(seen.otherJvms()).isEqualTo(3);
    assertThat(seen.busyJvms())
        .containsExactly(new BusyProcess(204, "java", 0.6), new BusyProcess(200, "java", 0.5));
  }

  @Test
  void processesThatStartEachOtherDoNotHang() {
    ProbeSnapshot moment = moment(0, process(7, 8, "a", 0), process(8, 7, "b", 0));

    assertThat(moment.until(moment(500, process(7, 8, "a", 10)), OWN).busiest())
        .isEqualTo(new BusyProcess(7, "a", 0.02));
  }
}
