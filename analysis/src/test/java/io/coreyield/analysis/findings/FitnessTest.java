package io.coreyield.analysis.findings;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.findings.trust.AaControls;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.wording.AnswerWords;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An idle trial to 2 s, then one worker to 4 s, each with a second of warm-up. */
class FitnessTest {

  private static final long[] NONE = {0, 0};

  private HandMadeRun run = new HandMadeRun(2, 1).idle().trial(0, range(1), 100);

  @Test
  void aQuietMachineIsFit() {
    // 4.5 % of the machine while idle, 1.5 % stolen while measuring.
    assertThat(reasons(90, 1000, 0, 30)).isEmpty();
  }

  @Test
  void whereBackgroundLoadIsNotToldABusyBaselineIsUnfit() {
    run = untold();
    assertThat(reasons(110, 1000, 0, 0))
        .containsExactly("0.11 of 2 logical CPUs were busy while nothing of ours ran");
  }

  @Test
  void whereItIsToldTheBaselineHoldsOurHostProcessToo() {
    assertThat(reasons(110, 1000, 0, 0)).isEmpty();
  }

  private static HandMadeRun untold() {
    return new HandMadeRun(2, 1).idle().using(null).trial(0, range(1), 100);
  }

  @Test
  void stealWhileMeasuringIsUnfit() {
    assertThat(reasons(0, 1000, 0, 50))
        .containsExactly("the hypervisor took 0.05 of 2 logical CPUs away while we measured");
  }

  @Test
  void aLittleBackgroundLoadWhileMeasuringIsFit() {
    // 1.5 of the busy CPUs are our own.
    assertThat(reasons(0, 1590, 0, 0)).isEmpty();
  }

  @Test
  void moreBackgroundLoadWhileMeasuringIsUnfit() {
    assertThat(reasons(0, 1620, 0, 0))
        .containsExactly("other programs kept 0.12 of 2 logical CPUs busy while we measured");
  }

  @Test
  void anIterationThatDoesNotTellHidesNoBackgroundLoad() {
    run.using(null).trial(1, range(1), 100);
    assertThat(reasons(0, 1620, 0, 0))
        .containsExactly("other programs kept 0.12 of 2 logical CPUs busy while we measured");
  }

  @Test
  void stealWhileIdleIsNot() {
    assertThat(reasons(0, 1000, 500, 0)).isEmpty();
  }

  @Test
  void warningsThatSaySoComeFirst() {
    run = untold();
    run.warned("load-high", "the load average was 3").warned("unfit-aa", "two equal arms differed");
    assertThat(reasons(110, 1000, 0, 0))
        .containsExactly(
            "two equal arms differed",
            "0.11 of 2 logical CPUs were busy while nothing of ours ran");
  }

  @Test
  void whatTheRunTellsOutweighsTheLookBeforeIt() {
    run.warned("unfit-background-load", "others kept 1.00 of 2 busy")
        .warned("unfit-battery", "low");
    assertThat(reasons(0, 1000, 0, 0)).containsExactly("low");
  }

  @Test
  void whereTheRunDoesNotTellTheLookBeforeItCounts() {
    run = untold();
    run.warned("unfit-background-load", "others kept 1.00 of 2 busy")
        .warned("unfit-steal", "taken");
    assertThat(reasons(0, 1000, 0, 0)).containsExactly("others kept 1.00 of 2 busy");
  }

  @Test
  void withoutLoadThereIsNothingToBlame() {
    assertThat(Fitness.unfitReasons(run.build(), Loads.of(run.build()), AaControls.of(run.build())))
        .isEmpty();
  }

  private List<String> reasons(long idleMs, long workMs, long idleStealMs, long workStealMs) {
    Run built =
        run.sample(1, NONE, NONE, NONE)
            .sample(2, first(idleMs), NONE, first(idleStealMs))
            .sample(3, first(idleMs), NONE, first(idleStealMs))
            .sample(4, first(idleMs + workMs), NONE, first(idleStealMs + workStealMs))
            .sample(6, first(idleMs + workMs), NONE, first(idleStealMs + workStealMs))
            .build();
    return AnswerWords.unfit(Fitness.unfitReasons(built, Loads.of(built), AaControls.of(built)));
  }

  private static long[] first(long ms) {
    return new long[] {ms, 0};
  }
}
