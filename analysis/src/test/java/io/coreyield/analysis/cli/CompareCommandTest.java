package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.ChildJvm;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.recording.RecordedRuns;
import io.coreyield.analysis.recording.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code compare} as a user calls it. */
class CompareCommandTest {

  private static final int MANY = 1000;

  @TempDir Path scratch;

  private static Outcome run(String... arguments) {
    return Outcome.of(new Main(), arguments);
  }

  private static Run simulated(int rounds, double yield, double noise, long seed) {
    return SimulatedRuns.platform(SimulatedRuns.machine(2, 2), rounds, yield, noise, seed);
  }

  private String onDisk(String name, double yield, long seed) throws IOException {
    Path path = scratch.resolve(name);
    RecordedRuns.write(simulated(6, yield, 0.005, seed), path);
    return path.toString();
  }

  private String out() {
    return scratch.resolve("out").toString();
  }

  private String fresh() {
    return scratch.resolve("out-" + System.nanoTime()).toString();
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    String a = onDisk("a", 0.2, 1);
    String b = onDisk("b", 0.2, 2);
    Path mine = Files.createDirectories(Path.of(out(), "tables")).resolve("figures.csv");
    Files.writeString(mine, "precious");
    for (String taken : List.of(out(), a)) {
      Outcome outcome = run("compare", a, b, "--out", taken);
      assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
      assertThat(outcome.err())
          .isEqualToNormalizingNewlines(
              taken
                  + ": holds files already: give a new directory with --out, nothing is overwritten\n");
    }
    assertThat(mine).hasContent("precious");
    assertThat(Path.of(a, "compare.html")).doesNotExist();
    Outcome file = run("compare", a, b, "--out", mine.toString());
    assertThat(file.err()).contains("is a file: give a directory with --out");
    assertThat(file.err()).hasLineCount(1);
  }

  @Test
  void writesTheComparisonAndPrintsItsSummary() throws IOException {
    Outcome outcome =
        run("compare", onDisk("a", 0.2, 1), onDisk("b", 0.6, 2), "--out", out(), "--names", "x,y");
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("y is ")
        .contains("Your code …", "What a hyperthread adds\n  waits on its own integer additions ")
        .containsPattern("  waits on its own integer additions +[0-9.]+ % +\\+[0-9.]+ points\n")
        .contains("Page:    " + Path.of(out(), "compare.html"));
    assertThat(outcome.out().lines().count()).isLessThanOrEqualTo(25);
    assertThat(outcome.out().lines().filter(line -> !line.contains("out/")))
        .allMatch(line -> line.length() <= 80);
    for (String file :
        List.of(
            "compare.html",
            "comparison.json",
            "comparison.md",
            "tables/figures.csv",
            "tables/figures.md",
            "tables/machines.csv",
            "figures/compare-yields.svg",
            "figures/compare-yields.pdf",
            "figures/compare-yields.png")) {
      assertThat(Path.of(out(), file)).isNotEmptyFile();
    }
  }

  @Test
  void figuresAreLeftOutOnRequest() throws IOException {
    Outcome outcome =
        run("compare", onDisk("a", 0.2, 1), onDisk("b", 0.6, 2), "--out", out(), "--no-figures");
    assertThat(outcome.code()).isZero();
    assertThat(Path.of(out(), "compare.html")).isNotEmptyFile();
    assertThat(Path.of(out(), "figures")).doesNotExist();
  }

  @Test
  void anUnreadableRunIsNamedAndNothingIsWritten() throws IOException {
    String gone = scratch.resolve("gone").toString();
    Outcome outcome = run("compare", onDisk("a", 0.2, 1), gone, "--out", out());
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err().lines().toList()).singleElement().asString().startsWith(gone);
    assertThat(Path.of(out())).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource({
    "a, 1 run: give 2 to 1000",
    "a b --names x, 1 names for 2 runs",
    "a b --baseline nobody, no run is named 'nobody'",
    "a b --fail-on worse, is neither 'larger' nor 'smaller'"
  })
  void badUsageIsOneSentence(String words, String expected) throws IOException {
    onDisk("a", 0.2, 1);
    onDisk("b", 0.2, 2);
    List<String> arguments = new ArrayList<>(List.of("compare", "--out", out()));
    for (String word : words.split(" ", -1)) {
      boolean isRun = word.length() == 1 && !word.equals("x");
      arguments.add(isRun ? scratch.resolve(word).toString() : word);
    }
    Outcome outcome = run(arguments.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.err()).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(outcome.err().lines().toList()).singleElement().asString().contains(expected);
    assertThat(Path.of(out())).doesNotExist();
  }

  @Test
  void aRegressionEndsWithOne() throws IOException {
    String base = onDisk("base", 0.6, 1);
    String worse = onDisk("worse", 0.2, 2);
    String same = onDisk("same", 0.6, 3);
    Supplier<String[]> tail =
        () -> new String[] {"--baseline", base, "--out", fresh(), "--fail-on", "smaller"};
    Outcome failed = run(with(tail.get(), "compare", base, worse));
    assertThat(failed.code()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.out()).contains("--fail-on smaller: failed, ");
    assertThat(run(with(tail.get(), "compare", same, base)).out())
        .contains("--fail-on smaller: passed");
    assertThat(run(with(tail.get(), "compare", same, base)).code()).isZero();
    Outcome twice = run(with(tail.get(), "compare", base, base));
    assertThat(twice.code()).as("nothing to compare").isEqualTo(ExitCode.FAILED);
    assertThat(twice.out())
        .containsIgnoringWhitespaces("no yield or throughput of the same machine could be compared")
        .contains("base 2026-01-0");
  }

  private static String[] with(String[] tail, String... head) {
    List<String> all = new ArrayList<>(List.of(head));
    all.addAll(List.of(tail));
    return all.toArray(String[]::new);
  }

  @Test
  void aThousandRunsFitASmallHeap() throws Exception {
    List<String> arguments = new ArrayList<>(List.of("compare", "--out", out()));
    RunDirectory template = RecordedRuns.write(simulated(2, 0.25, 0.01, 1), scratch.resolve("run"));
    for (int i = 0; i < MANY; i++) {
      arguments.add(copy(template, scratch.resolve("run" + i), 1000 + i).toString());
    }
    assertThat(
            ChildJvm.output(
                ChildJvm.of(
                    Main.class,
                    List.of("-Xmx200m", "-Djava.awt.headless=true"),
                    arguments.toArray(String[]::new))))
        .contains("1000 runs of Simulated CPU 2×2");
    assertThat(Files.size(Path.of(out(), "compare.html"))).isLessThan(500_000);
  }

  /** The same samples as of another campaign. */
  private static Path copy(RunDirectory run, Path to, int seed) throws IOException {
    RunDirectory copy = new RunDirectory(Files.createDirectory(to));
    String info = Files.readString(run.runJson());
    Files.writeString(copy.runJson(), info.replace("\"seed\" : 1,", "\"seed\" : " + seed + ","));
    Files.copy(run.trialsJsonl(), copy.trialsJsonl());
    Files.copy(run.loadCsv(), copy.loadCsv());
    Files.copy(run.swapCsv(), copy.swapCsv());
    return to;
  }
}
