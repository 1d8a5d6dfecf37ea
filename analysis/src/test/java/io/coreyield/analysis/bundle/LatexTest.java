package io.coreyield.analysis.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import io.coreyield.analysis.model.trial.DisturbedRuns;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.PairedRuns;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.RunSource;
import io.coreyield.analysis.report.page.HostileRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All that a bundle holds for LaTeX is set by LaTeX. */
class LatexTest {

  @TempDir Path directory;

  static Stream<Run> runs() {
    return Stream.of(
        BundledRuns.named(),
        DisturbedRuns.run(0.5),
        BundledRuns.captured(),
        HostileRuns.of(PairedRuns.full()));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void compiles(Run run) throws Exception {
    requireLatex();
    Path written = RecordedRuns.write(run, directory.resolve("run")).path();
    Path rebuilt = directory.resolve("rebuilt");
    Rebuild.into(RunSource.at(written), rebuilt);
    Path latex = rebuilt.resolve("latex");
    pdflatex(latex);
    if (run.info().origin() instanceof Measured) {
      assertThat(run(latex, "bibtex", "example")).as("bibtex").isZero();
    }
    pdflatex(latex);
    pdflatex(latex);

    String log = Files.readString(latex.resolve("example.log"), StandardCharsets.ISO_8859_1);
    assertThat(log).doesNotContain("undefined references", "Citation `", "Missing character");
    assertThat(latex.resolve("example.pdf")).isNotEmptyFile();
  }

  private static void pdflatex(Path latex) throws IOException, InterruptedException {
    int code =
        run(
            latex,
            "pdflatex",
            "-interaction=nonstopmode",
            "-halt-on-error",
            "-no-shell-escape",
            "example");
    assertThat(code)
        .as(() -> "pdflatex: " + latex.resolve("output.txt"))
        .withFailMessage(() -> errors(latex))
        .isZero();
  }

  private static String errors(Path latex) {
    try {
      return String.join(
          "\n",
          Files.readAllLines(latex.resolve("output.txt"), StandardCharsets.ISO_8859_1).stream()
              .dropWhile(line -> !line.startsWith("!"))
              .limit(8)
              .toList());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static int run(Path directory, String... command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("output.txt").toFile())
            .start();
    process.getOutputStream().close();
    if (!process.waitFor(120, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return -1;
    }
    return process.exitValue();
  }

  private void requireLatex() throws InterruptedException {
    for (List<String> needed :
        List.of(
            List.of("pdflatex", "--version"),
            List.of("bibtex", "--version"),
            List.of("kpsewhich", "booktabs.sty"),
            List.of("kpsewhich", "pgfplots.sty"))) {
      try {
        if (run(directory, needed.toArray(String[]::new)) == 0) {
          continue;
        }
      } catch (IOException e) {
        // Not on the PATH.
      }
      String missing = String.join(" ", needed);
      System.err.println(
          "SKIPPED: what a bundle holds for LaTeX was NOT compiled, there is no "
              + missing
              + ". On Debian: apt-get install texlive-latex-base texlive-latex-recommended texlive-pictures");
      if (System.getenv("CI") != null) {
        fail("no LaTeX with booktabs and pgfplots here: " + missing);
      }
      abort("no LaTeX with booktabs and pgfplots here: " + missing);
    }
  }
}
