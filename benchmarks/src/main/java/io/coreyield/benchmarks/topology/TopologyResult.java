package io.coreyield.benchmarks.topology;

import io.coreyield.analysis.model.trial.PairsRun;
import io.coreyield.analysis.model.trial.RunInfo;
import java.nio.file.Path;

/**
 * How a measurement of pairs ended.
 *
 * @param directory of its files
 * @param run what it found
 */
public record TopologyResult(Path directory, PairsRun run) {

  /** Whether the user ended it. */
  public boolean isInterrupted() {
    return run.state() == RunInfo.State.INTERRUPTED;
  }
}
