package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.NamedChoice;

/** Whether an iteration warms up or counts. */
public enum Phase implements NamedChoice {
  /** Runs the same work and is kept in the record, but counts for no figure. */
  WARMUP("warmup"),
  /** Counts. */
  MEASUREMENT("measurement");

  private final String id;

  Phase(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
