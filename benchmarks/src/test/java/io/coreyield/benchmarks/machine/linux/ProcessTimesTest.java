package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes by their files. */
class ProcessTimesTest {

  /** Fields 3 and up by proc(5): S ppid, 9 others, utime stime and so on. */
  @Test
  void aNameMayHoldAnything(@TempDir Path proc) throws IOException {
    String rest = " S 17 1 1 0 -1 4194304 105 0 0 0 12 30 5 6 20 0 1 0 1175682 2998272 421";
    new KernelTree(proc)
        .file("10/stat", "10 (java)" + rest)
        .file("11/stat", "11 (a) S 1 (b))" + rest)
        .file("12/stat", "12 (cut) S 17 1")
        .file("13/stat", "")
        .file("self/stat", "14 (java)" + rest)
        .file("stat", "cpu 1 2 3");

    assertThat(ProcessTimes.readAll(proc))
        .containsExactly(
            new ProcessTimes(10, 17, "java", 420), new ProcessTimes(11, 17, "a) S 1 (b)", 420));
    assertThat(ProcessTimes.readAll(proc.resolve("none"))).isEmpty();
  }

  @Test
  void thisProcessIsAmongThoseOfThisMachine() {
    assumeTrue(Files.exists(Path.of("/proc/stat")), "no /proc");
    long own = ProcessHandle.current().pid();

    assertThat(ProcessTimes.readAll())
        .filteredOn(process -> process.pid() == own)
        .singleElement()
        .satisfies(process -> {
          assertThat(process.isJvm()).isTrue();
          assertThat(process.cpuMs()).isPositive();
          assertThat(process.parent())
              .isEqualTo(ProcessHandle.current().parent().orElseThrow().pid());
        });
  }
}
