package io.coreyield.benchmarks.campaign;

import io.coreyield.analysis.model.Run;
import io.coreyield.analysis.model.RunInfo;
import io.coreyield.analysis.model.Trial;
import io.coreyield.analysis.recording.RunDirectory;
import java.util.List;

/**
 * How a campaign ended.
 *
 * @param directory where the run lies
 * @param run as it was read back from there
 */
public record Outcome(RunDirectory directory, Run run) {

  /** Whether the user ended it. */
  public boolean isInterrupted() {
    return run.info().state() == RunInfo.State.INTERRUPTED;
  }

  /** The trials that gave no result. */
  public List<Trial> failures() {
    return run.trials().stream().filter(trial -> !trial.succeeded()).toList();
  }
}
