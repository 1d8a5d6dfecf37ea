package io.coreyield.analysis.model.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Plans;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturedTest {

  @Test
  void throughputIsThatOfAllWorkers() {
    Captured.Timing four =
        new Captured.Timing("python multiprocessing", 4, 1L << 28, 6.970, 25.728, 0.048);

    // 4 * 2^28 / 6.97
    assertThat(four.elementsPerSecond()).isCloseTo(154_051_911.62, within(0.01));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Captured.Timing("x", 0, 1, 1, 1, 0))
        .withMessage("0 workers that sum 1 elements each: give 1 or more of both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Captured.Timing("x", 1, 1, 0, 1, 0))
        .withMessageStartingWith("real 0.0, user 1.0, system 0.0 seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Captured.Segment("idle", "f", 2, 1))
        .withMessage("'idle' ends before it starts");
    Captured.Segment segment = new Captured.Segment("idle", "f", 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Captured("dstat", List.of(segment, segment), List.of(), List.of()))
        .withMessage("segment 1 starts before the one before it ends");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Captured("dstat", Collections.nCopies(1001, segment), List.of(), List.of()))
        .withMessage("1001 segments and 0 timings: at most 1000 and 10000 can be held");
  }

  @Test
  void onlyWhatWasMeasuredHasAPlan() {
    RunInfo measured = SimulatedRuns.quick(4, 2).info();
    RunInfo captured = measured.withOrigin(new Captured("dstat", List.of(), List.of(), List.of()));

    assertThatIllegalStateException()
        .isThrownBy(captured::plan)
        .withMessage("a capture was not measured");
    assertThat(captured.simulated()).isFalse();
    Plan empty = Plans.of(List.of(), 0, 1, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Measured("1.37", false, 1, null, empty))
        .withMessage("a plan needs at least one configuration");
  }
}
