package io.coreyield.analysis.scaling;

import io.coreyield.analysis.model.ArmWindow;
import io.coreyield.analysis.model.PairArm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What one block says of its core, as throughput over that of one worker: 1 where a second worker
 * adds nothing, 2 where it adds as much again. Less 1 they are the yield and its controls.
 *
 * @param both both siblings over the mean of each alone; NaN where an arm is missing
 * @param same two workers on the first logical CPU over one there: the floor; NaN where an arm is
 *     missing
 * @param separate the first logical CPU and that of another core over the mean of each alone: the
 *     ceiling; NaN where an arm is missing
 */
public record BlockRatios(double both, double same, double separate) {

  /** Of the windows of one block, in any order; the last one of an arm counts. */
  public static BlockRatios of(List<ArmWindow> block) {
    Map<PairArm, Double> x = new EnumMap<>(PairArm.class);
    block.forEach(window -> x.put(window.arm(), window.elementsPerSecond()));
    double first = x.getOrDefault(PairArm.FIRST, Double.NaN);
    return new BlockRatios(
        x.getOrDefault(PairArm.BOTH, Double.NaN)
            / mean(first, x.getOrDefault(PairArm.SECOND, Double.NaN)),
        x.getOrDefault(PairArm.SAME, Double.NaN) / first,
        x.getOrDefault(PairArm.SEPARATE, Double.NaN)
            / mean(first, x.getOrDefault(PairArm.OTHER, Double.NaN)));
  }

  private static double mean(double a, double b) {
    return (a + b) / 2;
  }
}
