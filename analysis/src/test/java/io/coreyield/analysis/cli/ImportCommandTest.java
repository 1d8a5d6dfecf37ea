package io.coreyield.analysis.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code import} as a user types it. */
class ImportCommandTest {

  /** The rows of 2017, of processes and of threads. */
  private static final String ROWS =
      "--timing 5.866,5.792,0.024 --workers 1 --elements 2^28 --what processes "
          + "--timing 6.970,25.728,0.048 --workers 4 --timing 12.169,93.904,0.040 --workers 8 "
          + "--timing 14.600,20.820,13.280 --workers 4 --elements 2^26 --what=threads "
          + "--timing=27.663,39.132,26.920 --workers 8";

  @TempDir private Path scratch;

  private static Outcome run(String... arguments) {
    return Outcome.of(new Main(), arguments);
  }

  private static String capture(String name) throws URISyntaxException {
    return Path.of(
            Objects.requireNonNull(ImportCommandTest.class.getResource("../capture/" + name))
                .toURI())
        .toString();
  }

  private static String[] words(String text, String... more) {
    List<String> words = new ArrayList<>(List.of("import"));
    words.addAll(Stream.of(text.split(" ", -1)).filter(w -> !w.isEmpty()).toList());
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  @Test
  void timingsAloneAreARun() throws IOException {
    Path out = scratch.resolve("2017");
    Outcome outcome = run(words(ROWS + " --logical 8 --cores 4", "--out", out.toString()));
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out().lines().toList())
        .hasSizeLessThan(31)
        .allMatch(line -> line.length() <= 80 || line.contains(out.toString()));
    assertThat(outcome.out())
        .startsWith(
            "Captured by another tool: a processor that is not named: 4 cores × 2 threads\n")
        .contains("something", "take longer than one");
    JsonNode verdict = JsonMapper.shared().readTree(out.resolve("report/verdict.json"));
    assertThat(verdict.at("/trust/level").asString()).isEqualTo("limited");
    assertThat(verdict.at("/captured/knees/0/category").asString()).isEqualTo("something");
    assertThat(verdict.at("/captured/knees/1/category").asString()).isEqualTo("serial");
    assertThat(verdict.at("/captured/knees/1/yield").isNull()).isTrue();
    assertThat(verdict.at("/captured/timings")).hasSize(5);
    assertThat(out.resolve("report/tables/timings.csv")).isNotEmptyFile();
    assertThat(out.resolve("report/tables/timings.md")).isNotEmptyFile();
    assertThat(run("report", out.toString()).code()).isZero();
  }

  @Test
  void thePageSaysThatItIsACapture() throws IOException, URISyntaxException {
    Path out = scratch.resolve("captured");
    Outcome outcome =
        run(
            words(
                "--what a --what <b>",
                capture("mpstat.txt"),
                capture("dool-script.txt"),
                "--out",
                out.toString()));
    assertThat(outcome.err()).isEmpty();
    Document page = Jsoup.parse(Files.readString(out.resolve("report/report.html")));
    assertThat(page.select("#captured").text())
        .startsWith("A capture, not a measurement. mpstat, dool recorded the load");
    assertThat(page.select("figure.segment h3").eachText()).containsExactly("a", "<b>");
    assertThat(page.select("svg.loadmap")).hasSize(2);
    assertThat(page.select("#yields, #scaling, .chip")).isEmpty();
    assertThat(page.text()).contains("It is not known which logical CPUs share a core.");
    assertThat(out.resolve("report/figures/load-map.svg")).isNotEmptyFile();
    assertThat(out.resolve("trials.jsonl")).isEmptyFile();
  }

  @Test
  void mistakesAreBadUsageInASentence() throws URISyntaxException {
    String capture = capture("mpstat.txt");
    assertBadUsage("there is nothing to import", "import");
    assertBadUsage("--workers 3 belongs to no --timing", "import", "--workers", "3");
    assertBadUsage("Missing required parameter", "import", "--timing");
    assertBadUsage("--cores 3 does not fit 2", "import", capture, "--cores", "3");
    assertBadUsage("--logical says 8", "import", capture, "--logical", "8");
    assertBadUsage("--year 12", "import", capture, "--year", "12");
    assertBadUsage("timings alone", words(ROWS));
    assertBadUsage(
        "--workers occurs twice after one --timing",
        words("--logical 2 --timing 1,2,3 --workers 1 --workers 2 --elements 5"));
    assertBadUsage(
        "--what occurs 2 times before the first --timing, and the files are 1",
        words("--what a --what b", capture));
  }

  private static void assertBadUsage(String message, String... arguments) {
    Outcome outcome = run(arguments);
    assertThat(outcome.code()).as(message).isEqualTo(ExitCode.BAD_USAGE);
    assertThat(outcome.err().lines().toList())
        .singleElement()
        .asString()
        .startsWith(message)
        .endsWith("see 'java -jar analysis.jar import --help'");
  }

  @Test
  void whatCannotBeReadIsUnreadable() throws IOException {
    Path file = Files.writeString(scratch.resolve("x"), "hello");
    Outcome outcome = run("import", file.toString(), "--out", scratch.resolve("o").toString());
    assertThat(outcome.code()).isEqualTo(ExitCode.UNREADABLE);
    assertThat(outcome.err()).startsWith(file + ": is no capture that can be imported");
    assertThat(scratch.resolve("o")).doesNotExist();
  }

  @Test
  void helpShowsTheRowsOf2017() {
    assertThat(run("import", "--help").out())
        .contains("--timing 12.169,93.904,0.040 --workers 8", "--elements 2^28");
  }
}
