package io.coreyield.analysis.model.plan;

/** One side of the paired comparison: which logical CPUs of a core work at the same time. */
public enum PairArm implements NamedChoice {
  /** One worker, on the core's first logical CPU. */
  FIRST("first"),
  /** One worker, on its SMT sibling. */
  SECOND("second"),
  /** Two workers, one on each sibling. */
  BOTH("both"),
  /** Two workers that share the first logical CPU: the floor. */
  SAME("same"),
  /** One worker, on a logical CPU of another core. */
  OTHER("other"),
  /** Two workers, on the first logical CPU and on that of another core: the ceiling. */
  SEPARATE("separate");

  private final String id;

  PairArm(String id) {
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
