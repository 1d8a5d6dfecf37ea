package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.IterationCounters;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a fork reports. */
class IterationReportTest {

  static final IterationReport FULL =
      new IterationReport(
          Phase.MEASUREMENT,
          1_000,
          9_000,
          7,
          123,
          List.of(new WorkerTime(400, 399L, 3, 5, 2), new WorkerTime(401, 0L, 0, 0, 0)),
          new CpuUse(10, 20),
          Set.of(Taint.OFF_CPU, Taint.MISPLACED),
          List.of(
              new ArmWindow(
                  PairArm.BOTH,
                  -5,
                  70,
                  List.of(
                      new WindowWorker(3, 1.5, 75, 74L, 3, 3, 2.9),
                      new WindowWorker(7, 2, 80, null, null, null, null)))),
          List.of(1L, 2L, 3L, 4L, 5L, 6L, Long.MAX_VALUE),
          Map.of("dispatch", 1.5, "einschließlich", Double.NaN));

  @Test
  void becomesAnIterationWithItsScore() {
    IterationCounters counters = new IterationCounters(null, 7L, 1L, null, 9L);
    assertThat(FULL.toIteration(4, 2.5, counters))
        .isEqualTo(
            new Iteration(
                4,
                Phase.MEASUREMENT,
                1_000,
                9_000,
                7,
                2.5,
                123,
                FULL.workers(),
                FULL.taints(),
                FULL.windows(),
                FULL.operationNs(),
                new IterationCounters(FULL.cpuUse(), 7L, 1L, null, 9L)));
  }

  @ParameterizedTest
  @CsvSource({"-1, 0", "1, -1"})
  void negativeCountsAreRefused(long operations, long dispatchNs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Copies.with(FULL, "operations", operations, "dispatchNs", dispatchNs))
        .withMessageEndingWith("neither may be negative");
  }
}
