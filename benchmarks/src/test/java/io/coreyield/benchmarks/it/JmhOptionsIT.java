package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** JMH's options work on the jar as they do on any JMH jar. */
class JmhOptionsIT {

  private static final String SHORT = "IdleBenchmark -wi 0 -i 1 -r 200ms -f 1";

  private final Jar jar;

  JmhOptionsIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
  }

  @Test
  void lists() throws Exception {
    assertThat(jar.done("-h")).contains("-wi <int>", "-prof <profiler>", "-rff <filename>");
    assertThat(jar.done("-l"))
        .contains(
            "SummationBenchmark.sum",
            "DispatchBenchmark.dispatch",
            "SpawnBenchmark.spawnAndSum",
            "IdleBenchmark.idle");
    assertThat(jar.done("-l Idle.*"))
        .contains("IdleBenchmark")
        .doesNotContain("SummationBenchmark");
    assertThat(jar.done("-lp"))
        .contains("param \"model\" = {platform, virtual, fork-join, process");
    assertThat(jar.done("-lrf")).contains("json", "csv", "latex");
    assertThat(jar.done("-lprof")).contains("CoreLoadProfiler", "coreload", "gc:");
  }

  @Test
  void writesTheResultAndTheOutputWhereToldWithTheLoadAsSecondaryMetrics() throws Exception {
    assertThat(jar.done(SHORT + " -rf json -rff x.json -o x.txt")).doesNotContain("# Run complete");
    assertThat(jar.directory().resolve("x.txt")).content().contains("# Run complete");
    JsonNode result = jar.json("x.json").get(0);
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
    jar.done(
        ".*Summation.*sum -p model=virtual -p workers=1,2 -p n=4194304 -wi 1 -w 100ms -i 1 -r 200ms"
            + " -f 1 -rf json -rff p.json");
    JsonNode results = jar.json("p.json");
    assertThat(results).hasSize(2);
    assertThat(results)
        .extracting(r -> r.get("params").get("model").stringValue())
        .containsOnly("virtual");
    assertThat(results)
        .extracting(r -> r.get("params").get("workers").stringValue())
        .containsExactly("1", "2");
  }

  @Test
  void theCoreLoadTakesOptionsByItsShortNameAndGoesTogetherWithOtherProfilers() throws Exception {
    jar.done(SHORT + " -prof gc -rf json -rff g.json");
    assertThat(jar.json("g.json").get(0).get("secondaryMetrics").propertyNames())
        .contains("load.busy", "load.cpu0")
        .anyMatch(name -> name.endsWith("gc.alloc.rate"));
    jar.done(SHORT + " -prof coreload:cpus=none -rf json -rff n.json");
    assertThat(jar.json("n.json").get(0).get("secondaryMetrics").propertyNames())
        .contains("load.busy")
        .doesNotContain("load.cpu0");
  }

  @Test
  void aForkThatDiesIsNamedAndFailsTheCommandWhichRunsWithoutForksToo() throws Exception {
    assertThat(jar.done("IdleBenchmark -wi 0 -i 1 -r 200ms -f 0")).contains("# Run complete");
    Ended ended = jar.run(SHORT + " -jvmArgsAppend -XX:+NoSuchFlag");
    assertThat(ended.exit()).isEqualTo(1);
    assertThat(ended.err().strip()).hasLineCount(1).contains("IdleBenchmark.idle gave no result");
  }
}
