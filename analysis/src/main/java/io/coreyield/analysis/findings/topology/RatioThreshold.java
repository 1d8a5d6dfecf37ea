package io.coreyield.analysis.findings.topology;

import io.coreyield.analysis.stats.ModifiedZScore;
import io.coreyield.analysis.stats.Sample;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What divides the ratios of pairs that share a core from those of pairs that do not: the widest
 * gap between neighbouring medians, within fixed bounds. One of the two levels may be missing.
 *
 * @param threshold between the levels; NaN where there is a doubt
 * @param doubt why none can be drawn; null where one can
 */
record RatioThreshold(double threshold, Sharing.@Nullable NoLevels doubt) {

  /** Siblings of a core whose ports one of them fills: 1, and a little for what it leaves. */
  private static final double SHARED = 1;

  /** Two cores: twice one, less what turbo and neighbours take. */
  private static final double SEPARATE = 2;

  private static final double LOWEST_THRESHOLD = 1.2;
  private static final double HIGHEST_THRESHOLD = 1.75;

  /** A lower level with a higher median is no known kind of sharing. */
  private static final double HIGHEST_SHARED = 1.4;

  private static final double HALFWAY = 1.5;

  /** Gaps narrower than twice the spread of a level come about by chance. */
  private static final double MIN_GAP_IN_SPREADS = 2;

  /** The standard deviation of normal values in their median absolute deviations. */
  private static final double SD_PER_MAD = 1.4826;

  /**
   * Draws the line.
   *
   * @param medians of all pairs, at least one
   * @param error standard error of a typical one
   */
  static RatioThreshold of(double[] medians, double error) {
    // Ratios outside both levels count as on the level.
    double[] sorted =
        Arrays.stream(medians).map(m -> Math.clamp(m, SHARED, SEPARATE)).sorted().toArray();
    double threshold = widestGap(sorted);
    double[] low = Arrays.stream(sorted).filter(m -> m < threshold).toArray();
    double[] high = Arrays.stream(sorted).filter(m -> m >= threshold).toArray();
    if (low.length == 0) {
      return high[0] > HALFWAY ? new RatioThreshold(threshold, null) : unclear(high, false);
    }
    if (high.length == 0) {
      return low[low.length - 1] < HIGHEST_SHARED
          ? new RatioThreshold(threshold, null)
          : unclear(low, false);
    }
    double gap = high[0] - low[low.length - 1];
    double spread = DoubleStream.of(robustSd(low), robustSd(high), error).max().orElseThrow();
    return Sample.median(low) < HIGHEST_SHARED
            && low[low.length - 1] < HALFWAY
            && gap > MIN_GAP_IN_SPREADS * spread
        ? new RatioThreshold(threshold, null)
        : unclear(sorted, true);
  }

  private static RatioThreshold unclear(double[] sorted, boolean isGapMissing) {
    return new RatioThreshold(
        Double.NaN, new Sharing.NoLevels(sorted[0], sorted[sorted.length - 1], isGapMissing));
  }

  /** The middle of the widest gap around which there can be a threshold; the ends count. */
  private static double widestGap(double[] sorted) {
    double[] all =
        DoubleStream.concat(
                DoubleStream.concat(DoubleStream.of(SHARED), Arrays.stream(sorted)),
                DoubleStream.of(SEPARATE))
            .toArray();
    double threshold = HALFWAY;
    double widest = 0;
    for (int i = 1; i < all.length; i++) {
      double middle = (all[i - 1] + all[i]) / 2;
      double gap = all[i] - all[i - 1];
      if (gap > widest && middle >= LOWEST_THRESHOLD && middle <= HIGHEST_THRESHOLD) {
        widest = gap;
        threshold = middle;
      }
    }
    return threshold;
  }

  /** The spread of values, blind to outliers; 0 of one value. */
  static double robustSd(double[] values) {
    return SD_PER_MAD * ModifiedZScore.of(values).mad();
  }
}
