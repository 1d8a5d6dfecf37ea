package io.coreyield.benchmarks.campaign.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Length;
import io.coreyield.benchmarks.campaign.plan.CampaignOptions.Selection;
import io.coreyield.benchmarks.campaign.session.SimulatedCampaigns;
import io.coreyield.benchmarks.simulation.Noise;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the trials of a campaign are, round by round. */
@Execution(ExecutionMode.CONCURRENT)
class TrialLengthsTest {

  private static final long SEED = 20_260_404;

  @TempDir private Path directory;

  /** Windows that vary by far more than forks do. */
  private static final Noise RESTLESS = new Noise(0.005, 0.005, 0.04, 0.01, 0, 0, 0);

  /** Windows that vary by far less. */
  private static final Noise STILL = new Noise(0.005, 0.03, 0.002, 0.01, 0, 0, 0);

  private final StringWriter out = new StringWriter();

  private Run run(String name, Noise noise, int seconds, @Nullable Integer iterations)
      throws Exception {
    Length length = new Length(null, iterations, Duration.ofSeconds(seconds), null);
    return SimulatedCampaigns.run(
            SimulatedCampaigns.machine(name, noise),
            new CampaignOptions(Selection.ANY, true, length),
            SEED,
            directory.resolve("run-" + iterations),
            out)
        .run();
  }

  private static int planned(Plan plan, Workload workload) {
    return switch (workload) {
      case Workload.Pair _, Workload.Mixed _ -> plan.shape().blocks().measurement();
      case Workload.Idle(), Workload.Summation _, Workload.AaRepeat _ ->
          plan.shape().measurementIterations();
    };
  }

  @Test
  void trialsGetLongerWhereIterationsVaryAndTheOutputSaysSo() throws Exception {
    Run run = run("4c8t-quarter", RESTLESS, 1200, null);
    TrialLengths lengths = new TrialLengths(run.info());
    int rounds = 1 + run.trials().getLast().round();

    for (Trial trial : run.trials()) {
      Plan plan = lengths.plan(trial.round(), run.trials());
      assertThat(trial.measurements()).hasSize(planned(plan, trial.workload()));
    }
    assertThat(lengths.plan(rounds - 1, run.trials()).shape().measurementIterations())
        .isGreaterThanOrEqualTo(6);
    assertThat(lengths.plan(rounds - 1, run.trials()).shape().blocks().measurement())
        .isGreaterThanOrEqualTo(6);
    List<String> said = said();
    assertThat(said).isNotEmpty();
    for (int round = 0; round < rounds; round++) {
      assertThat(said).containsAll(lengths.changes(round, run.trials()));
    }
  }

  @Test
  void trialsGetShorterWhereForksVary() throws Exception {
    Run run = run("4c8t-quarter", STILL, 600, null);

    assertThat(run.trials().stream().filter(t -> t.round() == 5))
        .isNotEmpty()
        .allMatch(t -> t.measurements().size() <= Planner.MEASUREMENT_ITERATIONS);
    assertThat(run.trials().stream().filter(t -> t.round() == 5 && t.pair().count() == 1))
        .allMatch(t -> t.measurements().size() == Allocation.MIN);
  }

  /** What was printed, which the log of the test shows, too. */
  private List<String> said() {
    List<String> said =
        out.toString().lines().filter(line -> line.contains(" a fork from round ")).toList();
    said.forEach(System.out::println);
    return said;
  }

  /** So a resumed run goes on as it would have. */
  @Test
  void onlyRoundsBeforeCount() throws Exception {
    Run run = run("4c8t-mixed", RESTLESS, 600, null);
    TrialLengths all = new TrialLengths(run.info());
    for (int round = 0; round <= run.trials().getLast().round(); round++) {
      int now = round;
      List<Trial> before = run.trials().stream().filter(t -> t.round() < now).toList();
      assertThat(new TrialLengths(run.info()).plan(round, before))
          .isEqualTo(all.plan(round, run.trials()));
    }
  }

  @Test
  void askedForIterationsStay() throws Exception {
    Run run = run("4c8t-quarter", RESTLESS, 180, 5);

    assertThat(run.trials()).allMatch(trial -> trial.measurements().size() == 5);
  }

  /** What the budget holds of the first four rounds it still holds when trials may get longer. */
  @ParameterizedTest
  @CsvSource({
    "2c2t-plain, 180", "4c8t-fake, 60", "4c8t-fake, 180",
    "4t-hidden, 180", "64c128t-numa, 180", "64c128t-numa, 300"
  })
  void longerTrialsTakeNothingAwayFromTheFirstFourRounds(String name, int seconds)
      throws Exception {
    Run adaptive = run(name, RESTLESS, seconds, null);
    Run fixed = run(name, RESTLESS, seconds, Planner.MEASUREMENT_ITERATIONS);
    System.out.printf(
        "%s, %d s: %d trials against %d%n",
        name, seconds, adaptive.trials().size(), fixed.trials().size());
    said();

    assertThat(ofFirstRounds(adaptive)).isGreaterThanOrEqualTo(ofFirstRounds(fixed) - 1);
  }

  private static long ofFirstRounds(Run run) {
    return run.trials().stream().filter(t -> t.round() < Planner.MIN_ROUNDS).count();
  }
}
