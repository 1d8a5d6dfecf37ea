package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;

/**
 * What the chain clock says of a yield: the effective clock of the cores in each arm, by the {@code
 * range} kernel, and the yield at an equal clock.
 *
 * @param corrected the yield with each arm's throughput divided by its clock; unknown, with the
 *     reason, where no clock was read
 * @param aloneGHz with one worker on one core
 * @param bothGHz with both siblings of the core at work
 * @param separateGHz with two cores at work
 */
public record ClockCheck(
    Estimate corrected, Estimate aloneGHz, Estimate bothGHz, Estimate separateGHz) {

  /** No clock was read. */
  public static ClockCheck unknown(String reason) {
    Estimate unknown = Estimate.unknown(reason);
    return new ClockCheck(unknown, unknown, unknown, unknown);
  }
}
