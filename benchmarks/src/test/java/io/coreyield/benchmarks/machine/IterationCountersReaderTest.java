package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.PressureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counters that surround an iteration, and their growth. */
class IterationCountersReaderTest {

  @TempDir private Path directory;

  @Test
  void bothFilesCountMicroseconds() throws IOException {
    IterationCountersReader reader =
        new IterationCountersReader(
            new Cgroup(directory), new PressureFile(directory.resolve("pressure")));
    assertThat(reader.read().throttledNs()).isNull();
    assertThat(reader.read().pressureNs()).isNull();
    Files.writeString(directory.resolve("cpu.stat"), "nr_throttled 12\nthrottled_usec 345678\n");
    Files.writeString(directory.resolve("pressure"), "some avg10=1.53 total=1234567\n");

    assertThat(reader.read().throttledNs()).isEqualTo(345_678_000L);
    assertThat(reader.read().throttledPeriods()).isEqualTo(12);
    assertThat(reader.read().pressureNs()).isEqualTo(1_234_567_000L);
  }

  private static IterationCounters growth(IterationCounters before, IterationCounters after) {
    return IterationCountersReader.growth(before, after);
  }

  @Test
  void growthIsTheDifference() {
    assertThat(
            growth(
                new IterationCounters(null, 200L, 2L, 90L, 1L),
                new IterationCounters(null, 700L, 5L, 90L, 1_000L)))
        .isEqualTo(new IterationCounters(null, 500L, 3L, 0L, 999L));
  }

  @Test
  void aCounterThatWasReadOnceOrFellIsUnknown() {
    assertThat(
            growth(
                new IterationCounters(null, null, null, 90L, null),
                new IterationCounters(null, 700L, 1L, null, null)))
        .isEqualTo(IterationCounters.UNKNOWN);
    // A new cgroup begins at zero.
    assertThat(
            growth(
                new IterationCounters(null, 6L, 2L, 5L, 4L),
                new IterationCounters(null, 5L, 1L, 5L, 5L)))
        .isEqualTo(new IterationCounters(null, null, null, 0L, 1L));
  }

  @Test
  void thisMachineNeverCountsBackwards() {
    IterationCountersReader here = IterationCountersReader.ofThisProcess();
    IterationCounters last = here.read();
    for (int i = 0; i < 100; i++) {
      IterationCounters now = here.read();
      IterationCounters since = growth(last, now);
      assertThat(since.hostCpuNs() == null).isEqualTo(ProcessClock.self().isEmpty());
      assertThat(since.pressureNs() == null).isEqualTo(now.pressureNs() == null);
      last = now;
    }
  }
}
