package io.coreyield.benchmarks.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.CorePair;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import io.coreyield.benchmarks.machine.PlacementOrder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Siblings and their controls on this machine, whatever it has of them. */
class SiblingIT {

  private final Jar jar;

  SiblingIT(@TempDir Path home) throws IOException {
    jar = Jar.copiedTo(home);
  }

  @Test
  void everyModelIsPairedOnTheLogicalCpusOfThePlan() throws Exception {
    assertThat(
            jar.run(
                    "run --kernels array-ports --models platform,virtual,fork-join,process"
                        + " --rounds 1 --no-report --seed 3 --out DIR")
                .complaints())
        .isEmpty();
    Run run = jar.read();
    List<Trial> trials = run.trials().stream().filter(t -> t.pair().count() == 1).toList();

    assertThat(
            trials.stream().flatMap(Trial::pair).map(CorePair::model).collect(Collectors.toSet()))
        .hasSize(4);
    assertThat(trials.stream().flatMap(Trial::pair).distinct()).hasSameSizeAs(trials);
    assertThat(run.info().plan().pairs())
        .containsAll(trials.stream().flatMap(Trial::pair).toList());
    trials.forEach(SiblingIT::requireBlocks);
    assertThat(jar.json("DIR/jmh.json").values())
        .filteredOn(r -> r.get("benchmark").stringValue().endsWith("SiblingBenchmark.block"))
        .hasSameSizeAs(trials)
        .allMatch(r -> r.get("mode").stringValue().equals("ss"));
  }

  private static void requireBlocks(Trial trial) {
    CorePair pair = trial.pair().findFirst().orElseThrow();
    assertThat(trial.failure()).isNull();
    assertThat(trial.measurements())
        .allSatisfy(block -> {
          assertThat(block.windows())
              .extracting(ArmWindow::arm)
              .containsExactlyInAnyOrderElementsOf(pair.arms());
          assertThat(block.taints()).doesNotContain(Taint.MISPLACED);
          assertThat(block.counters().hostCpuNs()).isPositive();
          assertThat(block.operationNs()).isEmpty();
          assertThat(block.windows())
              .allSatisfy(window -> {
                assertThat(window.workers())
                    .extracting(WindowWorker::cpu)
                    .isEqualTo(pair.cpus(window.arm()));
                assertThat(window.workers())
                    .extracting(WindowWorker::firstCpu)
                    .doesNotContainNull();
                // Others can slow a reading, nothing can speed it up.
                assertThat(window.workers().getFirst().clockGHz()).isPositive().isLessThan(7);
                assertThat(block.startNs()).isLessThanOrEqualTo(window.startNs());
                assertThat(block.endNs()).isGreaterThanOrEqualTo(window.endNs());
              });
        });
  }

  /** Under fork-join the pool decides which of its workers takes a share. */
  @Test
  void underEveryPlacementWorkersRunWhereItSays() throws Exception {
    assertThat(
            jar.run(
                    "run --kernels range --placements spread,siblings,same --workers 2 --n 2^22"
                        + " --rounds 1 --no-report --out DIR")
                .complaints())
        .isEmpty();
    Run run = jar.read();
    List<Trial> trials = run.trials().stream().filter(t -> t.configuration().count() == 1).toList();
    assertThat(trials).hasSize(5 * 3);
    for (Trial trial : trials) {
      Configuration c = trial.configuration().findFirst().orElseThrow();
      List<Integer> placed =
          PlacementOrder.of(c.placement(), run.info().machine().topology(), c.workers());
      assertThat(trial.measurements())
          .as(c.label())
          .allSatisfy(iteration -> {
            assertThat(iteration.taints()).doesNotContain(Taint.MISPLACED);
            requireEachOperation(iteration);
            for (int worker = 0; worker < placed.size(); worker++) {
              WorkerTime time = iteration.workers().get(worker);
              List<Integer> allowed =
                  c.model() == ConcurrencyModel.FORK_JOIN ? placed : List.of(placed.get(worker));
              assertThat(time.firstCpu()).isIn(allowed);
              assertThat(time.lastCpu()).isIn(allowed);
            }
          });
    }
  }

  private static void requireEachOperation(Iteration iteration) {
    assertThat(iteration.operationNs()).hasSize((int) iteration.operations());
    long together = iteration.operationNs().stream().mapToLong(Long::longValue).sum();
    assertThat(together).isPositive().isLessThanOrEqualTo(iteration.endNs() - iteration.startNs());
    assertThat(iteration.counters().hostCpuNs()).isPositive();
  }

  @Test
  void plainJmhShowsTheYieldAndItsControls() throws Exception {
    jar.done(
        "SiblingBenchmark -p kernel=range -p first=0 -p second=none -p other=none -p windowMs=10"
            + " -f 1 -wi 1 -i 2 -rf json -rff s.json");
    JsonNode result = jar.json("s.json").get(0);
    assertThat(result.get("mode").stringValue()).isEqualTo("ss");
    assertThat(Set.copyOf(result.get("secondaryMetrics").propertyNames()))
        .contains("floor")
        .doesNotContain("yield", "ceiling");
  }
}
