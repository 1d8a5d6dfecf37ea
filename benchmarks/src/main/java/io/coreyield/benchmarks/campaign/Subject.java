package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.Clock;
import io.coreyield.analysis.model.Environment;
import io.coreyield.analysis.model.Machine;
import io.coreyield.analysis.model.RunInfo;
import io.coreyield.benchmarks.load.LoadSink;
import java.io.IOException;

/** What a campaign measures: this machine, or one that is simulated. */
interface Subject {

  /** Whether nothing is measured. */
  boolean isSimulated();

  /** What its platform lets trials do. */
  Limits limits();

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
