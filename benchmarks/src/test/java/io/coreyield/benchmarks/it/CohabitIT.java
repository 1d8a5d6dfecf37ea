package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.plan.MixedPair;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Unlike code on this machine, on siblings if it has any. */
class CohabitIT {

  private final Jar jar;

  CohabitIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
  }

  @Test
  void twoKernelsAreMeasuredBesideEachOther() throws Exception {
    assumeThat(Runtime.getRuntime().availableProcessors()).as("logical CPUs").isGreaterThan(1);
    assertThat(
            jar.run(
                    "cohabit --kernels range,range-ilp --rounds 2 --iterations 1 --no-figures"
                        + " --seed 3 --out DIR")
                .complaints())
        .isEmpty();
    Run run = jar.read();
    List<Trial> trials = run.trials().stream().filter(t -> t.mixed().count() == 1).toList();

    assertThat(trials).hasSize(2);
    trials.forEach(CohabitIT::requireBlocks);
    assertThat(run.trials().stream().flatMap(Trial::pair)).hasSize(4);
    JsonNode found = jar.json("DIR/report/verdict.json").get("cohabitation");
    assertThat(found.get("pairings")).hasSize(3);
    JsonNode unlike = found.get("pairings").get(1);
    assertThat(unlike.get("kernel").stringValue()).isEqualTo("range");
    assertThat(unlike.get("beside").stringValue()).isEqualTo("range-ilp");
    assertThat(unlike.get("apart").get("weightedSpeedup").get("value").doubleValue())
        .isPositive()
        .isLessThan(4);
    assertThat(Files.readString(jar.directory().resolve("DIR/report/report.html")))
        .contains("Which code may share a core");
    assertThat(jar.json("DIR/jmh.json").values())
        .anyMatch(r -> r.get("benchmark").stringValue().endsWith("CohabitBenchmark.block"));
  }

  private static void requireBlocks(Trial trial) {
    MixedPair mixed = trial.mixed().findFirst().orElseThrow();
    assertThat(trial.failure()).isNull();
    assertThat(List.of(mixed.kernel(0), mixed.kernel(1)))
        .containsExactly(Kernel.RANGE, Kernel.RANGE_ILP);
    assertThat(trial.measurements())
        .allSatisfy(block -> {
          assertThat(block.windows())
              .extracting(ArmWindow::arm)
              .containsExactlyInAnyOrderElementsOf(mixed.arms());
          assertThat(block.windows())
              .allSatisfy(window ->
                  assertThat(window.workers())
                      .extracting(WindowWorker::cpu)
                      .isEqualTo(mixed.pair().cpus(window.arm())));
        });
  }

  @Test
  void oneKernelIsRefusedInASentence() throws Exception {
    assertThat(jar.run("cohabit --kernels range").complaints())
        .contains("one kernel has no other beside it: give --kernels two or more");
  }
}
