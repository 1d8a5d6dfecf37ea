package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.NamedChoice;

/** Whether an iteration warms up or counts. */
public enum Phase implements NamedChoice {
  /** Runs the same work and is kept in the record, but counts for no figure. */
  WARMUP,
  MEASUREMENT;

  @Override
  public String toString() {
    return id();
  }
}
