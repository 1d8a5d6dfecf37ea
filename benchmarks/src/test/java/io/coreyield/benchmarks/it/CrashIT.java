package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A JVM of ours that crashes leaves its report in the run, and nothing where the user works. */
class CrashIT {

  private static final long SIGSEGV_BIT = 1 << 10;

  private final Jar jar;

  CrashIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
  }

  @Test
  void theReportIsNamedAndNothingElseIsLeft() throws Exception {
    // The usual limit of 0 would hide core dumps.
    Started started =
        jar.by("ulimit -c unlimited 2>/dev/null; exec \"$@\"")
            .start(
                "run --kernels range --models process --workers 1,2 --n 2^22 --rounds 1"
                    + " --iterations 3 --no-siblings --no-report --seed 7 --out DIR");
    ProcessHandle host = started.process().toHandle();
    ProcessHandle worker = await(started, () -> host.children().flatMap(ProcessHandle::children));
    ProcessHandle itsFork = worker.parent().orElseThrow();
    crash(worker);
    itsFork.onExit().join();
    ProcessHandle fork =
        await(started, () -> host.children().filter(f -> f.children().findAny().isPresent()));
    crash(fork);
    Ended ended = started.end();

    assertThat(ended.exit()).isEqualTo(1);
    assertThat(jar.directory().toFile().list()).containsExactlyInAnyOrder("DIR", "benchmarks.jar");
    List<String> failures =
        jar.read().trials().stream().filter(t -> !t.succeeded()).map(Trial::failure).toList();
    assertThat(failures).hasSize(2);
    assertThat(failures.getFirst())
        .matches(
            "worker JVM \\d \\(pid %d\\) died with exit code \\d+".formatted(worker.pid())
                + named(worker));
    assertThat(failures.getLast()).matches("the fork died with exit code \\d+" + named(fork));
    assertThat(ended.err()).contains(failures);
  }

  private String named(ProcessHandle crashed) {
    String report = "hs_err_pid%d.log".formatted(crashed.pid());
    assertThat(jar.out().resolve(report)).isNotEmptyFile();
    return "; the run directory has the JVM's crash report, " + report;
  }

  /** The first one that there is, as soon as its JVM handles the signal: before, it just dies. */
  private static ProcessHandle await(Started started, Supplier<Stream<ProcessHandle>> wanted)
      throws IOException, InterruptedException {
    List<ProcessHandle> found = new ArrayList<>();
    started.await(() -> found.addAll(wanted.get().filter(CrashIT::handlesSegv).toList()));
    return found.getFirst();
  }

  private static boolean handlesSegv(ProcessHandle process) {
    try {
      return Files.readAllLines(Path.of("/proc/%d/status".formatted(process.pid()))).stream()
          .filter(line -> line.startsWith("SigCgt:"))
          .map(line -> Long.parseUnsignedLong(line.substring("SigCgt:".length()).strip(), 16))
          .anyMatch(handled -> (handled & SIGSEGV_BIT) != 0);
    } catch (IOException e) {
      return false;
    }
  }

  private static void crash(ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-SEGV", Long.toString(process.pid())).start().waitFor();
  }
}
