package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A simulated campaign with the jar and one file, as a user runs it. */
class SimulationIT {

  private static final Map<String, Double> MIXED =
      Map.of(
          "range", 0.9,
          "range-double", 0.95,
          "range-ilp", 0.03,
          "array-ports", 0.02,
          "array-stream", -0.05,
          "array-chase", 0.85);

  private static Jar jar;
  private static Ended ended;

  @BeforeAll
  static void simulate(@TempDir Path home) throws Exception {
    jar = Jar.copiedTo(home);
    Path examples = Path.of(System.getProperty("basedir", "")).resolve("../docs/machines");
    Trees.copy(examples, jar.directory().resolve("machines"));
    ended = jar.run("run --simulate machines/4c8t-mixed.json --seed 4 --out DIR");
  }

  @Test
  void itEndsWellAndIsMarked() throws IOException {
    assertThat(ended.complaints()).isEmpty();
    assertThat(ended.exit()).isZero();
    assertThat(jar.read().info().simulated()).isTrue();
    assertThat(jar.out().resolve("report/report.html")).isNotEmptyFile();
    assertThat(jar.out().resolve("report/figures/scaling-range.svg")).isNotEmptyFile();
  }

  /**
   * Wide enough for twelve forks of the noise that the file states: 3 standard errors are 3 points.
   */
  @Test
  void theVerdictHasTheYieldsOfTheFile() {
    JsonNode verdict = jar.json("DIR/report/verdict.json");
    assertThat(verdict.get("machine").get("cores").intValue()).isEqualTo(4);
    assertThat(verdict.get("machine").get("logical").intValue()).isEqualTo(8);
    List<String> kernels = new ArrayList<>();
    for (JsonNode yield : verdict.get("yields")) {
      if (yield.get("estimator").stringValue().equals("paired")
          && yield.get("model").stringValue().equals("platform")) {
        String kernel = yield.get("kernel").stringValue();
        double truth = MIXED.getOrDefault(kernel, Double.NaN);
        assertThat(yield.get("yield").doubleValue())
            .as(kernel)
            .isBetween(truth - 0.05, truth + 0.05);
        kernels.add(kernel);
      }
    }
    assertThat(kernels).containsExactlyInAnyOrderElementsOf(MIXED.keySet());
  }

  @Test
  void aDryRunShowsThePlanOfThatMachine() throws Exception {
    assertThat(jar.done("run --simulate machines/64c128t-numa.json --dry-run"))
        .startsWith("64 cores on 4 NUMA nodes, 64 cores × 2 threads");
  }

  @Test
  void badFilesAreRefusedInOneSentence() throws Exception {
    Files.writeString(jar.directory().resolve("bad.json"), "{\"schema\": \"coreyield/machine/9\"}");
    for (List<String> refused :
        List.of(
            List.of("bad.json", "schema is 'coreyield/machine/9'"),
            List.of("none.json", "none.json: is missing"))) {
      Ended bad = jar.run("run --simulate " + refused.getFirst());
      assertThat(bad.exit()).isEqualTo(3);
      assertThat(bad.err().strip()).hasLineCount(1).contains(refused.getLast());
    }
  }

  @Test
  void anotherProgramReadsTheVerdictAndPeopleReadTheRest() throws Exception {
    Ended piped =
        jar.run("--simulate machines/2c2t-plain.json --seed 1 --budget 60s --json - --out piped");
    assertThat(piped.exit()).isZero();
    assertThat(piped.out())
        .isEqualTo(Files.readString(jar.directory().resolve("piped/report/verdict.json")));
    assertThat(piped.err())
        .contains("left   round 2   so far 2 workers ", "Report:  piped/report/report.html");
  }

  @Test
  void quietIsTheAnswerAlone() throws Exception {
    Ended quiet = jar.run("run --simulate machines/4t-hidden.json --seed 1 --quiet --out quiet");
    assertThat(quiet.exit()).isZero();
    assertThat(quiet.err()).isEmpty();
    assertThat(quiet.out().lines())
        .containsExactly(
            jar.json("quiet/report/verdict.json")
                .get("answer")
                .stringValue()
                .replace('\u00a0', ' '),
            "Report:  quiet/report/report.html");
  }

  @Test
  void farMoreWorkersThanCpusAreTold() throws Exception {
    Ended crowded =
        jar.run("run --simulate machines/2c2t-plain.json --workers 1,100 --rounds 1 --out crowded");
    assertThat(crowded.exit()).isIn(0, 1);
    assertThat(crowded.err()).contains("warning: 100 workers will take turns on 2 logical CPUs");
    assertThat(crowded.out()).contains("Report:  crowded/report/report.html");
  }

  @Test
  void helpAndVersionAreWords() throws Exception {
    assertThat(jar.done("help")).isEqualTo(jar.done("--help")).contains("compare", "topology");
    assertThat(jar.done("help run")).isEqualTo(jar.done("run --help")).contains("--budget");
    assertThat(jar.done("version")).isEqualTo(jar.done("--version")).startsWith("CoreYield ");
  }

  @Test
  void itDoesNotGoOn() throws Exception {
    Ended both = jar.run("run --simulate machines/4c8t-mixed.json --resume DIR");
    Ended resumed = jar.run("run --resume DIR --budget 5m");

    assertThat(both.exit()).isEqualTo(2);
    assertThat(both.err()).contains("--resume continues with the plan of that run");
    assertThat(resumed.exit()).isEqualTo(2);
    assertThat(resumed.err().strip()).hasLineCount(1).contains("was simulated", "--simulate");
  }

  /** Options that stand everywhere may stand first: they are none of JMH's. */
  @Test
  void aDryRunKeepsToAsciiWhereAsked() throws Exception {
    assertThat(jar.done("--ascii run --simulate machines/64c128t-numa.json --dry-run"))
        .isASCII()
        .contains("64 cores x 2 threads", "range platform x1");
  }
}
