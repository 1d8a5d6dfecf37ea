package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.Findings;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.wording.AnswerCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ShownOptionsTest {

  @TempDir Path scratch;

  private static Outcome report(String... arguments) {
    return Outcome.of(
        new Main(),
        Stream.concat(Stream.of("report"), Stream.of(arguments)).toArray(String[]::new));
  }

  private Path quickRun() throws IOException {
    Path path = scratch.resolve("a run");
    RecordedRuns.write(SimulatedRuns.quick(SimulatedRuns.machine(2, 2)), path);
    return path;
  }

  @Test
  void quietIsTheAnswerAndTheReport() throws IOException {
    Path path = quickRun();
    Outcome outcome = report(path.toString(), "--quiet");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .containsExactly(
            AnswerCard.of(Findings.of(new RunDirectory(path).read())).sentence(),
            "Report:  " + path.resolve("report/report.html"));
  }

  @Test
  void jsonOnStandardOutputIsTheVerdictAlone() throws IOException {
    Path path = quickRun();
    Outcome outcome = report(path.toString(), "--json", "-");
    assertThat(outcome.out()).isEqualTo(Files.readString(path.resolve("report/verdict.json")));
    assertThat(outcome.err()).contains("Report:  ");
    Outcome ascii = report(path.toString(), "--json", "-", "--ascii");
    assertThat(ascii.out()).isASCII();
    assertThat(JsonMapper.shared().readTree(ascii.out()))
        .isEqualTo(JsonMapper.shared().readTree(outcome.out()));
  }

  @Test
  void markdownAndJsonGoToFilesBesidesTheSummary() throws IOException {
    Path path = quickRun();
    Path json = scratch.resolve("v.json");
    Path markdown = scratch.resolve("v.md");
    Outcome outcome = report(path.toString(), "--json=" + json, "--markdown", markdown.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out()).contains("Report:  ");
    assertThat(json).hasSameTextualContentAs(path.resolve("report/verdict.json"));
    assertThat(report(path.toString(), "--markdown", "-").out())
        .isEqualTo(Files.readString(markdown))
        .contains("| model | workers |", "| platform | 4 |");
  }

  @Test
  void oneStreamTakesOneTextAndAFileThatCannotBeWrittenIsNamed() throws IOException {
    String path = quickRun().toString();
    Outcome both = report(path, "--json", "-", "--markdown", "-");
    assertThat(both.code()).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(both.err().lines().toList()).singleElement().asString().contains("--markdown -");
    Outcome nowhere = report(path, "--json", scratch.resolve("no/v.json").toString());
    assertThat(nowhere.code()).isEqualTo(ExitCode.FAILED);
    assertThat(nowhere.err().lines().toList())
        .singleElement()
        .asString()
        .contains("v.json: cannot be written", "--json");
  }
}
