package io.coreyield.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.model.trial.WindowWorker;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The clock of a simulated core, what it does to throughput, and what a reading of it shows. */
class ChainClockTest {

  /** Five standard deviations of a reading. */
  private static final double READING = 5 * 0.001;

  private static final String DROOP = ", \"turbo\": {\"2\": 0.9}, \"siblingClock\": 0.95";

  private static List<ArmWindow> windows(Trial trial) {
    return trial.iterations().stream().flatMap(i -> i.windows().stream()).toList();
  }

  private static double[] clocks(Iteration block, PairArm arm) {
    return MadeUp.window(block, arm).workers().stream()
        .map(WindowWorker::clockGHz)
        .filter(Objects::nonNull)
        .mapToDouble(Double::doubleValue)
        .toArray();
  }

  private static double firstGHz(ArmWindow window) {
    return Objects.requireNonNull(window.workers().getFirst().clockGHz());
  }

  private static void are(double[] clocks, double... expected) {
    assertThat(clocks).hasSameSizeAs(expected);
    for (int i = 0; i < clocks.length; i++) {
      assertThat(clocks[i] / expected[i]).isCloseTo(1, within(READING));
    }
  }

  @Test
  void oneWorkerOfACoreReadsItsClock() throws Exception {
    Trial trial = new MadeUp(DROOP, 1).run(MadeUp.PAIR, 20);

    assertThat(trial.iterations())
        .allSatisfy(block -> {
          are(clocks(block, PairArm.FIRST), 2);
          are(clocks(block, PairArm.SECOND), 2);
          are(clocks(block, PairArm.OTHER), 2);
          are(clocks(block, PairArm.SAME), 2);
          are(clocks(block, PairArm.BOTH), 2 * 0.95);
          are(clocks(block, PairArm.SEPARATE), 2 * 0.9, 2 * 0.9);
          assertThat(MadeUp.window(block, PairArm.BOTH).workers().getFirst().clockGHz())
              .isNotNull();
          assertThat(MadeUp.window(block, PairArm.SAME).workers().getFirst().clockGHz())
              .isNotNull();
        });
  }

  /** It scatters by 0.1 %: of 1200 readings the deviation is known to 2 % of that. */
  @Test
  void aReadingScattersByATenthOfAPercent() throws Exception {
    double[] logs =
        windows(new MadeUp("", 2).run(MadeUp.PAIR, 200)).stream()
            .mapToDouble(w -> Math.log(firstGHz(w) / 2))
            .toArray();

    assertThat(logs).hasSize(1200);
    assertThat(Math.sqrt(Arrays.stream(logs).map(x -> x * x).average().orElseThrow()))
        .isBetween(0.0009, 0.0011);
  }

  @Test
  void atAnEqualClockSiblingsAreWorthWhatTheFileStates() throws Exception {
    Trial trial = new MadeUp(DROOP, 3).run(MadeUp.PAIR, 20);

    assertThat(trial.iterations())
        .allSatisfy(block -> {
          double first = MadeUp.window(block, PairArm.FIRST).elementsPerSecond();
          double both = MadeUp.window(block, PairArm.BOTH).elementsPerSecond();
          double firstGHz = clocks(block, PairArm.FIRST)[0];
          double bothGHz = clocks(block, PairArm.BOTH)[0];
          assertThat(both / first).isCloseTo(1.25 * 0.95, within(1e-9));
          assertThat(both / bothGHz / (first / firstGHz))
              .isCloseTo(1.25, within(1.25 * 2 * READING));
        });
  }

  @Test
  void aSummationOnBothSiblingsLosesTheClockToo() throws Exception {
    MadeUp run = new MadeUp(DROOP, 4);
    Trial alone = run.run(MadeUp.summation(1, Placement.SIBLINGS), 2);
    Trial both = run.run(MadeUp.summation(2, Placement.SIBLINGS), 2);

    assertThat(2 * busyNs(alone) / busyNs(both)).isCloseTo(1.25 * 0.95, within(1e-6));
  }

  private static double busyNs(Trial trial) {
    return trial.iterations().getLast().workers().getFirst().busyNs();
  }

  @Test
  void theClockDriftsAlongAStraightLineAndThenStays() throws Exception {
    MadeUp run = new MadeUp(", \"drift\": {\"change\": -0.1, \"overSeconds\": 10}", 5);
    double lastSeconds = 0;
    for (int trial = 0; trial < 15; trial++) {
      for (ArmWindow window : windows(run.run(MadeUp.PAIR, 3))) {
        double middle = SimulatedClock.seconds((window.startNs() + window.endNs()) / 2);
        double clock = 1 - 0.1 * Math.min(1, middle / 10);
        if (window.arm() == PairArm.FIRST) {
          assertThat(window.elementsPerSecond()).isCloseTo(MadeUp.ALONE * clock, within(10.0));
          assertThat(firstGHz(window) / 2 / clock).isCloseTo(1, within(READING));
        }
        lastSeconds = middle;
      }
    }
    assertThat(lastSeconds).isGreaterThan(12);
  }
}
