package io.coreyield.benchmarks.concurrency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.plan.Kernel;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Worker JVMs that die, and parents that do. */
@Timeout(60)
class ProcessGroupTest {

  @Test
  void aWorkerKilledBetweenOperationsIsNamed() {
    Children children = new Children();
    try (ProcessGroup group = ProcessGroup.start(3, List.of())) {
      ProcessHandle victim = children.kill();

      assertThatThrownBy(() -> group.run(Slice.empty(3)))
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageMatching("worker JVM [0-2] \\(pid " + victim.pid() + "\\) died with exit .*");
    }
    assertThat(children.started()).isEmpty();
  }

  @Test
  void aWorkerKilledWhileItComputesIsNamed() throws Exception {
    Children children = new Children();
    try (ProcessGroup group = ProcessGroup.start(1, List.of());
        ExecutorService other = Executors.newSingleThreadExecutor()) {
      // Two cycles per element at 7 GHz take 1.2 s.
      Slice longer = new Slice(Kernel.RANGE_DOUBLE, 0, Kernel.MAX_ELEMENTS);
      Future<List<WorkerResult>> results = other.submit(() -> group.run(List.of(longer)));
      Thread.sleep(200);
      ProcessHandle victim = children.kill();

      assertThatThrownBy(results::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageStartingWith("worker JVM 0 (pid %d) died".formatted(victim.pid()));
    }
    assertThat(children.started()).isEmpty();
  }

  @Test
  void aDeadWorkersClockIsRefusedToo() {
    Children children = new Children();
    try (ProcessGroup group = ProcessGroup.start(1, List.of())) {
      children.kill();

      assertThatThrownBy(group::cpuUse)
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageStartingWith("worker JVM 0");
    }
  }

  @Test
  void interruptingAnOperationThatFailsStillGivesASentence() {
    Children children = new Children();
    try (ProcessGroup group = ProcessGroup.start(1, List.of())) {
      children.kill();
      Thread.currentThread().interrupt();

      assertThatThrownBy(() -> group.run(Slice.empty(1)))
          .isInstanceOf(WorkerFailedException.class)
          .hasMessageStartingWith("worker JVM 0");
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
    }
  }

  @Test
  void workersEndWhenTheirParentIsKilled() throws Exception {
    Process parent =
        ChildJvm.of(OrphanMaker.class, List.of("--enable-native-access=ALL-UNNAMED"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<Long> workers;
    try (BufferedReader out = parent.inputReader(StandardCharsets.UTF_8)) {
      String line = String.valueOf(out.readLine());
      workers = Arrays.stream(line.split(" ", -1)).map(Long::valueOf).toList();
      assertThat(workers).hasSize(2).allMatch(ProcessGroupTest::runs);
    } finally {
      parent.destroyForcibly().waitFor();
    }
    Waiting.until("the workers have ended", () -> workers.stream().noneMatch(p -> runs(p)));
  }

  /** A dead process that its new parent has not asked for yet does not run. */
  private static boolean runs(long pid) {
    if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      return false;
    }
    try {
      Path status = Path.of("/proc", Long.toString(pid), "status");
      List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
      return Collections.disjoint(lines, List.of("State:\tZ (zombie)"));
    } catch (IOException e) {
      return false;
    }
  }
}
