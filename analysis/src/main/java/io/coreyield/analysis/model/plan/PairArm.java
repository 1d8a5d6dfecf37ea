package io.coreyield.analysis.model.plan;

/** One side of the paired comparison: which logical CPUs of a core work at the same time. */
public enum PairArm implements NamedChoice {
  /** One worker, on the core's first logical CPU. */
  FIRST,
  /** One worker, on its SMT sibling. */
  SECOND,
  /** Two workers, one on each sibling. */
  BOTH,
  /** Two workers that share the first logical CPU: the floor. */
  SAME,
  /** One worker, on a logical CPU of another core. */
  OTHER,
  /** Two workers, on the first logical CPU and on that of another core: the ceiling. */
  SEPARATE;

  @Override
  public String toString() {
    return id();
  }
}
