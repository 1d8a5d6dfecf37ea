package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Surroundings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kernel's files tell, and what comes of two readings. */
class SurroundingsReaderTest {

  @TempDir private Path directory;

  private Path write(String name, String content) throws IOException {
    return Files.writeString(directory.resolve(name), content);
  }

  private SurroundingsReader reader() {
    return new SurroundingsReader(directory, directory.resolve("pressure"));
  }

  private static SurroundingsCounters counters(
      @Nullable Long throttledNs, @Nullable Long pressureNs, @Nullable Long hostCpuNs) {
    return new SurroundingsCounters(throttledNs, pressureNs, hostCpuNs);
  }

  @Test
  void bothFilesCountMicroseconds() throws IOException {
    write("cpu.stat", "nr_periods 70\nnr_throttled 12\nthrottled_usec 345678\n");
    write(
        "pressure",
        "some avg10=1.53 avg60=0.87 avg300=0.21 total=1234567\nfull avg10=0.00 avg60=0.00 avg300=0.00 total=9\n");

    SurroundingsCounters read = reader().read();

    assertThat(read.throttledNs()).isEqualTo(345_678_000L);
    assertThat(read.pressureNs()).isEqualTo(1_234_567_000L);
  }

  @Test
  void whatHasNoFileIsUnknown() {
    assertThat(reader().read().throttledNs()).isNull();
    assertThat(reader().read().pressureNs()).isNull();
    assertThat(new SurroundingsReader(null, directory).read().throttledNs()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\n",
        "some",
        "some avg10=0.00 avg60=0.00 avg300=0.00",
        "some avg10=0.00 avg60=0.00 avg300=0.00 total=",
        "some avg10=0.00 avg60=0.00 avg300=0.00 total=-5",
        "some avg10=0.00 avg60=0.00 avg300=0.00 total=12x",
        "some avg10=0.00 total=99999999999999999999",
        "full avg10=0.00 avg60=0.00 avg300=0.00 total=5",
        "something total=5",
        "\u0000\u0001"
      })
  void aGarbledFileTellsNothing(String content) throws IOException {
    write("pressure", content);

    assertThat(reader().read().pressureNs()).isNull();
  }

  @Test
  void bytesThatAreNoTextTellNothing() throws IOException {
    Files.write(directory.resolve("pressure"), new byte[] {(byte) 0xff, (byte) 0xfe, 's'});
    Files.write(directory.resolve("cpu.stat"), new byte[] {(byte) 0xff, (byte) 0xfe, 's'});

    assertThat(reader().read().pressureNs()).isNull();
    assertThat(reader().read().throttledNs()).isNull();
  }

  @Test
  void differencesAreThoseOfTheCounters() {
    assertThat(counters(700L, 90L, 1_000L).since(counters(200L, 90L, 1L)))
        .isEqualTo(new Surroundings(500L, 0L, 999L));
  }

  @Test
  void whatWasToldOnceOnlyIsUnknown() {
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
    SurroundingsReader here = SurroundingsReader.ofThisProcess();
    SurroundingsCounters last = here.read();
    for (int i = 0; i < 100; i++) {
      SurroundingsCounters now = here.read();
      Surroundings since = now.since(last);
      assertThat(since.hostCpuNs() == null).isEqualTo(ProcessClock.self().isEmpty());
      assertThat(since.pressureNs() == null).isEqualTo(now.pressureNs() == null);
      last = now;
    }
  }
}
