package io.coreyield.analysis.model.trial;

import io.coreyield.analysis.model.plan.PairArm;
import java.util.Arrays;
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
 * @param bothAtEqualClock as {@code both}, with each arm's throughput divided by its clock; NaN
 *     where an arm or a clock is missing
 * @param clocks the clocks of its arms
 */
public record BlockRatios(
    double both, double same, double separate, double bothAtEqualClock, Clocks clocks) {

  /**
   * Effective clocks in GHz, each NaN where it was not read.
   *
   * @param alone of the core with one worker: mean over both siblings, or of the one there is
   * @param both of the core with both siblings at work
   * @param separate with two cores at work, mean of both
   */
  public record Clocks(double alone, double both, double separate) {}

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
            / mean(first, x.getOrDefault(PairArm.OTHER, Double.NaN)),
        x.getOrDefault(PairArm.BOTH, Double.NaN)
            / clock(block, PairArm.BOTH)
            / mean(
                first / clock(block, PairArm.FIRST),
                x.getOrDefault(PairArm.SECOND, Double.NaN) / clock(block, PairArm.SECOND)),
        new Clocks(
            clock(block, PairArm.FIRST, PairArm.SECOND),
            clock(block, PairArm.BOTH),
            clock(block, PairArm.SEPARATE)));
  }

  /** Mean over the workers of these arms that read one; NaN of none. */
  private static double clock(List<ArmWindow> block, PairArm... arms) {
    double sum = 0;
    int read = 0;
    for (ArmWindow window : block) {
      if (Arrays.asList(arms).contains(window.arm())) {
        for (WindowWorker worker : window.workers()) {
          Double clock = worker.clockGHz();
          if (clock != null) {
            sum += clock;
            read++;
          }
        }
      }
    }
    return sum / read;
  }

  private static double mean(double a, double b) {
    return (a + b) / 2;
  }
}
