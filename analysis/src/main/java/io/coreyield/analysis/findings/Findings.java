package io.coreyield.analysis.findings;

import io.coreyield.analysis.findings.trust.Trust;
import io.coreyield.analysis.model.trial.Captured;
import io.coreyield.analysis.model.trial.Measured;
import io.coreyield.analysis.model.trial.Run;

/** The numbers and categories that a run gives. The same run always gives the same findings. */
public sealed interface Findings permits MeasuredFindings, CapturedFindings {

  /** Analyses a run: a complete one, an interrupted one, or one without any result. */
  static Findings of(Run run) {
    return switch (run.info().origin()) {
      case Measured _ -> MeasuredFindings.of(run);
      case Captured captured -> CapturedFindings.of(run, captured);
    };
  }

  /** What a comparison reads of a run: the same, without correlations and advice. */
  static Findings toCompare(Run run) {
    return run.info().origin() instanceof Measured ? MeasuredFindings.toCompare(run) : of(run);
  }

  Run run();

  /** What the run says first. */
  Answer answer();

  /** How far to trust what the run says first. */
  default Trust trust() {
    return answer().trust();
  }
}
