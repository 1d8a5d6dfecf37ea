package io.coreyield.analysis.findings.trust;

import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.analysis.stats.Estimate;

/** Why a figure or an answer cannot be trusted fully. */
public sealed interface Doubt {

  /** The A/A control differed from itself by a fraction whose whole interval is beyond 1 %. */
  record Differs(Estimate difference) implements Doubt {}

  /** The A/A control is too noisy to show whether the machine was stable. */
  record Noisy(Estimate difference) implements Doubt {}

  /** The machine's speed changed, from first to last, by this fraction. */
  record Drifted(Estimate drift) implements Doubt {}

  /** Something was found before the run. */
  record Warned(Warning warning) implements Doubt {}

  /**
   * Others used the logical CPUs.
   *
   * @param cpus that they used, on average
   * @param of how many
   */
  record Busy(User user, double cpus, int of) implements Doubt {}

  /** Who used logical CPUs. */
  enum User {
    /** Anyone, while nothing of ours ran. */
    IDLE,
    /** The hypervisor, while we measured. */
    HYPERVISOR,
    /** Other programs, while we measured. */
    PROGRAMS
  }

  /** Tainted iterations could not be left out. */
  record Tainted(int tainted, int iterations) implements Doubt {}

  /** Some of the figures behind an answer have none: yields, or without siblings speed-ups. */
  record Partly(int unanswered, int of) implements Doubt {}

  /** The figure itself carries no answer. */
  record Unanswered(String reason) implements Doubt {}

  /** Another tool captured it, and no figure has an interval. */
  record Captured() implements Doubt {}
}
