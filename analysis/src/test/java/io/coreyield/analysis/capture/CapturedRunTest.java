package io.coreyield.analysis.capture;

import static io.coreyield.analysis.capture.CaptureFixtures.capture;
import static io.coreyield.analysis.capture.CaptureFixtures.claims;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Captured.Segment;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapturedRunTest {

  private static final long SECOND_NS = 1_000_000_000L;

  @TempDir private Path directory;

  private static Captured captured(Run run) {
    return (Captured) run.info().origin();
  }

  @Test
  void segmentsStandInTheOrderOfTime() throws IOException {
    Run run =
        CapturedRun.of(
            List.of(capture("dool-script.txt"), capture("psutil.json"), capture("mpstat.txt")),
            claims());
    assertThat(captured(run).tool()).isEqualTo("dool, psutil, mpstat");
    assertThat(captured(run).segments())
        .extracting(Segment::what)
        .containsExactly(
            "mpstat",
            "dool-script",
            "idle",
            "multiprocessing:2 (repetition 1 of 2)",
            "multiprocessing:2 (repetition 2 of 2, pinned)");
    assertThat(captured(run).segments())
        .extracting(Segment::startNs)
        .containsExactly(0L, 29 * SECOND_NS, 41 * SECOND_NS, 53 * SECOND_NS, 64 * SECOND_NS);
    assertThat(run.info().start()).isEqualTo("2026-11-25T10:06:39Z");
    assertThat(run.info().warnings())
        .extracting(Warning::code)
        .startsWith(Captured.UNDATED)
        .endsWith("import-no-siblings");
  }

  /** Counters go on where the segment before left them; between the two nothing is counted. */
  @Test
  void countersNeverGoBack() throws IOException {
    Run run = CapturedRun.of(List.of(capture("mpstat.txt"), capture("dool-script.txt")), claims());
    assertThat(run.load().samples()).isEqualTo(6);
    assertThat(run.load().at(2, 0)).isEqualTo(new CpuTimes(1870, 40, 90, 0, 0, 0, 0, 0));
    assertThat(run.load().at(3, 0)).isEqualTo(run.load().at(2, 0));
    assertThat(run.load().at(4, 0)).isEqualTo(new CpuTimes(2850, 40, 110, 0, 0, 0, 0, 0));
  }

  @Test
  void otherCpusAreAnotherMachine() throws IOException {
    Path file = Files.writeString(directory.resolve("one"), oneCpu());
    assertThatThrownBy(() ->
            CapturedRun.of(List.of(capture("mpstat.txt"), CaptureFixtures.read(file)), claims()))
        .isInstanceOf(RecordingException.class)
        .hasMessageStartingWith(file + ": has 1 logical CPU, and ")
        .hasMessageContaining("mpstat.txt has 2 logical CPUs: import captures");
  }

  private static String oneCpu() {
    return "{\"a\": [{\"interval\": 1, \"user\": [[50]], \"system\": [[0]]}]}";
  }

  @Test
  void twoCapturesOfOneTimeAreRefused() {
    Capture first = capture("mpstat.txt");
    assertThatThrownBy(() -> CapturedRun.of(List.of(first, first), claims()))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("was captured at the same time as");
  }

  @Test
  void labelsAreForAllOrForEach() throws IOException {
    List<Capture> two = List.of(capture("mpstat.txt"), capture("dool-script.txt"));
    assertThat(captured(CapturedRun.of(two, claims(List.of("a", "b"), List.of()))).segments())
        .extracting(Segment::what)
        .containsExactly("a", "b");
    assertThat(captured(CapturedRun.of(two, claims(List.of("a"), List.of()))).segments())
        .extracting(Segment::what)
        .containsExactly("a", "a");
    assertThatThrownBy(() -> CapturedRun.of(two, claims(List.of("a", "b", "c"), List.of())))
        .hasMessage(
            "--what occurs 3 times before the first --timing, and the files are 2: give one for all, or one for each in their order");
  }

  @Test
  void siblingsAreThoseThatTheUserClaims() throws IOException {
    assertThat(run(8, 4).info().machine().topology().summary()).isEqualTo("4 cores × 2 threads");
    assertThat(run(8, 4).info().machine().topology().siblingPairs().getFirst())
        .extracting(cpu -> cpu.id())
        .containsExactly(0, 4);
    assertThatThrownBy(() -> run(8, 3)).hasMessageStartingWith("--cores 3 does not fit 8");
    assertThatThrownBy(() -> run(8, 0)).hasMessageStartingWith("--cores 0 does not fit 8");
    assertThatThrownBy(() -> run(1_000_000, 4)).hasMessageContaining("--logical, 1 to 8192");
  }

  private static Run run(int logical, int cores) throws IOException {
    return CapturedRun.of(
        List.of(),
        new ImportOptions(
            "a processor",
            cores,
            logical,
            List.of(),
            List.of(new Captured.Timing("x", 1, 1, 1, 1, 0)),
            List.of(),
            null,
            List.of(),
            "test",
            CaptureFixtures.NOW));
  }

  @Test
  void comesBackFromItsFiles() throws IOException {
    Run run =
        CapturedRun.of(
            List.of(capture("dstat-2017-style.txt")),
            claims(List.of(), List.of(new Captured.Timing("x", 2, 10, 1.5, 2.5, 0.25))));
    RunDirectory files = new RunDirectory(directory.resolve("run"));
    CapturedRun.write(files, run);
    Run read = files.read();
    assertThat(read.info()).isEqualTo(run.info());
    assertThat(read.trials()).isEmpty();
    assertThat(read.swap()).isEqualTo(run.swap()).hasSize(3);
    assertThat(read.load().at(2, 1)).isEqualTo(run.load().at(2, 1));
    assertThat(Files.readString(files.jmhJson()).strip()).matches("\\[\\s*]");
    assertThatThrownBy(() -> CapturedRun.write(files, run))
        .hasMessageEndingWith(
            "holds files already: give a new directory with --out, nothing is overwritten");
  }
}
