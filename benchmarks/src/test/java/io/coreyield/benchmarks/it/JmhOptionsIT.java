package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** JMH's options work on the jar as they do on any JMH jar. */
class JmhOptionsIT {

  private static final String SHORT = "IdleBenchmark -wi 0 -i 1 -r 200ms -f 1";

  @TempDir Path home;
  private Jar jar = SeedRun.measured().jar();

  @BeforeEach
  void copyJar() throws IOException {
    jar = Jar.copiedTo(home);
  }

  private Ended run(String arguments) throws IOException, InterruptedException {
    return jar.run(arguments.split(" ", -1));
  }

  private String done(String arguments) throws IOException, InterruptedException {
    Ended ended = run(arguments);
    assertThat(ended.err()).isEmpty();
    assertThat(ended.exit()).as(ended.out()).isZero();
    return ended.out();
  }

  private JsonNode json(String file) throws IOException {
    return JsonMapper.shared().readTree(Files.readString(jar.directory().resolve(file)));
  }

  @Test
  void lists() throws Exception {
    assertThat(done("-h")).contains("-wi <int>", "-prof <profiler>", "-rff <filename>");
    assertThat(done("-l"))
        .contains(
            "SummationBenchmark.sum",
            "DispatchBenchmark.dispatch",
            "SpawnBenchmark.spawnAndSum",
            "IdleBenchmark.idle");
    assertThat(done("-l Idle.*")).contains("IdleBenchmark").doesNotContain("SummationBenchmark");
    assertThat(done("-lp")).contains("param \"model\" = {platform, virtual, fork-join, process");
    assertThat(done("-lrf")).contains("json", "csv", "latex");
    assertThat(done("-lprof")).contains("CoreLoadProfiler", "coreload", "gc:");
  }

  @Test
  void writesTheResultAndTheOutputWhereToldWithTheLoadAsSecondaryMetrics() throws Exception {
    assertThat(done(SHORT + " -rf json -rff x.json -o x.txt")).doesNotContain("# Run complete");
    assertThat(jar.directory().resolve("x.txt")).content().contains("# Run complete");
    JsonNode result = json("x.json").get(0);
    assertThat(result.get("benchmark").stringValue()).endsWith("IdleBenchmark.idle");
    assertThat(result.get("secondaryMetrics").propertyNames())
        .contains(
            "load.busy",
            "load.background",
            "load.steal",
            "load.system",
            "load.cpu0",
            "time.real",
            "time.user",
            "time.system",
            "time.dispatch");
    double busy = result.get("secondaryMetrics").get("load.busy").get("score").doubleValue();
    assertThat(busy).isBetween(0.0, 1.01 * ThisMachine.read().logical());
  }

  @Test
  void takesRegexpsAndParameters() throws Exception {
    done(
        ".*Summation.*sum -p model=virtual -p workers=1,2 -p n=4194304 -wi 1 -w 100ms -i 1 -r 200ms"
            + " -f 1 -rf json -rff p.json");
    JsonNode results = json("p.json");
    assertThat(results).hasSize(2);
    assertThat(results)
        .extracting(r -> r.get("params").get("model").stringValue())
        .containsOnly("virtual");
    assertThat(results)
        .extracting(r -> r.get("params").get("workers").stringValue())
        .containsExactly("1", "2");
  }

  @Test
  void otherProfilersGoTogetherWithTheCoreLoad() throws Exception {
    done(SHORT + " -prof gc -rf json -rff g.json");
    assertThat(json("g.json").get(0).get("secondaryMetrics").propertyNames())
        .contains("load.busy", "load.cpu0")
        .anyMatch(name -> name.endsWith("gc.alloc.rate"));
  }

  @Test
  void theCoreLoadProfilerTakesOptionsByItsShortName() throws Exception {
    done(SHORT + " -prof coreload:cpus=none -rf json -rff n.json");
    assertThat(json("n.json").get(0).get("secondaryMetrics").propertyNames())
        .contains("load.busy")
        .doesNotContain("load.cpu0");
  }

  @Test
  void runsWithoutForks() throws Exception {
    assertThat(done("IdleBenchmark -wi 0 -i 1 -r 200ms -f 0")).contains("# Run complete");
  }

  @Test
  void aForkThatDiesIsNamedAndFailsTheCommand() throws Exception {
    Ended ended = run(SHORT + " -jvmArgsAppend -XX:+NoSuchFlag");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().strip()).hasLineCount(1).contains("IdleBenchmark.idle gave no result");
  }
}
