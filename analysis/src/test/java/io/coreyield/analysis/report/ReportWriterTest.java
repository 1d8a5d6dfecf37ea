package io.coreyield.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.findings.Known;
import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.recording.file.RecordingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.api.util.DefaultLocale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Isolated("it changes the locale of the JVM")
class ReportWriterTest {

  @TempDir Path scratch;

  private static MeasuredFindings findings() {
    return Known.quick(2, 2);
  }

  private static List<String> files(Path directory) throws IOException {
    try (Stream<Path> all = Files.walk(directory)) {
      return all.filter(Files::isRegularFile)
          .map(file -> directory.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }

  /**
   * As a stranger's run may hold one: in place of the report, of a directory or of a file in it.
   */
  @ParameterizedTest
  @ValueSource(strings = {"report", "report/tables", "report/report.html.new", "report/figures"})
  void nothingIsWrittenThroughALink(String name) throws IOException {
    Path elsewhere = Files.createDirectory(scratch.resolve("elsewhere"));
    Path mine = Files.writeString(elsewhere.resolve("mine"), "mine");
    Path link = scratch.resolve("run").resolve(name);
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, name.endsWith(".new") ? mine : elsewhere);
    RunDirectory directory = new RunDirectory(scratch.resolve("run"));

    for (ThrowingCallable writing :
        List.<ThrowingCallable>of(
            () -> ReportWriter.writeText(directory, findings()),
            () -> ReportWriter.writeFigures(directory, findings()))) {
      assertThatThrownBy(writing)
          .isInstanceOf(RecordingException.class)
          .hasMessageStartingWith(link + ": is a symbolic link");
    }
    assertThat(files(elsewhere)).containsExactly("mine");
    assertThat(mine).hasContent("mine");
  }

  @Test
  void writesTheWholeReportAndNothingElse() throws IOException {
    RunDirectory directory = new RunDirectory(scratch);
    Files.createDirectories(directory.report().resolve("tables"));
    Files.writeString(directory.report().resolve("tables/of-another-answer.tex.new"), "half");
    ReportWriter.write(directory, findings());
    assertThat(files(scratch))
        .contains(
            "report/report.html",
            "report/verdict.json",
            "report/tables/scaling.csv",
            "report/tables/scaling.md",
            "report/tables/times.csv",
            "report/tables/yields.md",
            "report/tables/correlations.csv",
            "report/tables/ledger.csv",
            "report/tables/forks.csv",
            "report/methods.md",
            "report/methods.bib",
            "report/figures/scaling-range.svg",
            "report/figures/scaling-range.pdf",
            "report/figures/scaling-range.png")
        .allMatch(file -> file.startsWith("report/"))
        .noneMatch(file -> file.endsWith(".new"));
  }

  @Test
  void theAnswerIsThereEvenWhenThePageCannotBeWritten() throws IOException {
    RunDirectory directory = new RunDirectory(scratch);
    Files.createDirectories(ReportWriter.page(directory).resolve("in the way"));
    assertThatThrownBy(() -> ReportWriter.write(directory, findings()))
        .isInstanceOf(RecordingException.class)
        .hasMessageContaining("report: cannot be written")
        .hasMessageContaining("copy");
    assertThat(directory.report().resolve("verdict.json")).isNotEmptyFile();
  }

  @Test
  @DefaultLocale("en-US")
  void writesTheSameBytesInEveryLocale() throws IOException {
    ReportWriter.write(new RunDirectory(scratch.resolve("root")), findings());
    for (String tag : List.of("de-DE", "fr-CH", "tr-TR")) {
      Locale.setDefault(Locale.forLanguageTag(tag));
      RunDirectory directory = new RunDirectory(scratch.resolve(tag));
      ReportWriter.write(directory, findings());
      for (String file : files(scratch.resolve("root"))) {
        if (!file.contains("figures/")) {
          assertThat(directory.path().resolve(file))
              .as("%s under %s", file, tag)
              .hasSameTextualContentAs(scratch.resolve("root").resolve(file));
        }
      }
    }
  }
}
