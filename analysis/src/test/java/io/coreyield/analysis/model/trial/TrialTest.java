package io.coreyield.analysis.model.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Plans;
import io.coreyield.analysis.model.plan.Workload;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TrialTest {

  private static final Run QUICK = SimulatedRuns.quick(2, 2);

  private static Iteration iteration(Phase phase, long startNs, long endNs, long operations) {
    return new Iteration(0, phase, startNs, endNs, operations, null, 0, List.of(), null, Set.of());
  }

  private static Trial trial(List<Iteration> iterations) {
    return new Trial(0, 0, 0, new Workload.Idle(), 0, 2_500_000_000L, null, iterations, null);
  }

  @Test
  void warmupDoesNotCount() {
    Iteration warmup = iteration(Phase.WARMUP, 0, 1, 1);
    Iteration measured = iteration(Phase.MEASUREMENT, 5, 25, 1);
    Trial trial = trial(List.of(warmup, measured));

    assertThat(trial.measurements()).containsExactly(measured);
    assertThat(trial.wallSeconds()).isEqualTo(2.5);
    assertThat(measured.durationNs()).isEqualTo(20);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> trial(List.of(warmup)))
        .withMessage("trial 0 has no measurement iteration and no failure");
  }

  @Test
  void refusesEmptyWindowsAndCountsAndScoresThatAreNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> iteration(Phase.MEASUREMENT, 5, 5, 1))
        .withMessage("iteration 0 ends at 5, not after its start 5");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> iteration(Phase.MEASUREMENT, 5, 6, 0))
        .withMessageStartingWith("iteration 0 with 0 operations");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CpuUse(-1, 0))
        .withMessage("CPU time is 0 or more: userNs -1, systemNs 0");
    for (double score : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() ->
              new Iteration(0, Phase.MEASUREMENT, 1, 2, 1, score, 0, List.of(), null, Set.of()))
          .withMessage("iteration 0 has score %s: it must be positive and finite", score);
    }
  }

  @Test
  void shareOnCpu() {
    assertThat(new WorkerTime(200, 150L, 0, 0, 0).onCpuShare()).isEqualTo(0.75);
    assertThat(new WorkerTime(200, null, 0, 0, 0).onCpuShare()).isNaN();
    assertThat(new WorkerTime(0, 0L, 0, 0, 0).onCpuShare()).isNaN();
    assertThatIllegalArgumentException().isThrownBy(() -> new WorkerTime(1, -1L, 0, 0, 0));
  }

  @Test
  void clockMapsToUtc() {
    Clock clock = new Clock(Instant.parse("2026-01-02T03:04:05Z"), 1_000_000_000L);

    assertThat(clock.toUtc(2_500_000_000L)).isEqualTo("2026-01-02T03:04:06.500Z");
    assertThat(clock.toUtc(0)).isEqualTo("2026-01-02T03:04:04Z");
  }

  @Test
  void runFindsTheTrialsOfAConfiguration() {
    Configuration first = QUICK.info().plan().configurations().getFirst();

    assertThat(QUICK.trialsOf(first)).hasSize(3);
    assertThat(QUICK.trialsOf(first.withWorkers(77))).isEmpty();
    assertThat(QUICK.configurations()).isEqualTo(QUICK.info().plan().configurations());
  }

  @Test
  void refusesARunAndAPlanWithTheSameTwice() {
    List<Trial> twice = List.of(QUICK.trials().getFirst(), QUICK.trials().getFirst());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Run(QUICK.info(), twice, QUICK.load(), List.of()))
        .withMessage("two trials have one number");

    Configuration first = QUICK.info().plan().configurations().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Plans.of(List.of(first, first), 1, 1, 1))
        .withMessage("the plan contains a configuration twice");
  }
}
