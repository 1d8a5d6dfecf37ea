package io.coreyield.analysis.findings.trust;

import static io.coreyield.analysis.findings.HandMadeRun.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.findings.load.Loads;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.stats.Estimate;
import io.coreyield.analysis.wording.DoubtWords;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An idle trial to 2 s, then one worker to 4 s, each with a second of warm-up. */
class MachineTrustTest {

  private static final long[] NONE = {0, 0};

  private HandMadeRun run = new HandMadeRun(2, 1).idle().trial(0, range(1), 100);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "'4.5 % of the machine while idle, 1.5 % stolen while measuring', 90, 1000, 0, 30,",
    "our host process while idle, 110, 1000, 0, 0,",
    "steal while idle, 0, 1000, 500, 0,",
    "steal while measuring, 0, 1000, 0, 50, the hypervisor took 0.05 of 2 logical CPUs away while we measured",
    "1.5 of the busy CPUs are our own, 0, 1590, 0, 0,",
    "more background load, 0, 1620, 0, 0, other programs kept 0.12 of 2 logical CPUs busy while we measured"
  })
  void whatLowersTrust(
      String what,
      long idleMs,
      long workMs,
      long idleStealMs,
      long workStealMs,
      @Nullable String reason) {
    assertThat(reasons(idleMs, workMs, idleStealMs, workStealMs))
        .isEqualTo(reason == null ? List.of() : List.of(reason));
  }

  @Test
  void whereBackgroundLoadIsNotToldABusyBaselineIsUnfit() {
    run = untold();
    assertThat(reasons(110, 1000, 0, 0))
        .containsExactly("0.11 of 2 logical CPUs were busy while nothing of ours ran");
  }

  private static HandMadeRun untold() {
    return new HandMadeRun(2, 1).idle().using(null).trial(0, range(1), 100);
  }

  @Test
  void anIterationThatDoesNotTellHidesNoBackgroundLoad() {
    run.using(null).trial(1, range(1), 100);
    assertThat(reasons(0, 1620, 0, 0))
        .containsExactly("other programs kept 0.12 of 2 logical CPUs busy while we measured");
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

  @ParameterizedTest
  @ValueSource(strings = {"unfit-quota-changed", "unfit-cpus-changed"})
  void aMachineThatChangedMeanwhileHasNoAnswer(String code) {
    run.warned(code, "it was another one");
    assertThat(found(0, 1000, 0, 0))
        .extracting(Trust::level)
        .containsExactly(Trust.Level.NO_ANSWER);
  }

  /** The two names of the control differ because the quota changed. */
  @Test
  void theCauseComesBeforeWhatItDidToTheControl() {
    AaControl control = new AaControl(null, 2, Estimate.of(0.2, 0.1, 0.3), Estimate.of(0, -1, 1));
    Run changed = run.warned("unfit-quota-changed", "it was another one").build();

    assertThat(DoubtWords.reasons(MachineTrust.of(changed, Loads.of(changed), control)))
        .startsWith("it was another one")
        .hasSize(2);
  }

  @Test
  void withoutLoadThereIsNothingToBlame() {
    assertThat(MachineTrust.of(run.build(), Loads.of(run.build()), AaControl.of(run.build())))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1680, LIMITED", "1720, NO_ANSWER"})
  void aTenthOfTheMachineTakesTheAnswerAway(long workMs, Trust.Level level) {
    assertThat(found(0, workMs, 0, 0)).extracting(Trust::level).containsExactly(level);
  }

  private List<String> reasons(long idleMs, long workMs, long idleStealMs, long workStealMs) {
    return DoubtWords.reasons(found(idleMs, workMs, idleStealMs, workStealMs));
  }

  private List<Trust> found(long idleMs, long workMs, long idleStealMs, long workStealMs) {
    Run built =
        run.sample(1, NONE, NONE, NONE)
            .sample(2, first(idleMs), NONE, first(idleStealMs))
            .sample(3, first(idleMs), NONE, first(idleStealMs))
            .sample(4, first(idleMs + workMs), NONE, first(idleStealMs + workStealMs))
            .sample(6, first(idleMs + workMs), NONE, first(idleStealMs + workStealMs))
            .build();
    return MachineTrust.of(built, Loads.of(built), AaControl.of(built));
  }

  private static long[] first(long ms) {
    return new long[] {ms, 0};
  }
}
