package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.model.plan.Plan;
import io.coreyield.analysis.model.plan.Workload;
import io.coreyield.analysis.model.trial.Trial;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Runs the trials of one run and samples the load until it is closed. */
public interface TrialSource extends AutoCloseable {

  /**
   * Runs a trial to its end, or until the limit, after which it has failed.
   *
   * @param number of the trial in the run
   * @param fork of the configuration in the run
   */
  Trial run(Workload workload, Plan plan, int number, int round, int fork, Duration limit);

  /** What the reader of the run must know of how its trials were run. */
  default List<Warning> warnings() {
    return List.of();
  }

  @Override
  default void close() throws IOException {}
}
