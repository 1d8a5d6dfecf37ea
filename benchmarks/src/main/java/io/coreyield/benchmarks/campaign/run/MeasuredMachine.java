package io.coreyield.benchmarks.campaign.run;

import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.trial.Clock;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.benchmarks.campaign.plan.PlatformLimits;
import io.coreyield.benchmarks.load.LoadSink;
import java.io.IOException;

/** What a campaign measures: this machine, or one that is simulated. */
public interface MeasuredMachine {

  /** Whether nothing is measured. */
  boolean isSimulated();

  /** What its platform lets trials do. */
  PlatformLimits limits();

  /** Reads what it is. */
  Machine machine();

  /** Reads what runs run under. */
  Environment environment();

  /** Now, on both clocks. */
  Clock now();

  /** When the user began to wait, on the run's clock. */
  long startNs();

  /**
   * Makes ready to run trials.
   *
   * @param sink takes the load
   * @throws IOException if it cannot
   */
  TrialSource open(RunInfo info, LoadSink sink) throws IOException;
}
