package io.coreyield.analysis.model.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.coreyield.analysis.model.plan.Plan;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ImportedTest {

  @Test
  void throughputIsThatOfAllWorkers() {
    Imported.Timing four =
        new Imported.Timing("python multiprocessing", 4, 1L << 28, 6.970, 25.728, 0.048);

    // 4 * 2^28 / 6.97
    assertThat(four.elementsPerSecond()).isCloseTo(154_051_911.62, within(0.01));
  }

  @Test
  void refusesWhatCannotBe() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Imported.Timing("x", 0, 1, 1, 1, 0))
        .withMessage("0 workers that sum 1 elements each: give 1 or more of both");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Imported.Timing("x", 1, 1, 0, 1, 0))
        .withMessageStartingWith("real 0.0, user 1.0, system 0.0 seconds");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Imported.Segment("idle", "f", 2, 1))
        .withMessage("'idle' ends before it starts");
    Imported.Segment segment = new Imported.Segment("idle", "f", 1, 2);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Imported("dstat", List.of(segment, segment), List.of()))
        .withMessage("segment 1 starts before the one before it ends");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Imported("dstat", Collections.nCopies(1001, segment), List.of()))
        .withMessage("1001 segments and 0 timings: at most 1000 and 10000 can be held");
  }

  @Test
  void oneRunIsEitherOursOrAnotherTools() {
    RunInfo ours = SimulatedRuns.quick(SimulatedRuns.machine(4, 2)).info();
    Imported imported = new Imported("dstat", List.of(), List.of());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(ours, ours.plan(), imported))
        .withMessage("what another tool captured has no plan of ours");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> with(ours, Plan.ofCapture(1000), null))
        .withMessage("a plan needs at least one configuration");
    assertThat(with(ours, Plan.ofCapture(1000), imported).plan().isEmpty()).isTrue();
  }

  private static RunInfo with(RunInfo info, Plan plan, @Nullable Imported imported) {
    return new RunInfo(
        info.toolVersion(),
        info.jmhVersion(),
        false,
        imported,
        List.of(),
        1,
        info.start(),
        info.end(),
        info.state(),
        info.clock(),
        info.machine(),
        info.environment(),
        plan,
        info.warnings());
  }
}
