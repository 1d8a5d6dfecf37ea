package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.stats.Estimate;

/** Why a machine was not fit to measure. */
public sealed interface UnfitReason {

  /** The A/A control differed from itself by a fraction whose whole interval is beyond 1 %. */
  record Differs(Estimate difference) implements UnfitReason {}

  /** Something was found before the run. */
  record Warned(Warning warning) implements UnfitReason {}

  /**
   * Others used the logical CPUs.
   *
   * @param cpus that they used, on average
   * @param of how many
   */
  record Busy(User user, double cpus, int of) implements UnfitReason {}

  /** Who used logical CPUs. */
  enum User {
    /** Anyone, while nothing of ours ran. */
    IDLE,
    /** The hypervisor, while we measured. */
    HYPERVISOR,
    /** Other programs, while we measured. */
    PROGRAMS
  }
}
