package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the jar does under {@code --strict} on a machine that others keep busy. */
class StrictIT {

  private final List<Process> neighbours = new ArrayList<>();
  private final Jar jar;

  StrictIT(@TempDir Path home) throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the neighbours are shells");
    jar = Jar.copiedTo(home);
  }

  @BeforeEach
  void keepTheMachineBusy() throws IOException {
    for (int i = 0; i < ThisMachine.read().logical(); i++) {
      neighbours.add(new ProcessBuilder("/bin/sh", "-c", "while :; do :; done").start());
    }
  }

  @AfterEach
  void leaveIt() {
    neighbours.forEach(Process::destroyForcibly);
  }

  @Test
  void runMeasuresNothing() throws Exception {
    Ended ended = jar.run("run --strict --budget 60s --out DIR");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().strip())
        .hasLineCount(1)
        .startsWith("--strict: nothing was measured because this machine is not fit: ")
        .contains("other programs");
    assertThat(jar.out()).doesNotExist();
  }

  @Test
  void machineTellsWhyAndEndsWithOne() throws Exception {
    Ended ended = jar.run("machine --strict");

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.out().lines()).last().asString().startsWith("not fit: ");
    assertThat(jar.run("machine").exit()).isZero();
  }
}
