package io.coreyield.benchmarks.campaign.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.MeasuredFindings;
import io.coreyield.analysis.findings.load.IterationLoad;
import io.coreyield.analysis.findings.yields.Category;
import io.coreyield.analysis.findings.yields.Estimator;
import io.coreyield.analysis.model.plan.ConcurrencyModel;
import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.RunDirectory;
import io.coreyield.analysis.wording.AnswerWords;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions;
import io.coreyield.benchmarks.campaign.plan.Planner;
import io.coreyield.benchmarks.campaign.plan.RoundOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated run is a run like any other, but for its mark. */
@Execution(ExecutionMode.CONCURRENT)
class SimulatedCampaignTest {

  private static final long SEED = 20_260_303;

  @TempDir private Path directory;

  private CampaignSession.Outcome run(
      String machine, CampaignOptions options, long seed, String name) throws Exception {
    return SimulatedCampaigns.run(
        SimulatedCampaigns.machine(machine), options, seed, directory.resolve(name));
  }

  private Run quick(String machine) throws Exception {
    return run(machine, SimulatedCampaigns.quick(), SEED, machine).run();
  }

  @Test
  void itReadsBackMarkedAndComplete() throws Exception {
    CampaignSession.Outcome outcome = run("4c8t-mixed", SimulatedCampaigns.quick(), SEED, "run");
    Run run = new RunDirectory(directory.resolve("run")).read();

    assertThat(run.info()).isEqualTo(outcome.run().info());
    assertThat(run.trials()).isEqualTo(outcome.run().trials()).allMatch(Trial::succeeded);
    assertThat(run.info().simulated()).isTrue();
    assertThat(run.info().state()).isEqualTo(RunInfo.State.COMPLETE);
    assertThat(run.info().measured().seed()).isEqualTo(SEED);
    assertThat(run.load().samples()).isGreaterThan(500);
    assertThat(outcome.directory().jmhJson()).isNotEmptyFile();
    assertThat(MeasuredFindings.of(run).trust().isAnswer()).isTrue();
  }

  /** Its plan is the one that the planner makes for such a machine, and its rounds are shuffled. */
  @Test
  void planAndRoundsAreThoseOfAMeasuredRun() throws Exception {
    Run run = quick("4c8t-mixed");
    for (int round = 0; round < 3; round++) {
      int wanted = round;
      assertThat(
              run.trials().stream()
                  .filter(t -> t.number() > 0 && t.round() == wanted)
                  .map(Trial::workload))
          .isEqualTo(RoundOrder.of(run.info().plan(), SEED, round));
    }
  }

  @Test
  void itKeepsItsBudgetOnItsOwnClock() throws Exception {
    Run run = quick("4c8t-mixed");
    double seconds = (run.trials().getLast().endNs() - run.trials().getFirst().startNs()) / 1e9;

    assertThat(seconds)
        .isBetween(
            150.0,
            (double) CampaignOptions.DEFAULT_BUDGET.minus(Planner.FOR_THE_REPORT).toSeconds());
    RunInfo info = run.info();
    assertThat(info.clock().utc()).isEqualTo(info.start());
    assertThat(info.end()).isEqualTo(info.clock().toUtc(run.trials().getLast().endNs()));
  }

  @Test
  void oneSeedGivesOneRunByteByByte() throws Exception {
    run("4c8t-mixed", SimulatedCampaigns.quick(), SEED, "one");
    run("4c8t-mixed", SimulatedCampaigns.quick(), SEED, "same");
    run("4c8t-mixed", SimulatedCampaigns.quick(), SEED + 1, "other");
    for (String file : List.of("run.json", "trials.jsonl", "load.csv", "jmh.json")) {
      assertThat(directory.resolve("same/" + file))
          .hasSameBinaryContentAs(directory.resolve("one/" + file));
      assertThat(Files.readString(directory.resolve("other/" + file)))
          .isNotEqualTo(Files.readString(directory.resolve("one/" + file)));
    }
  }

  @Test
  void withoutSiblingsNoYieldIsInvented() throws Exception {
    MeasuredFindings findings = MeasuredFindings.of(quick("2c2t-plain"));

    assertThat(findings.yields()).isNotEmpty();
    assertThat(findings.yields()).noneMatch(y -> y.yield().hasValue());
    assertThat(findings.yields()).allMatch(y -> y.category() == Category.UNKNOWN);
    assertThat(findings.yields().stream().filter(y -> y.estimator() == Estimator.PAIRED))
        .isNotEmpty()
        .allSatisfy(y -> {
          assertThat(y.controls().floor().value()).isBetween(-0.03, 0.03);
          assertThat(y.controls().ceiling().value()).isBetween(0.94, 1.06);
        });
    assertThat(AnswerWords.sentence(findings.answer()))
        .contains("each of the 2 logical CPUs is a whole core, as the system declares");
  }

  @Test
  void aNeighbourTaintsTheWindowsOfItsCpuAndShowsAsBackgroundLoad() throws Exception {
    Run run = quick("4c8t-neighbour");
    List<Iteration> onItsCore = blocks(run, 1);
    List<Iteration> elsewhere = blocks(run, 3);
    double background =
        MeasuredFindings.of(run).loads().iterations().stream()
            .filter(load -> load.trial().configuration().findAny().isPresent())
            .mapToDouble(IterationLoad::backgroundCpus)
            .average()
            .orElseThrow();

    assertThat(onItsCore).isNotEmpty().allMatch(i -> i.taints().equals(Set.of(Taint.OFF_CPU)));
    assertThat(elsewhere).isNotEmpty().allMatch(i -> i.taints().isEmpty());
    // It takes 30 % of one logical CPU; counters go in steps of 10 ms.
    assertThat(background).isBetween(0.25, 0.35);
  }

  private static List<Iteration> blocks(Run run, int firstCpu) {
    return run.trials().stream()
        .filter(t -> t.pair().anyMatch(p -> p.first() == firstCpu))
        .flatMap(t -> t.iterations().stream())
        .toList();
  }

  @Test
  void workersAreWhereTheirArmSays() throws Exception {
    Run run = quick("4c8t-mixed");

    assertThat(
            run.trials().stream()
                .flatMap(t -> t.iterations().stream())
                .flatMap(i -> i.windows().stream())
                .flatMap(w -> w.workers().stream()))
        .isNotEmpty()
        .noneMatch(w -> w.isMisplaced());
    assertThat(run.trials().stream().flatMap(t -> t.iterations().stream()))
        .allMatch(i -> i.taints().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"30s", "60s", "600s"})
  void anyBudgetIsKept(String budget) throws Exception {
    Duration time = Duration.parse("PT" + budget);
    Run run =
        run(
                "4c8t-quarter",
                SimulatedCampaigns.options(List.of(), List.of(), List.of(), null, time),
                SEED,
                budget)
            .run();

    assertThat((run.trials().getLast().endNs() - run.trials().getFirst().startNs()) / 1e9)
        .isLessThan((double) time.toSeconds());
    assertThat(run.trials()).hasSizeGreaterThan(3);
  }

  @Test
  void optionsChooseWhatIsRun() throws Exception {
    Run run =
        run(
                "64c128t-numa",
                SimulatedCampaigns.options(
                    List.of(Kernel.ARRAY_CHASE),
                    List.of(ConcurrencyModel.PROCESS, ConcurrencyModel.GLOBAL_LOCK),
                    List.of(1, 200),
                    2,
                    null),
                SEED,
                "asked")
            .run();

    assertThat(run.trials().stream().flatMap(Trial::configuration))
        .extracting(c -> "%s %s %d".formatted(c.kernel(), c.model(), c.workers()))
        .containsOnly(
            "array-chase process 1", "array-chase process 200",
            "array-chase global-lock 1", "array-chase global-lock 200");
  }
}
