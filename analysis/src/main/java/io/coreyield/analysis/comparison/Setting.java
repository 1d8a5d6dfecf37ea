package io.coreyield.analysis.comparison;

import io.coreyield.analysis.model.plan.Configuration;
import io.coreyield.analysis.model.plan.Placement;
import io.coreyield.analysis.model.plan.Scaling;
import org.jspecify.annotations.Nullable;

/**
 * How a figure was measured, as far as another one must have been measured the same way.
 *
 * @param elements {@code n}; null of a pair
 * @param scaling how the work grew; null of a pair
 * @param placement where the workers ran; null of a pair
 * @param workers at once; null where the machine decides, as of a yield
 * @param windowMs how long the workers of an arm ran; null but of a pair
 */
public record Setting(
    @Nullable Long elements,
    @Nullable Scaling scaling,
    @Nullable Placement placement,
    @Nullable Integer workers,
    @Nullable Integer windowMs) {

  /** Where nothing is known of it. */
  static final Setting UNKNOWN = new Setting(null, null, null, null, null);

  static Setting ofPairs(int windowMs) {
    return new Setting(null, null, null, null, windowMs);
  }

  static Setting of(Configuration c) {
    return new Setting(c.elements(), c.scaling(), c.placement(), c.workers(), null);
  }

  /** Of a figure for which the machine decides how many workers there are. */
  static Setting ofCurve(Configuration c) {
    return new Setting(c.elements(), c.scaling(), c.placement(), null, null);
  }
}
