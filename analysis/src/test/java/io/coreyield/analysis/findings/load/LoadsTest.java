package io.coreyield.analysis.findings.load;

import static io.coreyield.analysis.findings.HandMadeRun.SECOND;
import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.model.trial.CpuUse;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Each trial warms up for a second and measures in the next ones. */
class LoadsTest {

  private static final Offset<Double> EXACT = within(1e-9);
  private static final long[] NONE = {0, 0};

  private final HandMadeRun run = new HandMadeRun(2, 1);

  @Test
  void loadIsWhatTheCountersGainedInTheWindow() {
    run.using(new CpuUse(700_000_000L, 200_000_000L)).trial(0, range(1), 100);
    run.sample(0, NONE, NONE, NONE)
        .sample(1, cpus(1000, 1000), cpus(10, 10), cpus(5, 5))
        .sample(2, cpus(1800, 1200), cpus(110, 10), cpus(55, 5));

    IterationLoad load = Loads.of(run.build()).iterations().getFirst();
    assertThat(load.elementsPerSecond()).isCloseTo(100_000, EXACT);
    assertThat(load.busyCpus()).isCloseTo(1.1, EXACT);
    assertThat(load.systemCpus()).isCloseTo(0.1, EXACT);
    assertThat(load.ownCpus()).isCloseTo(0.9, EXACT);
    assertThat(load.backgroundCpus()).isCloseTo(0.2, EXACT);
    assertThat(load.stealCpus()).isCloseTo(0.05, EXACT);

    TrialLoad trial = Loads.of(run.build()).trials().getFirst();
    assertThat(trial.busyPercent()).containsExactly(90.0, 20.0);
    assertThat(trial.busyCpus()).isCloseTo(1.1, EXACT);
    assertThat(trial.backgroundCpus()).isCloseTo(0.2, EXACT);
  }

  @Test
  void theSamplesThatEncloseTheWindowAreTaken() {
    run.trial(0, range(1), 100);
    run.sample(0.1, NONE, NONE, NONE)
        .sample(0.5, cpus(100, 0), NONE, NONE)
        .sample(1.5, cpus(900, 0), NONE, NONE)
        .sample(2.5, cpus(1100, 0), NONE, NONE)
        .sample(3.5, cpus(2100, 0), NONE, NONE);
    assertThat(only().busyCpus()).isCloseTo(0.5, EXACT);
  }

  @Test
  void whereNoneEncloseItTheOnesInsideAreTaken() {
    run.trial(0, range(1), 100);
    run.sample(1.25, NONE, NONE, NONE).sample(1.75, cpus(200, 200), NONE, NONE);
    assertThat(only().busyCpus()).isCloseTo(0.8, EXACT);
  }

  @Test
  void noSampleAndOneCoverNothing() {
    run.trial(0, range(1), 100);
    assertThat(Loads.of(run.build()).trials()).isEmpty();
    run.sample(1.5, NONE, NONE, NONE);
    assertThat(Loads.of(run.build())).isEqualTo(new Loads(List.of(), List.of()));
  }

  @Test
  void samplesOfAnotherTimeCoverNothing() {
    run.trial(0, range(1), 100).trial(1, range(1), 100);
    run.sample(0, NONE, NONE, NONE)
        .sample(1, NONE, NONE, NONE)
        .sample(2, cpus(500, 0), NONE, NONE)
        .sample(2.5, cpus(700, 0), NONE, NONE);
    Loads loads = Loads.of(run.build());
    assertThat(loads.iterations()).extracting(load -> load.trial().number()).containsExactly(0);
    assertThat(loads.trials()).extracting(load -> load.trial().number()).containsExactly(0);
  }

  @Test
  void aTrialIsTheMeanOfItsIterationsWithoutTheWarmUp() {
    run.using(new CpuUse(SECOND / 2, 0)).trial(0, range(1), 100, 100);
    run.sample(0, NONE, NONE, NONE)
        .sample(1, cpus(1000, 1000), NONE, NONE)
        .sample(2, cpus(1400, 1000), NONE, NONE)
        .sample(3, cpus(2200, 1000), NONE, NONE);
    Loads loads = Loads.of(run.build());
    assertThat(loads.trials().getFirst().busyPercent()).containsExactly(60.0, 0.0);
    // 0.4 and 0.8 busy of which 0.5 are ours: the tick that is missing in one is in the other.
    assertThat(loads.trials().getFirst().backgroundCpus()).isCloseTo(0.1, EXACT);
    assertThat(loads.iterations())
        .extracting(load -> Math.round(10 * load.backgroundCpus()))
        .containsExactly(0L, 3L);
  }

  @Test
  void foreignLoadIsNotKnownWhereOurOwnIsNot() {
    run.using(null).trial(0, range(1), 100);
    run.sample(1, NONE, NONE, NONE).sample(2, cpus(500, 0), NONE, NONE);
    assertThat(only().ownCpus()).isNaN();
    assertThat(only().backgroundCpus()).isNaN();
    assertThat(only().busyCpus()).isCloseTo(0.5, EXACT);
    assertThat(Loads.of(run.build()).trials().getFirst().backgroundCpus()).isNaN();
  }

  @Test
  void countersThatGoBackwardsOrAheadOfTheClockStayInRange() {
    run.trial(0, range(1), 100);
    run.sample(1, cpus(500, 0), NONE, NONE).sample(2, cpus(400, 1010), NONE, NONE);
    assertThat(Loads.of(run.build()).trials().getFirst().busyPercent()).containsExactly(0.0, 100.0);
  }

  @Test
  void idleTrialsCountAndFailedOnesDoNot() {
    run.idle().failed(0, range(1), 100);
    run.sample(0, NONE, NONE, NONE)
        .sample(1, NONE, NONE, NONE)
        .sample(2, cpus(100, 0), NONE, NONE)
        .sample(3, cpus(200, 0), NONE, NONE)
        .sample(4, cpus(1200, 0), NONE, NONE);
    assertThat(only().busyCpus()).isCloseTo(0.1, EXACT);
    assertThat(only().elementsPerSecond()).isNaN();
  }

  private IterationLoad only() {
    Loads loads = Loads.of(run.build());
    assertThat(loads.iterations()).hasSize(1);
    return loads.iterations().getFirst();
  }

  private static long[] cpus(long first, long second) {
    return new long[] {first, second};
  }
}
