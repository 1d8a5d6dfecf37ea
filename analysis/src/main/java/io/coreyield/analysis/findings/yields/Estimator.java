package io.coreyield.analysis.findings.yields;

/** How an SMT yield was found. */
public enum Estimator {
  /**
   * Within blocks, core by core: X(both siblings) / mean(X(each alone)) − 1. Every arm has a core
   * or one sibling of it at work, so that turbo and the scheduler have no part in it.
   */
  PAIRED("paired"),
  /** X(all logical CPUs) / X(all physical cores) − 1, unpinned: what a whole program gains. */
  CHIP_WIDE("chip-wide");

  private final String id;

  Estimator(String id) {
    this.id = id;
  }

  /** The word in files: {@code paired}, {@code chip-wide}. */
  public String id() {
    return id;
  }

  @Override
  public String toString() {
    return id;
  }
}
