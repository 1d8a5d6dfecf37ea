package io.coreyield.benchmarks.simulation;

import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.benchmarks.load.IterationRecorder;
import java.util.List;
import java.util.Optional;

/** A fork that sleeps. */
final class IdleFork {

  private static final long SLEEP_NS = 100_000_000;

  private final SimulatedClock clock;
  private final SimulatedLoad load;
  private final Plan plan;
  private final IterationRecorder recorder = new IterationRecorder(0, List.of(), false);

  IdleFork(MachineRun run, Plan plan) {
    this.clock = run.clock();
    this.load = run.load();
    this.plan = plan;
  }

  Iteration iteration(int index, Phase phase) {
    recorder.reset();
    long startNs = clock.nanoTime();
    int operations = 0;
    do {
      long fromNs = clock.nanoTime();
      load.idle(SLEEP_NS);
      recorder.operation(fromNs, clock.nanoTime());
      operations++;
    } while (clock.nanoTime() - startNs < plan.shape().iterationMs() * 1_000_000L);
    double score = (clock.nanoTime() - startNs) / 1e6 / operations;
    return recorder
        .report(phase, Optional.of(new CpuUse(0, 0)))
        .toIteration(index, phase == Phase.MEASUREMENT ? score : null);
  }
}
