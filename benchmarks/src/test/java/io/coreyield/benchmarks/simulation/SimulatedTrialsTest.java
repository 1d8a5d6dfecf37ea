package io.coreyield.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What forks do in the course of their work, against each other, and to their counters. */
class SimulatedTrialsTest {

  private static final long WINDOW_NS = 25_000_000;

  private static final Workload.Summation FIRST_NAME = MadeUp.summation(4, Placement.SPREAD);
  private static final Workload.AaRepeat SECOND_NAME =
      new Workload.AaRepeat(FIRST_NAME.configuration());

  private static final String STEPS =
      """
      , "warmUp": {"seconds": 0.3, "slowdown": 0.5}, "slowdownAfter": {"seconds": 0.8, "slowdown": 0.1}\
      """;

  /** The speed at an age by the steps above. */
  private static double pace(double ageSeconds) {
    if (ageSeconds < 0.3) {
      return 1 / 1.5;
    }
    return ageSeconds < 0.8 ? 1 : 1 / 1.1;
  }

  private static double ageSeconds(Trial trial, long momentNs) {
    return (momentNs - trial.iterations().getFirst().startNs()) / 1e9;
  }

  @Test
  void aForkWarmsUpAndLaterGetsSlowerInSteps() throws Exception {
    Trial trial = new MadeUp(STEPS, 1).run(MadeUp.summation(1, Placement.SPREAD), 60);
    double alone = FIRST_NAME.configuration().elements() / MadeUp.ALONE;

    assertThat(trial.iterations())
        .allSatisfy(i ->
            assertThat(i.workers().getFirst().busyNs() / 1e9)
                .isCloseTo(alone / pace(ageSeconds(trial, i.startNs())), within(1e-8)));
    assertThat(ageSeconds(trial, trial.iterations().getLast().startNs())).isGreaterThan(1);
  }

  @Test
  void theStepsOfAPairCountFromItsFirstBlock() throws Exception {
    Trial trial = new MadeUp(STEPS, 2).run(MadeUp.PAIR, 10);
    for (Iteration block : trial.iterations()) {
      for (ArmWindow window : block.windows()) {
        if (window.arm() == PairArm.FIRST) {
          assertThat(window.elementsPerSecond())
              .isCloseTo(MadeUp.ALONE * pace(ageSeconds(trial, window.startNs())), within(10.0));
        }
      }
    }
  }

  /** Of 1000 operations the deviation is known to 2 %. */
  @Test
  void eachOperationScattersByItself() throws Exception {
    double[] logs =
        new MadeUp(", \"noise\": {\"operation\": 0.02}", 3)
            .run(FIRST_NAME, 1000).iterations().stream()
                .mapToDouble(i -> Math.log((double) i.durationNs()))
                .toArray();
    double mean = Arrays.stream(logs).average().orElseThrow();
    double deviation =
        Math.sqrt(Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).average().orElseThrow());

    assertThat(deviation).isBetween(0.018, 0.022);
  }

  @Test
  void bothNamesOfTheControlAreOneInTruth() throws Exception {
    MadeUp run = new MadeUp("", 4);

    assertThat(speed(run.run(FIRST_NAME, 3))).isEqualTo(speed(run.run(SECOND_NAME, 3)));
  }

  /**
   * Forks scatter by 5 %, so that the mean difference of 400 rounds does by 0.05 · sqrt(2 / 400) =
   * 0.0035, and the correlation by 1 / sqrt(400) = 0.05.
   */
  @Test
  void bothNamesOfTheControlScatterByThemselves() throws Exception {
    MadeUp run = new MadeUp(", \"noise\": {\"fork\": 0.05}", 5);
    int rounds = 400;
    double product = 0;
    double difference = 0;
    double truth = Math.log(speed(new MadeUp("", 5).run(FIRST_NAME, 3)));
    for (int round = 0; round < rounds; round++) {
      double first = Math.log(speed(run.run(FIRST_NAME, 3))) - truth;
      double second = Math.log(speed(run.run(SECOND_NAME, 3))) - truth;
      assertThat(first).isNotEqualTo(second);
      product += first * second / (0.05 * 0.05) / rounds;
      difference += (first - second) / rounds;
    }
    assertThat(product).isBetween(-0.2, 0.2);
    assertThat(difference).isBetween(-0.014, 0.014);
  }

  private static double speed(Trial trial) {
    return 1e9 / trial.iterations().getLast().durationNs();
  }

  private static final String NOISE =
      """
      , "noise": {"core": 0.01, "fork": 0.02, "window": 0.02, "operation": 0.01}\
      """;
  private static final String BURSTS_ON_3 =
      """
      , "backgroundPrograms": [{"cpu": 3, "share": 0.9, "meanOnSeconds": 0.2, "meanOffSeconds": 0.3}]\
      """;

  private static List<Trial> twoTrials(MadeUp run) {
    return List.of(run.run(MadeUp.PAIR, 4), run.run(FIRST_NAME, 4));
  }

  @Test
  void oneSeedGivesOneRun() throws Exception {
    String all = NOISE + BURSTS_ON_3 + STEPS + ", \"siblingClock\": 0.9";
    MadeUp one = new MadeUp(all, 8);
    MadeUp same = new MadeUp(all, 8);
    List<Trial> trials = twoTrials(one);

    assertThat(twoTrials(same)).isEqualTo(trials);
    assertThat(same.samples).isEqualTo(one.samples);
    assertThat(twoTrials(new MadeUp(all, 9))).isNotEqualTo(trials);
  }

  /** So that a machine is the same with and without one. */
  @Test
  void aNeighbourElsewhereChangesNoOtherNumber() throws Exception {
    Trial without = new MadeUp(NOISE, 10).run(MadeUp.PAIR, 10);

    assertThat(new MadeUp(NOISE + BURSTS_ON_3, 10).run(MadeUp.PAIR, 10)).isEqualTo(without);
  }

  @Test
  void workersThatShareALogicalCpuWaitForIt() throws Exception {
    MadeUp run = new MadeUp("", 6);
    List<Iteration> blocks = run.run(MadeUp.PAIR, 3).iterations();
    List<Iteration> spread = run.run(FIRST_NAME, 3).iterations();
    List<Iteration> same = run.run(MadeUp.summation(2, Placement.SAME), 3).iterations();

    assertThat(blocks).allMatch(i -> Long.valueOf(WINDOW_NS).equals(i.counters().pressureNs()));
    assertThat(spread).allMatch(i -> Long.valueOf(0).equals(i.counters().pressureNs()));
    assertThat(same)
        .allSatisfy(i -> assertThat(pressureNs(i)).isEqualTo(i.durationNs() - i.dispatchNs()));
  }

  @Test
  void workersWaitWhileANeighbourRuns() throws Exception {
    MadeUp run = new MadeUp(", \"backgroundPrograms\": [{\"cpu\": 0, \"share\": 0.3}]", 7);
    List<Iteration> blocks = run.run(MadeUp.PAIR, 3).iterations();
    List<Iteration> alone = run.run(MadeUp.summation(1, Placement.SPREAD), 3).iterations();

    // Arms first, both and separate have a worker on logical CPU 0; arm same has two.
    assertThat(blocks)
        .allSatisfy(
            i -> assertThat(pressureNs(i)).isEqualTo(Math.round((1 + 3 * 0.3) * WINDOW_NS)));
    assertThat(alone)
        .allSatisfy(i -> {
          WorkerTime worker = i.workers().getFirst();
          assertThat((double) pressureNs(i)).isCloseTo(0.3 * worker.busyNs(), within(2.0));
        });
  }

  private static long pressureNs(Iteration iteration) {
    return Objects.requireNonNull(iteration.counters().pressureNs());
  }
}
