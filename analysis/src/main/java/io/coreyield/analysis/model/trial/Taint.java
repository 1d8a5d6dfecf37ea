package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.NamedChoice;

/**
 * Why an iteration may not show what the configuration can do. Every reason and its threshold is
 * defined here only.
 */
public enum Taint implements NamedChoice {
  /** A worker was on a CPU for less than this share of its wall time. */
  OFF_CPU(0.99, "a worker was on its CPU for less than 99 % of its wall time"),
  /** A worker that was pinned was found elsewhere: none may be. */
  MISPLACED(0, "a worker was found on another CPU than the placement names"),
  /** An unpinned platform thread or worker JVM moved in more than this share of its operations. */
  MIGRATED(0.1, "the scheduler moved a worker in more than 10 % of its operations"),
  /**
   * The hypervisor took more than this share of the time of the logical CPUs that were worked on.
   */
  STEAL(0.01, "the hypervisor took more than 1 % of the CPUs that were worked on"),
  /** The quota stopped the processes for more than this share of the wall time. */
  THROTTLED(0, "the CPU quota stopped the processes"),
  /** Others' programs took more than this many CPUs' time of those that were worked on. */
  BACKGROUND_LOAD(
      0.1, "other programs took more than 10 % of a CPU on the cores that were worked on"),
  /** The clock of a core changed by more than this fraction within a block. */
  FREQUENCY(0.03, "the clock of a core changed by more than 3 % within a block"),
  /** A task that could have run waited for a CPU for more than this share of the wall time. */
  PRESSURE(0.25, "some task waited for a CPU for more than 25 % of the time (PSI)");

  private final double threshold;
  private final String reason;

  Taint(double threshold, String reason) {
    this.threshold = threshold;
    this.reason = reason;
  }

  /** The bound that taints where it is passed; of {@link #OFF_CPU} where it is not reached. */
  public double threshold() {
    return threshold;
  }

  /** What the matter is, in words, without a full stop. */
  public String reason() {
    return reason;
  }

  @Override
  public String toString() {
    return id();
  }
}
