package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;

/**
 * What a yield is compared with, measured in the same blocks.
 *
 * @param floor what a second worker adds on the same logical CPU; its true value is 0
 * @param ceiling what a second worker adds on a core of its own: 1 where nothing outside the core
 *     is shared
 * @param position of the yield between them: 0 at the floor, 1 at the ceiling
 */
public record Controls(Estimate floor, Estimate ceiling, Estimate position) {

  /** No control was measured. */
  public static Controls unknown(String reason) {
    Estimate unknown = Estimate.unknown(reason);
    return new Controls(unknown, unknown, unknown);
  }
}
