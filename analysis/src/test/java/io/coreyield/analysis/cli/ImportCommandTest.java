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
  void aCurveIsARun() throws Exception {
    Path out = scratch.resolve("curve");
    Outcome outcome =
        run(
            words(
                "--curve "
                    + capture("curves/aws-m5-xlarge.csv")
                    + " --what div16 --lscpu "
                    + capture("curves/lscpu.json"),
                "--out",
                out.toString()));

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .startsWith("A curve: workers beyond the cores add 32 %, by one figure each.\n")
        .contains("2 cores");
    JsonNode knee =
        JsonMapper.shared()
            .readTree(out.resolve("report/verdict.json").toFile())
            .at("/captured/knees/0");
    assertThat(knee.path("category").asString()).isEqualTo("something");
    assertThat(knee.at("/cores/agreement").asString()).isEqualTo("as-declared");
    Document page = Jsoup.parse(out.resolve("report/report.html").toFile());
    assertThat(page.select("#timings svg")).hasSize(1);
    assertThat(page.select("#timings figcaption").text()).isEqualTo("Speed-up of div16");
    assertThat(page.select("#captured").text()).contains("Its source is the user's own curves;");
    assertThat(page.select("#on").text()).contains("@ 2.50GHz: 2 cores");
    assertThat(run("report", out.toString()).code()).isZero();
  }

  @Test
  void nothingIsWrittenOfACurveThatIsRefused() throws Exception {
    Path curve = Files.writeString(scratch.resolve("curve.csv"), "1,10\n2,x\n");
    Path out = scratch.resolve("refused");
    Outcome outcome = run(words("--curve " + curve + " --logical 2", "--out", out.toString()));

    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).startsWith(curve + ":2: 'x' is no throughput").hasLineCount(1);
    assertThat(out).doesNotExist();
    assertThat(run(words("--curve " + curve, "--out", out.toString())).code()).isEqualTo(3);
    Files.writeString(curve, "1,10\n");
    assertThat(run(words("--curve " + curve, "--out", out.toString())).err())
        .contains("--logical or --lscpu");
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
        .startsWith("A capture: workers beyond the cores add 15 %, by one timing each.\n")
        .doesNotContain("recorded the load")
        .contains("\na processor that is not named: 4 cores × 2 threads\n", "something")
        .containsPattern("(?m)^  threads +8  27.663 +0.42×$");
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
        .startsWith("A capture, not a measurement. Its source is mpstat, dool;");
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

  /** The later files of 2017 hold a Linux machine, a Mac and a PC in one object. */
  @Test
  void aFileOfSeveralMachinesBecomesARunOfEach() throws IOException, URISyntaxException {
    Path out = scratch.resolve("machines");
    String file = capture("psutil-two-machines.json");
    Outcome outcome = run("import", file, "--quiet", "--out", out.toString());
    assertThat(outcome.code()).as(outcome.err()).isZero();
    Path linux = out.resolve("Linux-4.4.0-78-generic");
    Path mac = out.resolve("Darwin-15.6.0");
    assertThat(outcome.out()).contains("compare %s %s".formatted(linux, mac));
    assertThat(
            run(
                    "compare",
                    linux.toString(),
                    mac.toString(),
                    "--out",
                    out.resolve("beside").toString())
                .code())
        .isZero();
    assertThat(Files.readString(out.resolve("beside/compare.html")))
        .contains("cannot be compared with", ": no figure is there to compare.", "2 logical CPUs")
        .doesNotContain("no SMT siblings");
    Outcome one = run("import", file, "--cores", "1", "--out", scratch.resolve("cores").toString());
    assertThat(one.code()).isEqualTo(2);
    assertThat(one.err())
        .contains(
            "the files hold 2 (Linux-4.4.0-78-generic, Darwin-15.6.0): choose one with --platform");
    assertThat(scratch.resolve("cores")).doesNotExist();
    Path chosen = scratch.resolve("chosen");
    assertThat(
            run(
                    "import",
                    file,
                    "--platform",
                    "Darwin",
                    "--cores",
                    "1",
                    "--quiet",
                    "--out",
                    chosen.toString())
                .code())
        .isZero();
    assertThat(chosen.resolve("run.json")).exists();
  }

  @Test
  void aMissingIntervalIsAskedFor() throws URISyntaxException {
    Path out = scratch.resolve("early");
    String file = capture("psutil-early.json");
    Outcome refused = run("import", file, "--out", out.toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.err()).contains("give them with --interval");
    assertThat(out).doesNotExist();
    assertThat(run("import", file, "--interval", "0", "--out", out.toString()).code()).isEqualTo(2);
    assertThat(run("import", file, "--interval", "1", "--quiet", "--out", out.toString()).code())
        .isZero();
  }
}
