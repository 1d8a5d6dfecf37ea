package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.machine.RecordedMachine.Cpu;
import io.coreyield.benchmarks.machine.RecordedMachine.Ended;
import io.coreyield.benchmarks.machine.RecordedMachine.Reading;
import io.coreyield.benchmarks.machine.libc.LibC;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The load where /proc/stat is not the whole truth. */
class RecordedLoadTest {

  @BeforeAll
  static void filesAreThoseOfLinux() {
    assumeTrue(LibC.LINUX, "recorded machines are Linux machines");
  }

  private static RecordedMachine twoCpus(String stat) {
    return new RecordedMachine()
        .cpus(0, 2, id -> new Cpu(id, 0, 0, "" + id, "0-1"))
        .fileAt("proc/stat", stat.replace("; ", "\n"));
  }

  private static Map<Integer, Long> userMs(@Nullable LoadSample sample) {
    LoadSample load = Objects.requireNonNull(sample);
    return IntStream.range(0, load.cpuIds().size())
        .boxed()
        .collect(Collectors.toMap(load.cpuIds()::get, i -> load.times().get(i).userMs()));
  }

  /** Sandboxes show nothing, lines of zeros, and the CPUs of the container under new numbers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                       | cannot be read, or counts no logical CPU
          intr 0                                   | cannot be read, or counts no logical CPU
          cpu 7 0 0 7 0 0 0 0 0 0; cpu0 7 0 0 7 0 0 0 0 0 0 | counts the logical CPUs 0, and this machine has 0-1
          cpu0 7 0 0 7 0 0 0 0 0 0; cpu4 7 0 0 7 0 0 0 0 0 0 | counts the logical CPUs 0,4, and this machine has 0-1
          cpu0 0 0 0 0 0 0 0 0 0 0; cpu1 0 0 0 0 0 0 0 0 0 0 | has counters that are all 0
          """)
  void aLoadThatIsNotThisMachines(String stat, String why) throws Exception {
    Reading reading = twoCpus(stat).read(cpu -> true);
    BackgroundLoad seen =
        Objects.requireNonNull(reading.environment().conditions().backgroundLoad());

    assertThat(reading.load()).isNull();
    assertThat(seen.backgroundCpus()).isNull();
    assertThat(seen.stealCpus()).isNull();
    assertThat(reading.environment().conditions().loadUnavailable()).endsWith("/proc/stat " + why);
    assertThat(FitnessCheck.check(reading.machine(), reading.environment()))
        .filteredOn(warning -> warning.code().equals("load-not-available"))
        .singleElement()
        .extracting(Warning::message)
        .asString()
        .contains(why);
  }

  /** The rows of OSHI have no numbers: those of /proc/stat say which is whose. */
  @Test
  void aRowOfAnotherCpuIsLeftOut() throws Exception {
    Reading reading =
        new RecordedMachine()
            .cpus(0, 1, id -> new Cpu(0, 0, 0, "0", "0,2"))
            .cpus(2, 3, id -> new Cpu(2, 0, 0, "2", "0,2"))
            .offline("1")
            .fileAt(
                "proc/stat",
                "cpu0 1 0 0 7 0 0 0 0 0 0\ncpu1 2 0 0 7 0 0 0 0 0 0\ncpu2 3 0 0 7 0 0 0 0 0 0")
            .read(cpu -> true);

    assertThat(userMs(reading.load())).isEqualTo(Map.of(0, 10L, 2, 30L));
  }

  /** CPU 1 comes back while a run goes on, and moves the row of CPU 2. */
  @Test
  void aCpuThatComesBack() throws Exception {
    Reading reading =
        new RecordedMachine()
            .cpus(0, 1, id -> new Cpu(0, 0, 0, "0", "0,2"))
            .cpus(2, 3, id -> new Cpu(2, 0, 0, "2", "0,2"))
            .offline("1")
            .fileAt(
                RecordedMachine.LATER_STAT,
                "cpu0 5 0 0 7 0 0 0 0 0 0\ncpu1 6 0 0 7 0 0 0 0 0 0\ncpu2 7 0 0 7 0 0 0 0 0 0")
            .read(cpu -> true);

    assertThat(userMs(reading.load())).isEqualTo(Map.of(0, 10L, 2, 30L));
    assertThat(userMs(reading.laterLoad())).isEqualTo(Map.of(0, 50L, 2, 70L));
  }

  @Test
  void aCpuThatGoesLeavesNoSample() throws Exception {
    Reading reading =
        RecordedMachine.siblingsLast()
            .fileAt(RecordedMachine.LATER_STAT, "cpu0 5 0 0 7 0 0 0 0 0 0")
            .read(cpu -> true);

    assertThat(reading.load()).isNotNull();
    assertThat(reading.laterLoad()).isNull();
  }

  @Test
  void stealOfAKernelThatDoesNotCountIt() throws Exception {
    Reading reading = twoCpus("cpu0 1 0 0 7 0 0 0; cpu1 2 0 0 7 0 0 0").read(cpu -> true);
    LoadSample load = Objects.requireNonNull(reading.load());
    BackgroundLoad seen =
        Objects.requireNonNull(reading.environment().conditions().backgroundLoad());

    assertThat(load.times()).extracting(CpuTimes::stealMs).containsOnly(CpuTimes.NOT_COUNTED);
    assertThat(userMs(load)).isEqualTo(Map.of(0, 10L, 1, 20L));
    assertThat(seen.stealCpus()).isNull();
    assertThat(seen.backgroundCpus()).isNotNull();
    assertThat(reading.environment().conditions().loadUnavailable()).isNull();
  }

  @Test
  void machineSaysThatItIsNotAvailable() throws Exception {
    Ended ended = twoCpus("").command("machine");

    assertThat(ended.exit()).as(ended.err()).isZero();
    assertThat(ended.out().lines())
        .contains("    other programs: not available", "    hypervisor: not available")
        .anyMatch(line -> line.startsWith("note  load-not-available: "));
  }
}
