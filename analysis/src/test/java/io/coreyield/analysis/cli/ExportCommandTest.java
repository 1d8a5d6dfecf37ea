package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.report.json.BencherJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code export} as a user types it. */
class ExportCommandTest {

  private static final Run QUICK = SimulatedRuns.quick(2, 2);

  @TempDir private Path scratch;
  private String run = "";

  @BeforeEach
  void writeRun() throws IOException {
    run = RecordedRuns.write(QUICK, scratch.resolve("a run")).path().toString();
  }

  private static Outcome run(String... arguments) {
    return Outcome.of(new Main(), arguments);
  }

  @Test
  void writesTheFormatOfBencherToAFileOrStandardOutput() {
    Path file = scratch.resolve("bmf.json");
    String expected = BencherJson.text(Findings.of(QUICK));

    Outcome written = run("export", "--bencher", file.toString(), run);
    assertThat(written.code()).isZero();
    assertThat(written.out()).isEmpty();
    assertThat(file).hasContent(expected);
    assertThat(run("export", run, "--bencher", "-").out()).isEqualTo(expected);
  }

  @Test
  void aRunWithoutAnAnswerIsExportedAndSaysSo() throws IOException {
    Run idle = new Run(QUICK.info(), List.of(QUICK.trials().getFirst()), QUICK.load(), List.of());
    Path path = RecordedRuns.write(idle, scratch.resolve("idle")).path();
    Outcome outcome = run("export", "--bencher", "-", path.toString());

    assertThat(outcome.code()).isZero();
    assertThat(JsonMapper.shared().readTree(outcome.out())).isEmpty();
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .startsWith("This run gives no answer, so its figures are provisional: ");
  }

  @Test
  void timesOfACaptureAreExportedWithoutBounds() {
    String out = scratch.resolve("2017").toString();
    String timings =
        "import --logical 8 --cores 4 --timing 5.866,5.792,0.024 --workers 1 --elements 2^28"
            + " --what processes --timing 6.970,25.728,0.048 --workers 4 --out";
    assertThat(run((timings + " " + out).split(" ", -1)).err()).isEmpty();

    JsonNode root = JsonMapper.shared().readTree(run("export", "--bencher", "-", out).out());
    assertThat(List.copyOf(root.propertyNames()))
        .containsExactly("processes, 1 worker", "processes, 4 workers");
    JsonNode four = root.get("processes, 4 workers");
    assertThat(four.get("speed-up").toString()).startsWith("{\"value\":3.36642").endsWith("}");
    assertThat(four.get("throughput").propertyNames()).containsExactly("value");
  }

  @Test
  void badUsageAndUnwritableFilesAreOneSentence() {
    String nowhere = scratch.resolve("nowhere/bmf.json").toString();

    Outcome unwritable = run("export", "--bencher", nowhere, run);
    assertThat(unwritable.code()).isEqualTo(ExitCode.FAILED);
    assertThat(unwritable.err().lines().toList())
        .containsExactly(
            nowhere
                + ": cannot be written (its directory does not exist): mend that, or give another place");
    Outcome withoutFormat = run("export", run);
    assertThat(withoutFormat.code()).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(withoutFormat.err().lines().toList())
        .singleElement()
        .asString()
        .contains("--bencher");
  }
}
