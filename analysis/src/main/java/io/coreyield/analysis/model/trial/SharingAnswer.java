package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.NamedChoice;

/** What logical CPUs turned out to be. */
public enum SharingAnswer implements NamedChoice {
  /** Each has a core of its own. */
  CORES("cores"),
  /** Each shares a core with another. */
  HYPERTHREADS("hyperthreads"),
  /** Some share a core, others have one of their own. */
  MIXED("mixed"),
  /** All share what one logical CPU does, beyond what the machine declares. */
  ONE_CPU("one-cpu"),
  /** The measurement does not tell. */
  UNKNOWN("unknown");

  private final String id;

  SharingAnswer(String id) {
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
