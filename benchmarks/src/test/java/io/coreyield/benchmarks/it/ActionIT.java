package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The steps of the GitHub Action, with files in the place of GitHub's. */
class ActionIT {

  private static final Path REPOSITORY =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("..").normalize();

  @TempDir private Path work;
  private Path output = Path.of("");
  private Path summary = Path.of("");

  @BeforeEach
  void files() {
    output = work.resolve("output");
    summary = work.resolve("summary.md");
  }

  private Ended step(String name, Map<String, String> inputs)
      throws IOException, InterruptedException {
    Path out = work.resolve("out");
    Path err = work.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder("bash", REPOSITORY.resolve(".ci/action").toString(), name)
            .directory(work.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("JAVA_TOOL_OPTIONS");
    environment.remove("JDK_JAVA_OPTIONS");
    environment.put(
        "PATH",
        Path.of(System.getProperty("java.home"), "bin")
            + File.pathSeparator
            + System.getenv("PATH"));
    environment.put("GITHUB_OUTPUT", output.toString());
    environment.put("GITHUB_STEP_SUMMARY", summary.toString());
    environment.put("JAR", REPOSITORY.resolve("benchmarks/target/benchmarks.jar").toString());
    environment.putAll(inputs);
    int exit = builder.start().waitFor();
    return new Ended(
        exit,
        Files.readString(out, StandardCharsets.UTF_8),
        Files.readString(err, StandardCharsets.UTF_8));
  }

  private Ended measure(String run, String machine, int seed)
      throws IOException, InterruptedException {
    Path file = REPOSITORY.resolve("docs/machines").resolve(machine + ".json");
    String arguments = "--simulate %s --seed %d --kernels range".formatted(file, seed);
    return step("measure", Map.of("RUN", run, "BUDGET", "90s", "ARGUMENTS", arguments));
  }

  private Ended compare(String run, String baseline, String failOn)
      throws IOException, InterruptedException {
    return step("compare", Map.of("RUN", run, "BASELINE", baseline, "FAIL_ON", failOn));
  }

  @Test
  void measuresAndComparesAndSummarises() throws Exception {
    Ended first = measure("first", "4c8t-mixed", 2);
    assertThat(first.exit()).as(first.out() + first.err()).isZero();
    assertThat(output).hasContent("trust=high");
    assertThat(summary)
        .content()
        .contains("### What another worker is worth here\n\n**", "| kernel |")
        .doesNotContain("baseline");
    assertThat(work.resolve("first/report/report.html")).isNotEmptyFile();

    assertThat(measure("second", "4c8t-mixed", 3).exit()).isZero();
    Ended same = compare("second", "first", "smaller");
    assertThat(same.exit()).as(same.out() + same.err()).isZero();
    assertThat(summary).content().contains("### Against the baseline\n\n");
    assertThat(work.resolve("second/comparison/compare.html")).isNotEmptyFile();
  }

  @Test
  void aDifferenceFailsWhereItIsAskedTo() throws Exception {
    measure("before", "4c8t-mixed", 2);
    Path slower = work.resolve("slower.json");
    Files.writeString(
        slower,
        Files.readString(REPOSITORY.resolve("docs/machines/4c8t-mixed.json"))
            .replace("\"range\": {\"yield\": 0.9}", "\"range\": {\"yield\": 0.5}"));
    String arguments = "--simulate %s --seed 4 --kernels range".formatted(slower);
    assertThat(
            step("measure", Map.of("RUN", "after", "BUDGET", "90s", "ARGUMENTS", arguments)).exit())
        .isZero();

    assertThat(compare("after", "before", "smaller").exit()).isEqualTo(1);
    assertThat(summary).content().contains("### Against the baseline");
  }

  @Test
  void withoutABaselineYetItWarns() throws Exception {
    Ended ended = compare("run", "nowhere", "smaller");
    assertThat(ended.exit()).isZero();
    assertThat(ended.out())
        .startsWith("::warning title=CoreYield::There is no baseline in nowhere yet");
  }

  /** Arguments are words: neither a command nor a pattern in them is carried out. */
  @Test
  void badArgumentsFailAndRunNothing() throws Exception {
    Ended ended =
        step(
            "measure",
            Map.of("RUN", "run", "BUDGET", "3m", "ARGUMENTS", "$(touch mine) ; touch mine *"));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.err()).contains("$(touch").contains("*");
    assertThat(work.resolve("mine")).doesNotExist();
  }

  @Test
  void aJarThatIsNotThereIsAnError() throws Exception {
    Ended ended = step("jar", Map.of("JAR", "no.jar"));
    assertThat(ended.exit()).isEqualTo(2);
    assertThat(ended.out()).startsWith("::error title=CoreYield::There is no no.jar");
  }
}
