package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Command;

class MainTest {

  @TempDir Path scratch;

  private static Outcome run(String... arguments) {
    return Outcome.of(new Main(), arguments);
  }

  private Path quickRun() throws IOException {
    Path path = scratch.resolve("a run");
    RecordedRuns.write(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)), path);
    return path;
  }

  @Test
  void reportWritesTheReportAndPrintsItsSummary() throws IOException {
    Path path = quickRun();
    Outcome outcome = run("report", path.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("\nSimulated CPU 2×2: 2 cores × 2 threads\n")
        .contains("Report:  " + path.resolve("report").resolve("report.html"));
    assertThat(path.resolve("report/report.html")).isNotEmptyFile();
    assertThat(path.resolve("report/verdict.json")).isNotEmptyFile();
  }

  @Test
  void aRunWithoutATrialHasNothingToReport() throws IOException {
    Path path = scratch.resolve("run");
    RecordedRuns.write(
        SimulatedRuns.quick(SimulatedRuns.machine(2, 2)).withTrials(List.of()), path);
    Outcome outcome = run("report", path.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err())
        .startsWith(path + ": nothing was measured yet: '")
        .endsWith(" run --resume %s' runs the first trial%n".formatted(path))
        .hasLineCount(1);
    assertThat(path.resolve("report")).doesNotExist();
  }

  @Test
  void aRunThatIsNotThereIsUnreadableInput() {
    Path path = scratch.resolve("nowhere");
    Outcome outcome = run("report", path.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .startsWith(path + ": does not exist");
  }

  @ParameterizedTest
  @CsvSource({
    "run.json, 'coreyield/run/2', 'coreyield/run/9'",
    "trials.jsonl, '\"number\"', '\"nummer\"'",
    "load.csv, 't_ns,cpu', 't_ns,zpu'"
  })
  void aCorruptFileIsUnreadableInputAndNamed(String file, String from, String to)
      throws IOException {
    Path path = quickRun();
    String text = Files.readString(path.resolve(file));
    Files.writeString(path.resolve(file), text.replace(from, to));
    Outcome outcome = run("report", path.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err().lines().toList()).singleElement().asString().contains(file);
    assertThat(path.resolve("report")).doesNotExist();
  }

  @Test
  void asciiIsKeptToWhereverItIsAskedFor() throws IOException {
    String path = quickRun().toString();
    assertThat(run("report", path).out()).contains("2 cores × 2 threads");
    assertThat(run("report", path, "--ascii").out()).isASCII().contains("2 cores x 2 threads");
    assertThat(run("--ascii", "report", path).out()).isASCII().contains("2 cores x 2 threads");
    assertThat(run("--ascii", "report", "é").err()).isASCII().startsWith("?: does not exist");
  }

  @Test
  void debugShowsTheTraceWhereverItStands() {
    String path = scratch.resolve("nowhere").toString();
    assertThat(run("report", path, "--debug").err()).contains("\tat io.coreyield");
    assertThat(run("--debug", "report", path).err()).contains("\tat io.coreyield");
  }

  @Test
  void aReportThatCannotBeWrittenIsOneSentence() throws IOException {
    Path path = quickRun();
    Files.writeString(path.resolve("report"), "a file in the way");
    Outcome outcome = run("report", path.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .contains(path.resolve("report") + ": cannot be written");
    assertThat(path.resolve("report")).hasContent("a file in the way");
  }

  @ParameterizedTest
  @CsvSource({
    "reprot, did you mean report",
    "report, RUN",
    "report --colour x, --colour",
    "--colour, --colour",
    "'', subcommand"
  })
  void badUsageIsOneSentence(String line, String expected) {
    Outcome outcome = run(line.isEmpty() ? new String[0] : line.split(" "));
    assertThat(outcome.code()).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(outcome.out()).isEmpty();
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .contains(expected)
        .contains("--help'");
  }

  @Test
  void helpAndVersionAreWordsToo() {
    assertThat(run("help"))
        .isEqualTo(run("--help"))
        .extracting(Outcome::code)
        .isEqualTo(ExitCode.DONE);
    assertThat(run("help", "report").out())
        .isEqualTo(run("report", "--help").out())
        .contains("RUN");
    assertThat(run("version")).isEqualTo(run("--version"));
    Outcome unknown = run("help", "nothing");
    assertThat(unknown.code()).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(unknown.err().lines().toList()).singleElement().asString().contains("nothing");
  }

  @Test
  void helpIsNoError() {
    Outcome outcome = run("report", "--help");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("RUN", "--debug").doesNotContain("\u001b");
  }

  @Command(name = "broken")
  private static final class Broken implements Callable<Integer> {
    private final Throwable failure;

    Broken(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public Integer call() throws Exception {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (Exception) failure;
    }
  }

  private static Outcome broken(Throwable failure, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code =
        Commands.line(new Broken(failure), new PrintWriter(out, true), new PrintWriter(err, true))
            .execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  @Test
  void anyOtherFailureIsOneSentence() {
    Outcome outcome = broken(new IllegalStateException("the kettle is empty\nat all"));
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err()).isEqualToNormalizingNewlines("the kettle is empty\n");
    assertThat(broken(new IllegalStateException(), "--debug").err())
        .contains("IllegalStateException")
        .contains("\tat ");
    Outcome error = broken(new NoClassDefFoundError("gone"));
    assertThat(error.code()).isEqualTo(ExitCode.FAILED);
    assertThat(error.err().lines().toList()).hasSize(1);
    Outcome library = broken(new ExceptionInInitializerError(new IOException("no such path")));
    assertThat(library.err()).isEqualToNormalizingNewlines("no such path\n");
    Outcome memory = broken(new OutOfMemoryError("Java heap space"));
    assertThat(memory.code()).isEqualTo(ExitCode.FAILED);
    assertThat(memory.err())
        .startsWith("it needs more memory than the ")
        .endsWith("give it more, as with java -Xmx4g -jar …" + System.lineSeparator());
  }

  @Test
  void aRealProcessEndsWithItsCodeAndSpeaksAsciiWhereItMust() throws Exception {
    Path path = quickRun();
    List<String> arabic =
        List.of(
            "-Dstdout.encoding=US-ASCII", "-Duser.language=ar",
            "-Duser.country=EG", "-Djava.awt.headless=true");
    ProcessBuilder jvm = ChildJvm.of(Main.class, arabic, "report", path.toString());

    assertThat(ChildJvm.output(jvm.redirectErrorStream(true)))
        .isASCII()
        .contains("2 cores x 2 threads", " G ", "%");
    assertThat(path.resolve("report/report.html")).content().doesNotContainPattern("[٠-٩]");
  }

  @Test
  void aBundleIsMadeVerifiedAndRebuilt() throws IOException {
    Path path = quickRun();
    Path bundle = scratch.resolve("a run-bundle.zip");
    Outcome made = run("bundle", path.toString());
    assertThat(made.err()).isEmpty();
    assertThat(made.code()).isZero();
    assertThat(made.out()).contains("Bundle:   " + bundle, "environment.host");

    Outcome verified = run("verify", bundle.toString());
    assertThat(verified.code()).isZero();
    assertThat(verified.out()).contains("files are whole, and the verdict is what the raw samples");

    Path rebuilt = scratch.resolve("rebuilt");
    assertThat(run("rebuild", bundle.toString(), "--out", rebuilt.toString()).code()).isZero();
    assertThat(rebuilt.resolve("latex/macros.tex")).isNotEmptyFile();
  }

  @Test
  void aDamagedBundleDiffersAndAnotherFileIsUnreadable() throws IOException {
    Path path = quickRun();
    Path bundle = scratch.resolve("b.zip");
    assertThat(run("bundle", path.toString(), "--out", bundle.toString()).code()).isZero();
    byte[] bytes = Files.readAllBytes(bundle);
    bytes[bytes.length / 2] ^= 1;
    Files.write(bundle, bytes);

    Outcome outcome = run("verify", bundle.toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out()).startsWith("differs: data/");
    Outcome none = run("verify", path.resolve("run.json").toString());
    assertThat(none.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(none.err().lines().toList()).singleElement().asString().contains("is no zip file");
  }
}
