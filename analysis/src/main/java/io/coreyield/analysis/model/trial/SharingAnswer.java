package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.NamedChoice;

/** What logical CPUs turned out to be. */
public enum SharingAnswer implements NamedChoice {
  /** Each has a core of its own. */
  CORES,
  /** Each shares a core with another. */
  HYPERTHREADS,
  /** Some share a core, others have one of their own. */
  MIXED,
  /** All share what one logical CPU does, beyond what the machine declares. */
  ONE_CPU,
  /** There is no answer. */
  UNKNOWN;

  @Override
  public String toString() {
    return id();
  }
}
