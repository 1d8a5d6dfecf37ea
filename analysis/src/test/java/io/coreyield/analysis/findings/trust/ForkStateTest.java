package io.coreyield.analysis.findings.trust;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.findings.HandMadeRun;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.SimulatedRuns;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.stats.SteadyState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ForkStateTest {

  private static final int OPERATIONS = 20;
  private static final long FAST_NS = 10_000_000;

  private final Random random = new Random(20_261);

  @Test
  void aSteadyForkKeepsAll() {
    Run run = run(FAST_NS, FAST_NS, FAST_NS, FAST_NS);

    List<ForkState> states = ForkState.of(run);

    assertThat(states)
        .singleElement()
        .satisfies(state -> {
          assertThat(state.state().kind()).isEqualTo(SteadyState.Kind.FLAT);
          assertThat(state.trimmed()).isZero();
        });
    assertThat(ForkState.trimmed(run, states)).isEqualTo(run);
  }

  @Test
  void iterationsThatBeganBeforeTheSteadyStateAreTrimmed() {
    // The warm-up iteration and the first measurement are slow.
    Run run = run(2 * FAST_NS, 2 * FAST_NS, FAST_NS, FAST_NS);

    List<ForkState> states = ForkState.of(run);

    assertThat(states.getFirst().state().kind()).isEqualTo(SteadyState.Kind.WARM_UP);
    assertThat(states.getFirst().state().start()).isEqualTo(2 * OPERATIONS);
    assertThat(states.getFirst().trimmed()).isEqualTo(1);
    assertThat(ForkState.trimmed(run, states).trials().getFirst().iterations())
        .extracting(Iteration::index)
        .containsExactly(0, 2, 3);
  }

  @Test
  void aForkThatBecomesSteadyInItsLastIterationKeepsAllAndIsShown() {
    Run run = run(2 * FAST_NS, 2 * FAST_NS, 2 * FAST_NS, 2 * FAST_NS);
    Trial slow = run.trials().getFirst();
    List<Iteration> iterations = new ArrayList<>(slow.iterations());
    iterations.set(3, halfFast(iterations.get(3)));
    Run late = run.withTrials(List.of(slow.withIterations(iterations).orElseThrow()));

    List<ForkState> states = ForkState.of(late);

    assertThat(states.getFirst().trimmed()).isZero();
    assertThat(ForkState.trimmed(late, states)).isEqualTo(late);
  }

  @Test
  void aForkThatGetsSlowerIsNotTrimmed() {
    Run run = run(FAST_NS, FAST_NS, FAST_NS, 2 * FAST_NS);

    List<ForkState> states = ForkState.of(run);

    assertThat(states.getFirst().state().kind())
        .isIn(SteadyState.Kind.SLOWDOWN, SteadyState.Kind.NO_STEADY_STATE);
    assertThat(states.getFirst().trimmed()).isZero();
  }

  @Test
  void withoutTimesOfOperationsNothingIsKnown() {
    Run run = SimulatedRuns.quick(2, 1);

    assertThat(ForkState.of(run))
        .isNotEmpty()
        .allSatisfy(s -> assertThat(s.state().kind()).isEqualTo(SteadyState.Kind.UNKNOWN))
        .noneMatch(state -> state.trial().workload() instanceof Workload.Idle);
  }

  private Iteration halfFast(Iteration iteration) {
    List<Long> ns = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      ns.add(i < OPERATIONS / 2 ? 2 * FAST_NS + i : FAST_NS + i);
    }
    return iteration(iteration.index(), ns);
  }

  /** Iterations of twenty operations; the first is the warm-up. */
  private Run run(long... operationNs) {
    List<Iteration> iterations = new ArrayList<>();
    for (long ns : operationNs) {
      List<Long> each =
          LongStream.range(0, OPERATIONS)
              .map(_ -> ns + (long) (0.005 * ns * random.nextGaussian()))
              .boxed()
              .toList();
      iterations.add(iteration(iterations.size(), each));
    }
    Workload workload = new Workload.Summation(HandMadeRun.range(1));
    return SimulatedRuns.quick(2, 1)
        .withTrials(
            List.of(new Trial(0, 0, 0, workload, 0, 10_000_000_000L, null, iterations, null)));
  }

  private static Iteration iteration(int index, List<Long> operationNs) {
    long startNs = index * 1_000_000_000L;
    long ns = operationNs.stream().mapToLong(Long::longValue).sum();
    Phase phase = index == 0 ? Phase.WARMUP : Phase.MEASUREMENT;
    Iteration iteration =
        new Iteration(
            index, phase, startNs, startNs + ns, OPERATIONS, null, 0, List.of(), null, Set.of());
    return Copies.with(iteration, "operationNs", operationNs);
  }
}
