package io.coreyield.analysis.model.plan;

import java.util.List;

/**
 * One side of the paired comparison: which logical CPUs of a core work at the same time. There are
 * two workers, 0 and 1. In the swapped arms, which only mixed pairs have, they change places.
 */
public enum PairArm implements NamedChoice {
  /** Worker 0 alone, on the core's first logical CPU. */
  FIRST,
  /** Worker 1 alone, on its SMT sibling. */
  SECOND,
  /** Two workers, one on each sibling. */
  BOTH,
  /** Two workers that share the first logical CPU: the floor. */
  SAME,
  /** Worker 1 alone, on a logical CPU of another core. */
  OTHER,
  /** Two workers, on the first logical CPU and on that of another core: the ceiling. */
  SEPARATE,
  /** Worker 1 alone, on the core's first logical CPU. */
  FIRST_SWAPPED,
  /** Worker 0 alone, on its SMT sibling. */
  SECOND_SWAPPED,
  /** Two workers: 1 on the first logical CPU, 0 on its sibling. */
  BOTH_SWAPPED,
  /** Worker 0 alone, on a logical CPU of another core. */
  OTHER_SWAPPED,
  /** Two workers: 1 on the first logical CPU, 0 on that of another core. */
  SEPARATE_SWAPPED;

  /** Those that run, 0, 1 or both, in order. */
  public List<Integer> workers() {
    return switch (this) {
      case FIRST, SECOND_SWAPPED, OTHER_SWAPPED -> List.of(0);
      case SECOND, OTHER, FIRST_SWAPPED -> List.of(1);
      case BOTH, SAME, SEPARATE, BOTH_SWAPPED, SEPARATE_SWAPPED -> List.of(0, 1);
    };
  }

  @Override
  public String toString() {
    return id();
  }
}
