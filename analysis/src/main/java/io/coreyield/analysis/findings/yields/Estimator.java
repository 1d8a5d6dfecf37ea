package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.NamedChoice;

/** How an SMT yield was found. */
public enum Estimator implements NamedChoice {
  /**
   * Within blocks, core by core: X(both siblings) / mean(X(each alone)) − 1. Every arm has a core
   * or one sibling of it at work, so that turbo and the scheduler have no part in it.
   */
  PAIRED,
  /** X(all logical CPUs) / X(all physical cores) − 1, unpinned: what a whole program gains. */
  CHIP_WIDE;

  @Override
  public String toString() {
    return id();
  }
}
