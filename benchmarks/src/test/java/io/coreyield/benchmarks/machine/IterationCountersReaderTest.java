package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Surroundings;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.linux.Cgroup;
import io.coreyield.benchmarks.machine.linux.PressureFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counters that surround an iteration, and their growth. */
class IterationCountersReaderTest {

  @TempDir private Path directory;

  private static CounterSnapshot counters(
      @Nullable Long throttledNs, @Nullable Long pressureNs, @Nullable Long hostCpuNs) {
    return new CounterSnapshot(throttledNs, pressureNs, hostCpuNs);
  }

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
    assertThat(reader.read().pressureNs()).isEqualTo(1_234_567_000L);
  }

  @Test
  void differencesAreThoseOfTheCounters() {
    assertThat(counters(700L, 90L, 1_000L).since(counters(200L, 90L, 1L)))
        .isEqualTo(new Surroundings(500L, 0L, 999L));
  }

  @Test
  void aCounterThatWasReadOnceIsUnknown() {
    assertThat(counters(700L, null, null).since(counters(null, 90L, null)))
        .isEqualTo(Surroundings.UNKNOWN);
  }

  /** A cgroup that was made anew begins at zero. */
  @Test
  void aCounterThatWentBackwardsIsUnknown() {
    assertThat(counters(5L, 5L, 5L).since(counters(6L, 5L, 4L)))
        .isEqualTo(new Surroundings(null, 0L, 1L));
  }

  @Test
  void thisMachineNeverCountsBackwards() {
    IterationCountersReader here = IterationCountersReader.ofThisProcess();
    CounterSnapshot last = here.read();
    for (int i = 0; i < 100; i++) {
      CounterSnapshot now = here.read();
      Surroundings since = now.since(last);
      assertThat(since.hostCpuNs() == null).isEqualTo(ProcessClock.self().isEmpty());
      assertThat(since.pressureNs() == null).isEqualTo(now.pressureNs() == null);
      last = now;
    }
  }
}
