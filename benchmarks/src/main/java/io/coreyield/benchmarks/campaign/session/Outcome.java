package io.coreyield.benchmarks.campaign.session;

import io.coreyield.analysis.model.trial.Run;
import io.coreyield.analysis.model.trial.RunInfo;
import io.coreyield.analysis.model.trial.Trial;
import io.coreyield.analysis.recording.RunDirectory;
import java.util.List;

/** How a campaign ended, with its run as read back from disk. */
public record Outcome(RunDirectory directory, Run run) {

  public boolean isInterrupted() {
    return run.info().state() == RunInfo.State.INTERRUPTED;
  }

  /** The trials that gave no result. */
  public List<Trial> failures() {
    return run.trials().stream().filter(trial -> !trial.succeeded()).toList();
  }
}
