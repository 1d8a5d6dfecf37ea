package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.stats.Estimate;

/**
 * What a yield is compared with, measured in the same blocks.
 *
 * @param floor what a second worker adds on the same logical CPU; its true value is 0
 * @param ceiling what a second worker adds on a core of its own: 1 where nothing outside the core
 *     is shared
 * @param place of the yield between them: 0 at the floor, 1 at the ceiling
 */
public record Controls(Estimate floor, Estimate ceiling, Estimate place) {

  /** A smaller distance of floor and ceiling leaves no room to place a yield. */
  static final double MIN_SPAN = 0.2;

  /** No control was measured. */
  public static Controls unknown(String reason) {
    Estimate unknown = Estimate.unknown(reason);
    return new Controls(unknown, unknown, unknown);
  }

  /**
   * The place of a yield: between floor and ceiling where both are known and apart, else the yield
   * itself, as if the floor were 0 and the ceiling 1.
   */
  Estimate placeOf(Estimate yield) {
    boolean apart = ceiling.value() - floor.value() >= MIN_SPAN;
    return apart && place.hasInterval() ? place : yield;
  }
}
