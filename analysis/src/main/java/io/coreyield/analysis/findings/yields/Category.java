package io.coreyield.analysis.findings.yields;

import io.coreyield.analysis.model.plan.NamedChoice;
import io.coreyield.analysis.stats.Estimate;

/**
 * What a second worker is worth, by its place between floor and ceiling: at 0 it adds what a second
 * worker adds on the same logical CPU, at 1 what one adds on another core.
 */
public enum Category implements NamedChoice {
  /** Within 5 points of the floor. */
  NOTHING,
  /** More than the floor; whether it is as good as another core was not shown. */
  SOMETHING,
  /** At least the ceiling less 5 points. */
  AS_GOOD_AS_A_CORE,
  /** A loss, or below the floor. */
  HARMFUL,
  UNKNOWN;

  /** How near a place must be to 0 or 1. */
  public static final double MARGIN = 0.05;

  /** The widest interval, as half-width, that gives an answer. */
  public static final double MAX_HALF_WIDTH = 0.25;

  /** By a place and its interval; unknown where that is missing, too wide or holds 0. */
  public static Category of(Estimate place) {
    if (!place.hasInterval()) {
      return UNKNOWN;
    }
    if (place.low() >= -MARGIN && place.high() <= MARGIN) {
      return NOTHING;
    }
    if (place.low() >= 1 - MARGIN) {
      return AS_GOOD_AS_A_CORE;
    }
    if (place.halfWidth() > MAX_HALF_WIDTH) {
      return UNKNOWN;
    }
    return place.high() < 0 ? HARMFUL : place.low() > 0 ? SOMETHING : UNKNOWN;
  }

  /**
   * By a yield and its place. A loss is harmful whatever its place: a floor can be a larger loss.
   */
  public static Category of(Estimate yield, Estimate place) {
    Category byPlace = of(place);
    boolean isLoss = yield.high() < -MARGIN || (yield.high() < 0 && byPlace != NOTHING);
    return byPlace != UNKNOWN && isLoss ? HARMFUL : byPlace;
  }

  /** By a place without an interval; unknown of NaN. */
  public static Category ofPoint(double place) {
    return of(Double.isNaN(place) ? Estimate.unknown("NaN") : Estimate.of(place, place, place));
  }
}
