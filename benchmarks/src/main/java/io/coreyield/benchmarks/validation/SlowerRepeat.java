package io.coreyield.benchmarks.validation;

import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Run;
import java.util.stream.Stream;

/** A run whose A/A control has a true difference: its second name takes longer. */
final class SlowerRepeat {

  /** Its throughput is 1/1.05 of that of the first name. */
  static final double SLOWDOWN = 0.05;

  private SlowerRepeat() {}

  /** The same run, with every iteration under the second name made longer. */
  static Run of(Run run) {
    return run.withTrials(
        run.trials().stream()
            .flatMap(trial ->
                trial.workload() instanceof Workload.AaRepeat
                    ? trial
                        .withIterations(
                            trial.iterations().stream().map(SlowerRepeat::longer).toList())
                        .stream()
                    : Stream.of(trial))
            .toList());
  }

  private static Iteration longer(Iteration i) {
    return new Iteration(
        i.index(),
        i.phase(),
        i.startNs(),
        i.endNs() + Math.round(SLOWDOWN * i.durationNs()),
        i.operations(),
        i.score(),
        i.dispatchNs(),
        i.workers(),
        i.taints(),
        i.windows(),
        i.operationNs(),
        i.counters());
  }
}
