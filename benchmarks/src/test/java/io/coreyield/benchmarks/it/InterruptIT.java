package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, a kill and a jar that changes lose no finished trial and leave no process. */
class InterruptIT {

  private static final int IDLE_CONFIGURATIONS_AND_CONTROL = 1 + 4 + 1;

  /** The promise is 2 s; the rest is for a machine that others load as well. */
  private static final Duration LONGEST_END = Duration.ofSeconds(4);

  private static final Duration LONGEST_ORPHAN = Duration.ofSeconds(15);

  private final Jar jar;
  private final Path directory;
  private final String workingDirectory;

  InterruptIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
    directory = jar.out();
    workingDirectory = jar.directory().toRealPath().toString();
  }

  /** Started, and in the middle of a trial of worker JVMs, after two or more other trials. */
  private Started inTheMiddle() throws IOException, InterruptedException {
    Started started =
        jar.start(
            "run --kernels range --models process,platform --workers 1,2 --n 2^22 --rounds 1"
                + " --seed 1 --out DIR");
    started.awaitTrials(3);
    // Host, fork and worker: a moment that passes, so it is waited for and not looked at again.
    started.await(() -> ours().size() >= 3);
    return started;
  }

  /** The processes that work in the directory of this test: the host, forks and worker JVMs. */
  private List<ProcessHandle> ours() {
    return ProcessHandle.allProcesses()
        .filter(process -> process.isAlive() && directoryOf(process).equals(workingDirectory))
        .toList();
  }

  private static String directoryOf(ProcessHandle process) {
    try {
      return Files.readSymbolicLink(Path.of("/proc/%d/cwd".formatted(process.pid()))).toString();
    } catch (IOException e) {
      return "it has ended, or is of another user";
    }
  }

  private static void awaitEndOf(List<ProcessHandle> processes, Duration longest)
      throws InterruptedException {
    long deadlineNs = System.nanoTime() + longest.toNanos();
    while (processes.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadlineNs) {
      Thread.sleep(10);
    }
    assertThat(processes).noneMatch(ProcessHandle::isAlive);
  }

  private void goesOnToTheEnd(List<?> finished) throws IOException, InterruptedException {
    Ended resumed = jar.run("run --resume DIR");
    assertThat(resumed.complaints()).isEmpty();
    assertThat(resumed.exit()).isIn(0, 1);
    Run run = jar.read();
    assertThat(run.info().state()).isEqualTo(RunInfo.State.COMPLETE);
    assertThat(run.trials().subList(0, finished.size())).isEqualTo(finished);
    assertThat(run.trials())
        .hasSize(IDLE_CONFIGURATIONS_AND_CONTROL)
        .allMatch(t -> t.failure() == null);
    assertThat(run.trials().stream().map(t -> t.round() + " " + t.workload().label()))
        .doesNotHaveDuplicates();
    assertThat(directory.resolve("report/report.html")).isNotEmptyFile();
  }

  @Test
  void ctrlCKeepsWhatIsFinishedAndReportsIt() throws Exception {
    Started started = inTheMiddle();
    List<ProcessHandle> children = started.process().descendants().toList();
    int announced = started.announced().size();
    long startNs = System.nanoTime();
    started.signal("INT");
    Ended ended = started.end();
    // A killed process is there until the kernel has taken it apart.
    awaitEndOf(children, LONGEST_END);
    long endMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    System.out.printf("Ctrl-C: ended after %d ms%n", endMs);
    assertThat(ended.exit()).isEqualTo(130);
    assertThat(ended.complaints())
        .matches(
            "\\d trials kept in DIR; '\\S*java -jar benchmarks.jar report DIR' and"
                + " '\\S*java -jar benchmarks.jar run --resume DIR' go on from there");
    assertThat(endMs).isLessThan(LONGEST_END.toMillis());
    assertThat(ours()).isEmpty();
    Run run = jar.read();
    assertThat(run.info().state()).isEqualTo(RunInfo.State.INTERRUPTED);
    assertThat(run.trials()).hasSizeBetween(announced - 1, announced);
    if (!Files.exists(directory.resolve("report/report.html"))) {
      // The time that it leaves for the report was over: the machine is busy.
      jar.run("report --no-figures DIR");
    }
    assertThat(directory.resolve("report/report.html")).isNotEmptyFile();
    assertThat(Files.readString(directory.resolve("report/verdict.json")))
        .contains("\"state\" : \"interrupted\"");
    assertThat(directory.resolve("jmh.json")).isNotEmptyFile();
    goesOnToTheEnd(run.trials());
  }

  @Test
  void aKillLeavesNoProcessAndWhatIsOnDiskGoesOn() throws Exception {
    Started started = inTheMiddle();
    List<ProcessHandle> children = started.process().descendants().toList();
    int announced = started.announced().size();
    started.signal("KILL");
    assertThat(started.end().exit()).isNotZero();
    awaitEndOf(children, LONGEST_ORPHAN);
    assertThat(ours()).isEmpty();
    assertThat(jar.read().trials()).hasSizeBetween(announced - 1, announced);
    assertThat(jar.read().info().state()).isEqualTo(RunInfo.State.RUNNING);
    halveLastTrial();
    assertThat(jar.run("report --no-figures DIR").exit()).isIn(0, 1);
    assertThat(Files.readString(directory.resolve("report/report.html")))
        .contains("trials.jsonl: line %d cannot be read and is left out".formatted(lastLine()));
    goesOnToTheEnd(List.of());
  }

  /** Forks would run other code, and nothing more can be loaded. */
  @Test
  void aJarThatIsCutEndsTheRun() throws Exception {
    Started started = inTheMiddle();
    int announced = started.announced().size();
    truncate(jar.file(), 1_000_000);
    Ended ended = started.end();
    assertThat(ended.exit()).isOne();
    assertThat(ended.complaints())
        .matches(
            "the jar benchmarks.jar was changed while it ran: \\d trials kept in DIR; .* go on from there");
    assertThat(ours()).isEmpty();
    assertThat(jar.read().trials())
        .hasSizeBetween(announced - 1, announced)
        .allMatch(trial -> trial.succeeded());
  }

  private int lastLine() throws IOException {
    return Files.readString(directory.resolve("trials.jsonl")).split("\n", -1).length;
  }

  private void halveLastTrial() throws IOException {
    Path file = directory.resolve("trials.jsonl");
    List<String> lines = Files.readAllLines(file);
    truncate(file, Files.size(file) - 1 - lines.getLast().length() / 2);
  }

  private static void truncate(Path file, long bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(bytes);
    }
  }
}
